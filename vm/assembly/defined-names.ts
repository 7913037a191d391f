import type { FilePlace } from './environment.ts';
import type { ImportedName } from './imported-names.ts';
import { firstInFile } from './places-in-file.ts';
import type { Unit } from './unit.ts';

/** Which units have something to do because something else has changed. */
export interface UnitsToDo {
  /** Those whose binding has asked for something that has changed. */
  readonly toBind: Set<Unit>;
  /** Those whose definitions are used now, or no longer. */
  readonly toCheckUse: Set<Unit>;
}

/** What a unit defines for the whole file. */
interface Definition {
  readonly name: string;
  readonly token: number;
  readonly symbol: number;
}

/** A definition, and the unit that it stands in. */
export interface Definer<D> {
  readonly unit: Unit;
  readonly definition: D;
}

/** What is known of one name. */
export interface DefinedName<D, A> {
  readonly name: string;
  definers: Definer<D>[];
  /** The one that counts. */
  first: Definer<D> | undefined;
  /** What those who ask for the name are told. */
  answer: A | undefined;
  /** Who has been told; each with whether the name is defined behind the place that asked. */
  readonly askers: Map<Unit, boolean>;
  /** How many units use it; and whether any did, when those who define it were last told. */
  users: number;
  wasUsed: boolean | undefined;
}

/**
 * The names of one kind that units define for their whole file, or that imports bring in: who defines them, what they mean, who has
 * asked for that, who uses them.
 *
 * Invariant: when `settle` has been called and the units that it tells of are bound, every asker of a name has been bound with the
 * answer that it would get now.
 */
export abstract class DefinedNames<D extends Definition, A extends { readonly importedFrom: string | undefined }> {
  protected readonly names = new Map<string, DefinedName<D, A>>();
  protected imported: ReadonlyMap<string, ImportedName> = new Map();
  protected readonly toDo: UnitsToDo;
  private readonly touched = new Set<string>();
  private readonly counted = new Set<DefinedName<D, A>>();
  private readonly askedBy = new Map<Unit, Set<string>>();
  private readonly units: () => readonly Unit[];

  /** `units` are those of the file in text order. */
  constructor(units: () => readonly Unit[], toDo: UnitsToDo) {
    this.units = units;
    this.toDo = toDo;
  }

  /** What a unit defines of this kind. */
  protected abstract definedBy(unit: Unit): readonly D[];
  /** What a name means that is defined here, and what it meant before. */
  protected abstract ownAnswer(first: Definer<D>, before: A | undefined): A;
  protected abstract importedAnswer(imported: ImportedName): A;
  protected abstract isSameAnswer(a: A | undefined, b: A | undefined): boolean;
  /** Whether an asker, that was told whether the name is defined behind it, would be told something else of that now. */
  protected abstract hasOtherView(asker: Unit, wasBehind: boolean, first: Definer<D> | undefined): boolean;

  // What a unit defines.

  addDefinitions(unit: Unit): void {
    for (const definition of this.definedBy(unit)) {
      this.know(definition.name).definers.push({ unit, definition });
      this.touched.add(definition.name);
    }
  }

  removeDefinitions(unit: Unit): void {
    for (const { name } of this.definedBy(unit)) {
      const known = this.know(name);
      known.definers = known.definers.filter(each => each.unit !== unit);
      this.touched.add(name);
    }
  }

  setImported(imported: ReadonlyMap<string, ImportedName>): void {
    for (const name of this.imported.keys()) this.touched.add(name);
    for (const name of imported.keys()) this.touched.add(name);
    this.imported = imported;
  }

  /** Works out what every name that was touched means now, and which units have to know. */
  settle(): void {
    if (this.touched.size === 0) return;
    for (const name of this.touched) {
      const known = this.names.get(name);
      if (known !== undefined) this.settleFirst(known);
    }
    this.settleAnswers(this.touched);
    this.touched.clear();
  }

  /** Works out the answers for these names, and for all that depend on them. */
  protected settleAnswers(touched: ReadonlySet<string>): void {
    for (const name of touched) {
      const known = this.names.get(name);
      if (known !== undefined) this.settleAnswer(known);
    }
  }

  protected settleAnswer(known: DefinedName<D, A>): void {
    const { name, first, askers, answer: before } = known;
    const imported = this.imported.get(name);
    if (first !== undefined) known.answer = this.ownAnswer(first, before);
    else known.answer = imported === undefined ? undefined : this.importedAnswer(imported);
    const isSame = this.isSameAnswer(before, known.answer);
    for (const [asker, wasBehind] of askers)
      if (!isSame || this.hasOtherView(asker, wasBehind, first)) this.toDo.toBind.add(asker);
  }

  private settleFirst(known: DefinedName<D, A>): void {
    const before = known.first;
    known.first = firstInFile(
      known.definers,
      ({ unit }) => unit,
      ({ definition }) => definition.token,
    );
    if (before?.unit === known.first?.unit && before?.definition === known.first?.definition) return;
    for (const { unit } of known.definers) this.toDo.toBind.add(unit);
    this.counted.add(known);
    known.wasUsed = undefined;
  }

  // What a unit asks.

  /** Takes down that a unit has asked for a name, and whether that is defined behind the place that asked. */
  protected noteAsker(known: DefinedName<D, A>, asker: Unit, isBehind: boolean): void {
    known.askers.set(asker, isBehind);
    const asked = this.askedBy.get(asker);
    if (asked === undefined) this.askedBy.set(asker, new Set([known.name]));
    else asked.add(known.name);
  }

  forgetAsker(unit: Unit): void {
    for (const name of this.askedBy.get(unit) ?? []) {
      this.names.get(name)?.askers.delete(unit);
      this.touched.add(name);
    }
    this.askedBy.delete(unit);
  }

  /** All names, imported ones first, then in text order. */
  *all(): Iterable<string> {
    yield* this.imported.keys();
    for (const unit of this.units()) for (const { name } of this.definedBy(unit)) yield name;
  }

  /** What is defined here, each the first of its name. */
  *own(): Iterable<Definer<D> & { readonly answer: A | undefined }> {
    for (const unit of this.units()) {
      for (const definition of this.definedBy(unit)) {
        const { first, answer } = this.names.get(definition.name) as DefinedName<D, A>;
        if (first?.definition === definition) yield { unit, definition, answer };
      }
    }
  }

  /** Who defines a name first: a symbol of a unit, or an import. */
  definerOf(name: string): { readonly unit: Unit; readonly symbol: number } | ImportedName | undefined {
    const first = this.names.get(name)?.first;
    return first === undefined ? this.imported.get(name) : { unit: first.unit, symbol: first.definition.symbol };
  }

  /** The file that what a name means is imported from; `undefined` where it is not. */
  importedFrom(name: string): string | undefined {
    return this.names.get(name)?.answer?.importedFrom;
  }

  /** Asked by those who were bound with an earlier answer, too: the place may be another since. */
  protected placeOf(name: string): FilePlace {
    const first = this.names.get(name)?.first;
    if (first !== undefined) return first.unit.placeOf(first.definition.token);
    return (this.imported.get(name) as ImportedName).place();
  }

  // What a unit uses.

  /** Notes that one unit more uses these names, or with -1 that one less does. */
  count(names: Iterable<string>, by: 1 | -1): void {
    for (const name of names) {
      const known = this.know(name);
      known.users += by;
      this.counted.add(known);
    }
  }

  isUsed(name: string): boolean {
    return (this.names.get(name)?.users ?? 0) > 0;
  }

  /** Works out which names are used now that were not, or no longer are, and forgets those that nobody knows any more. */
  settleUses(): void {
    for (const known of this.counted) {
      const isUsed = known.users > 0;
      if (isUsed === known.wasUsed) continue;
      known.wasUsed = isUsed;
      if (known.first !== undefined) this.toDo.toCheckUse.add(known.first.unit);
    }
    for (const known of this.counted) this.forgetUnknown(known);
    for (const name of this.touched) this.forgetUnknown(this.names.get(name));
    this.counted.clear();
    this.touched.clear();
  }

  /** Someone who types makes many names on the way. */
  private forgetUnknown(known: DefinedName<D, A> | undefined): void {
    if (known === undefined || known.users > 0 || known.definers.length > 0 || known.askers.size > 0) return;
    this.names.delete(known.name);
  }

  protected know(name: string): DefinedName<D, A> {
    let known = this.names.get(name);
    if (known === undefined) {
      const nobody = { definers: [], first: undefined, answer: undefined, askers: new Map<Unit, boolean>() };
      known = { name, users: 0, wasUsed: undefined, ...nobody };
      this.names.set(name, known);
      if (this.imported.has(name)) this.settleAnswer(known);
    }
    return known;
  }
}
