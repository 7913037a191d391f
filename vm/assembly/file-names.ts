import type { Constant } from '../bytecode/index.ts';
import type { Environment, FilePlace, TopLevelCallable, TopLevelConstant } from './environment.ts';
import type { ScopeParameter } from './module.ts';
import type { OutlinedCallable, OutlinedConstant } from './outline.ts';
import type { Unit } from './unit.ts';
import type { FileUse, UnitUses } from './unused.ts';

/** A function, class or constant that an import brings in. */
export interface ImportedName {
  readonly kind: 'function' | 'class' | 'constant';
  readonly name: string;
  readonly file: string;
  readonly unit: Unit;
  readonly symbol: number;
  readonly place: () => FilePlace;
  readonly valueText: string | undefined;
  readonly value: Constant | undefined;
  /** Of functions and classes. */
  readonly id: number;
  readonly shownName: string;
  readonly parameters: readonly ScopeParameter[];
  readonly hasFaultyHeader: boolean;
  readonly methodCells: readonly number[];
}

export interface ImportedNames {
  readonly callables: ReadonlyMap<string, ImportedName>;
  readonly constants: ReadonlyMap<string, ImportedName>;
  /** Global variables that imported files read. */
  readonly globalsRead: ReadonlySet<string>;
}

/**
 * The names of one file that more than one unit may know, and which units depend on them. It changes with the file; whoever
 * changes it is told which units have to be bound anew, or looked through for unused names.
 *
 * Invariant: between two changes every unit in `askers` of a name has been bound with the answer that it would get now.
 */
export class FileNames implements Environment, FileUse {
  isLibrary = false;
  /** Units whose binding has asked for something that has changed; and those whose definitions are used now, or no longer. */
  readonly toBind = new Set<Unit>();
  readonly toCheckUse = new Set<Unit>();
  private readonly callables = new Map<string, CallableEntry>();
  private readonly constants = new Map<string, ConstantEntry>();
  private readonly globals = new Map<string, GlobalEntry>();
  private imported: ImportedNames = NOTHING_IMPORTED;
  private readonly touchedCallables = new Set<string>();
  private readonly touchedConstants = new Set<string>();
  private readonly touchedGlobals = new Set<string>();
  /** The unit that is being bound. */
  private asker: Unit | undefined;
  private readonly nextId: () => number;
  private readonly units: () => readonly Unit[];

  /** `nextId` gives the numbers of functions and classes; `units` are those of the file in text order. */
  constructor(nextId: () => number, units: () => readonly Unit[]) {
    this.nextId = nextId;
    this.units = units;
  }

  // What a unit defines.

  addDefinitions(unit: Unit): void {
    for (const callable of unit.outline.callables) {
      this.callableEntry(callable.name).definers.push({ unit, callable });
      this.touchedCallables.add(callable.name);
    }
    for (const constant of unit.outline.constants) {
      this.constantEntry(constant.name).definers.push({ unit, constant });
      this.touchedConstants.add(constant.name);
    }
  }

  removeDefinitions(unit: Unit): void {
    for (const { name } of unit.outline.callables) {
      const entry = this.callableEntry(name);
      entry.definers = entry.definers.filter(each => each.unit !== unit);
      this.touchedCallables.add(name);
    }
    for (const { name } of unit.outline.constants) {
      const entry = this.constantEntry(name);
      entry.definers = entry.definers.filter(each => each.unit !== unit);
      this.touchedConstants.add(name);
    }
  }

  setImported(imported: ImportedNames): void {
    for (const names of [this.imported.callables, imported.callables])
      for (const name of names.keys()) this.touchedCallables.add(name);
    for (const names of [this.imported.constants, imported.constants])
      for (const name of names.keys()) this.touchedConstants.add(name);
    for (const name of this.imported.globalsRead) if (!imported.globalsRead.has(name)) this.touchedGlobals.add(name);
    for (const name of imported.globalsRead) if (!this.imported.globalsRead.has(name)) this.touchedGlobals.add(name);
    this.imported = imported;
  }

  /** Works out what every name that was touched means now, and which units have to know. */
  settleDefinitions(): void {
    for (const name of this.touchedCallables) if (this.callables.has(name)) this.settleCallable(name);
    if (this.touchedConstants.size > 0) this.settleConstants();
    this.touchedCallables.clear();
    this.touchedConstants.clear();
  }

  // What a unit asks.

  /** Binds one unit: whatever is asked meanwhile is what it depends on. */
  bindFor<T>(unit: Unit, bind: () => T): T {
    this.forgetAsker(unit);
    this.asker = unit;
    const result = bind();
    this.asker = undefined;
    return result;
  }

  forgetAsker(unit: Unit): void {
    for (const name of unit.askedCallables ?? []) {
      this.callables.get(name)?.askers.delete(unit);
      this.touchedCallables.add(name);
    }
    for (const name of unit.askedConstants ?? []) {
      this.constants.get(name)?.askers.delete(unit);
      this.touchedConstants.add(name);
    }
    unit.askedCallables = undefined;
    unit.askedConstants = undefined;
    this.toBind.delete(unit);
  }

  callable(name: string): TopLevelCallable | undefined {
    const entry = this.callableEntry(name);
    if (this.asker !== undefined) {
      entry.askers.add(this.asker);
      (this.asker.askedCallables ??= new Set()).add(name);
    }
    return entry.answer;
  }

  constant(name: string, token: number): TopLevelConstant | undefined {
    const entry = this.constantEntry(name);
    const asker = this.asker as Unit;
    const isLater = isDefinedBehind(entry.first, asker, token);
    entry.askers.set(asker, isLater);
    (asker.askedConstants ??= new Set()).add(name);
    return entry.answer === undefined ? undefined : { ...entry.answer, isLater };
  }

  *callableNames(): Iterable<string> {
    yield* this.imported.callables.keys();
    for (const { outline } of this.units()) for (const { name } of outline.callables) yield name;
  }

  *constantNames(): Iterable<string> {
    yield* this.imported.constants.keys();
    for (const { outline } of this.units()) for (const { name } of outline.constants) yield name;
  }

  /** The names of global variables that something stores. */
  *storedGlobals(): Iterable<string> {
    for (const { bound } of this.units()) yield* bound.uses.stored.keys();
  }

  // What a unit uses.

  addUses(unit: Unit, uses: UnitUses): void {
    for (const name of uses.callables) this.count(this.callableEntry(name), 1);
    for (const name of uses.constants) this.count(this.constantEntry(name), 1);
    for (const name of uses.globals) this.count(this.globalEntry(name), 1);
    for (const name of uses.stored.keys()) {
      this.globalEntry(name).writers.add(unit);
      this.touchedGlobals.add(name);
    }
  }

  removeUses(unit: Unit, uses: UnitUses): void {
    for (const name of uses.callables) this.count(this.callableEntry(name), -1);
    for (const name of uses.constants) this.count(this.constantEntry(name), -1);
    for (const name of uses.globals) this.count(this.globalEntry(name), -1);
    for (const name of uses.stored.keys()) {
      this.globalEntry(name).writers.delete(unit);
      this.touchedGlobals.add(name);
    }
  }

  /** Works out which names are used now that were not, or no longer are, and who defines them. */
  settleUses(): void {
    for (const entry of this.countedEntries) {
      const isUsed = entry.users > 0 || (entry.kind === 'global' && this.imported.globalsRead.has(entry.name));
      if (isUsed === entry.wasUsed) continue;
      entry.wasUsed = isUsed;
      if (entry.kind === 'global') this.touchedGlobals.add(entry.name);
      else if (entry.first !== undefined) this.toCheckUse.add(entry.first.unit);
    }
    for (const name of this.touchedGlobals) {
      const entry = this.globalEntry(name);
      entry.wasUsed = this.isGlobalRead(name);
      const first = firstWriter(entry);
      if (entry.first !== undefined) this.toCheckUse.add(entry.first);
      if (first !== undefined) this.toCheckUse.add(first);
      entry.first = first;
    }
    this.sweep();
  }

  isCallableUsed(name: string): boolean {
    return (this.callables.get(name)?.users ?? 0) > 0;
  }

  isConstantUsed(name: string): boolean {
    return (this.constants.get(name)?.users ?? 0) > 0;
  }

  isGlobalRead(name: string): boolean {
    return (this.globals.get(name)?.users ?? 0) > 0 || this.imported.globalsRead.has(name);
  }

  isFirstStore(name: string, unit: object): boolean {
    return this.globals.get(name)?.first === unit;
  }

  globalsRead(): Set<string> {
    const names = new Set(this.imported.globalsRead);
    for (const [name, { users }] of this.globals) if (users > 0) names.add(name);
    return names;
  }

  /** Who defines a name of the top level first: a symbol of a unit, or an import. */
  definerOf(
    kind: 'callables' | 'constants',
    name: string,
  ): { readonly unit: Unit; readonly symbol: number } | ImportedName | undefined {
    const first = this[kind].get(name)?.first;
    if (first === undefined) return this.imported[kind].get(name);
    return { unit: first.unit, symbol: 'callable' in first ? first.callable.symbol : first.constant.symbol };
  }

  /** The number of what is defined here first under a name; -1 for any later one. */
  idOf(unit: Unit, symbol: number, name: string): number {
    const entry = this.callables.get(name);
    return entry?.first?.unit === unit && entry.first.callable.symbol === symbol
      ? (entry.answer as TopLevelCallable).id
      : -1;
  }

  /** The file that the function or class of a name, or the constant, is imported from; `undefined` where it is not. */
  callableFrom(name: string): string | undefined {
    return this.callables.get(name)?.answer?.importedFrom;
  }

  constantFrom(name: string): string | undefined {
    return this.constants.get(name)?.answer?.importedFrom;
  }

  /** The cells that the methods of a class capture, which is known when its unit has been bound. */
  methodCellsOf(name: string): readonly number[] {
    const entry = this.callables.get(name);
    if (entry?.first === undefined) return this.imported.callables.get(name)?.methodCells ?? [];
    return entry.methodCells;
  }

  /** Notes what the methods of a class capture; those who make it have to be told of a change. */
  setMethodCells(unit: Unit, symbol: number, name: string, cells: readonly number[]): Iterable<Unit> {
    const entry = this.callableEntry(name);
    if (this.idOf(unit, symbol, name) < 0 || entry.methodCells.join() === cells.join()) return [];
    entry.methodCells = cells;
    return entry.askers;
  }

  /** The functions, classes and constants that are defined here, each the first of its name. */
  *ownCallables(): Iterable<{ readonly unit: Unit; readonly callable: OutlinedCallable; readonly id: number }> {
    for (const { outline } of this.units()) {
      for (const callable of outline.callables) {
        const { first, answer } = this.callables.get(callable.name) as CallableEntry;
        if (first?.callable === callable) yield { ...first, id: (answer as TopLevelCallable).id };
      }
    }
  }

  *ownConstants(): Iterable<{
    readonly unit: Unit;
    readonly constant: OutlinedConstant;
    readonly value: Constant | undefined;
  }> {
    for (const { outline } of this.units()) {
      for (const constant of outline.constants) {
        const { first, answer } = this.constants.get(constant.name) as ConstantEntry;
        if (first?.constant === constant) yield { ...first, value: answer?.value };
      }
    }
  }

  private readonly countedEntries = new Set<CallableEntry | ConstantEntry | GlobalEntry>();

  private count(entry: CallableEntry | ConstantEntry | GlobalEntry, by: number): void {
    entry.users += by;
    this.countedEntries.add(entry);
  }

  private settleCallable(name: string): void {
    const entry = this.callableEntry(name);
    const before = entry.answer;
    const beforeFirst = entry.first;
    entry.first = firstDefiner(entry.definers, ({ callable }) => callable.token);
    const imported = this.imported.callables.get(name);
    if (entry.first !== undefined) {
      const { unit, callable } = entry.first;
      const { kind, symbol, shownName, parameters, hasFaultyHeader } = callable;
      entry.answer = {
        unit,
        kind,
        name,
        symbol,
        shownName,
        parameters,
        hasFaultyHeader,
        importedFrom: undefined,
        id: beforeFirst === undefined || before === undefined ? this.nextId() : before.id,
        place: () => this.placeOfCallable(name),
      };
    } else if (imported === undefined) {
      entry.answer = undefined;
    } else {
      const { kind, symbol, shownName, parameters, hasFaultyHeader, id, file } = imported;
      const place = () => this.placeOfCallable(name);
      const known = { unit: null, name, symbol, shownName, parameters, hasFaultyHeader, id, place, importedFrom: file };
      entry.answer = { ...known, kind: kind as 'function' | 'class' };
    }
    if (entry.first === undefined) entry.methodCells = [];
    if (beforeFirst?.unit !== entry.first?.unit || beforeFirst?.callable !== entry.first?.callable) {
      for (const { unit } of entry.definers) this.toBind.add(unit);
      this.countedEntries.add(entry);
      entry.wasUsed = undefined;
    }
    if (!isSameCallable(before, entry.answer)) for (const asker of entry.askers) this.toBind.add(asker);
  }

  private settleConstants(): void {
    for (const name of this.touchedConstants) {
      const entry = this.constants.get(name);
      if (entry === undefined) continue;
      const first = firstDefiner(entry.definers, ({ constant }) => constant.token);
      if (first?.unit !== entry.first?.unit || first?.constant !== entry.first?.constant) {
        for (const { unit } of entry.definers) this.toBind.add(unit);
        this.countedEntries.add(entry);
        entry.wasUsed = undefined;
      }
      entry.first = first;
    }
    // A constant may stand for one that was touched.
    const values = new ConstantValues(this.constants, this.imported.constants);
    for (const [name, entry] of this.constants) {
      const isTouched = this.touchedConstants.has(name);
      if (isTouched || entry.first?.constant.alias !== undefined) this.settleConstant(name, entry, values);
    }
  }

  private settleConstant(name: string, entry: ConstantEntry, values: ConstantValues): void {
    const before = entry.answer;
    const { first } = entry;
    const imported = this.imported.constants.get(name);
    const place = () => this.placeOfConstant(name);
    if (first !== undefined) {
      const { symbol, valueText } = first.constant;
      const known = { unit: first.unit, kind: 'constant' as const, name, symbol, valueText, importedFrom: undefined };
      entry.answer = { ...known, value: values.of(name), isLater: false, place };
    } else if (imported === undefined) {
      entry.answer = undefined;
    } else {
      const { symbol, valueText, value, file } = imported;
      const known = { unit: null, kind: 'constant' as const, name, symbol, valueText, value, place };
      entry.answer = { ...known, isLater: false, importedFrom: file };
    }
    const isSame = isSameConstant(before, entry.answer);
    for (const [asker, wasLater] of entry.askers) {
      const isOther = !isSame || asker.isMain || isDefinedBehind(first, asker, 0) !== wasLater;
      if (isOther) this.toBind.add(asker);
    }
  }

  /** Asked by those who were bound with an earlier answer, too: the place may be another since. */
  private placeOfCallable(name: string): FilePlace {
    const first = this.callables.get(name)?.first;
    if (first !== undefined) return first.unit.placeOf(first.callable.token);
    return (this.imported.callables.get(name) as ImportedName).place();
  }

  private placeOfConstant(name: string): FilePlace {
    const first = this.constants.get(name)?.first;
    if (first !== undefined) return first.unit.placeOf(first.constant.token);
    return (this.imported.constants.get(name) as ImportedName).place();
  }

  private callableEntry(name: string): CallableEntry {
    let entry = this.callables.get(name);
    if (entry === undefined) {
      entry = {
        kind: 'callable',
        name,
        users: 0,
        wasUsed: undefined,
        definers: [],
        first: undefined,
        answer: undefined,
        askers: new Set<Unit>(),
        methodCells: [],
      };
      this.callables.set(name, entry);
      if (this.imported.callables.has(name)) this.settleCallable(name);
    }
    return entry;
  }

  private constantEntry(name: string): ConstantEntry {
    let entry = this.constants.get(name);
    if (entry === undefined) {
      entry = {
        kind: 'constant',
        name,
        users: 0,
        wasUsed: undefined,
        definers: [],
        first: undefined,
        answer: undefined,
        askers: new Map<Unit, boolean>(),
      };
      this.constants.set(name, entry);
      if (this.imported.constants.has(name))
        this.settleConstant(name, entry, new ConstantValues(this.constants, this.imported.constants));
    }
    return entry;
  }

  private globalEntry(name: string): GlobalEntry {
    let entry = this.globals.get(name);
    if (entry === undefined) {
      entry = { kind: 'global', name, users: 0, wasUsed: undefined, writers: new Set(), first: undefined };
      this.globals.set(name, entry);
    }
    return entry;
  }

  /** Names that nobody knows any more are forgotten: someone who types makes many on the way. */
  private sweep(): void {
    for (const entry of this.countedEntries) {
      if (entry.users > 0) continue;
      if (entry.kind === 'global') {
        if (entry.writers.size === 0) this.globals.delete(entry.name);
      } else if (entry.definers.length === 0 && entry.askers.size === 0) {
        (entry.kind === 'callable' ? this.callables : this.constants).delete(entry.name);
      }
    }
    for (const name of this.touchedGlobals) {
      const entry = this.globals.get(name);
      if (entry !== undefined && entry.users === 0 && entry.writers.size === 0) this.globals.delete(name);
    }
    this.countedEntries.clear();
    this.touchedGlobals.clear();
    for (const name of this.touchedCallables) {
      const entry = this.callables.get(name);
      const isForgotten =
        entry !== undefined && entry.users === 0 && entry.definers.length === 0 && entry.askers.size === 0;
      if (isForgotten) this.callables.delete(name);
    }
    for (const name of this.touchedConstants) {
      const entry = this.constants.get(name);
      const isForgotten =
        entry !== undefined && entry.users === 0 && entry.definers.length === 0 && entry.askers.size === 0;
      if (isForgotten) this.constants.delete(name);
    }
    this.touchedCallables.clear();
    this.touchedConstants.clear();
  }
}

export const NOTHING_IMPORTED: ImportedNames = { callables: new Map(), constants: new Map(), globalsRead: new Set() };

interface Used {
  readonly name: string;
  /** How many units use it; and whether any did, when units were last told. */
  users: number;
  wasUsed: boolean | undefined;
}

interface CallableEntry extends Used {
  readonly kind: 'callable';
  definers: { readonly unit: Unit; readonly callable: OutlinedCallable }[];
  first: { readonly unit: Unit; readonly callable: OutlinedCallable } | undefined;
  answer: TopLevelCallable | undefined;
  readonly askers: Set<Unit>;
  methodCells: readonly number[];
}

interface ConstantEntry extends Used {
  readonly kind: 'constant';
  definers: { readonly unit: Unit; readonly constant: OutlinedConstant }[];
  first: { readonly unit: Unit; readonly constant: OutlinedConstant } | undefined;
  answer: TopLevelConstant | undefined;
  /** Each with whether the constant is defined behind it. */
  readonly askers: Map<Unit, boolean>;
}

interface GlobalEntry extends Used {
  readonly kind: 'global';
  readonly writers: Set<Unit>;
  first: Unit | undefined;
}

/** The values of constants, those that stand for others followed through. */
class ConstantValues {
  private readonly entries: ReadonlyMap<string, ConstantEntry>;
  private readonly imported: ReadonlyMap<string, ImportedName>;
  private readonly known = new Map<string, Constant | undefined>();

  constructor(entries: ReadonlyMap<string, ConstantEntry>, imported: ReadonlyMap<string, ImportedName>) {
    this.entries = entries;
    this.imported = imported;
  }

  of(name: string): Constant | undefined {
    const chain: string[] = [];
    let value: Constant | undefined;
    for (let at: string | undefined = name; at !== undefined;) {
      if (this.known.has(at)) {
        value = this.known.get(at);
        break;
      }
      chain.push(at);
      const first: ConstantEntry['first'] = this.entries.get(at)?.first;
      if (first === undefined) {
        value = this.imported.get(at)?.value;
        break;
      }
      value = first.constant.literal;
      const { alias }: OutlinedConstant = first.constant;
      const target: ConstantEntry['first'] = alias === undefined ? undefined : this.entries.get(alias)?.first;
      const isAbove: boolean =
        target === undefined || comparePlaces(target.unit, target.constant.token, first.unit, first.constant.token) < 0;
      at = isAbove ? alias : undefined;
    }
    for (const each of chain) this.known.set(each, value);
    return value;
  }
}

function firstDefiner<D extends { readonly unit: Unit }>(
  definers: readonly D[],
  tokenOf: (definer: D) => number,
): D | undefined {
  let first: D | undefined;
  for (const definer of definers) {
    const isBefore =
      first === undefined || comparePlaces(definer.unit, tokenOf(definer), first.unit, tokenOf(first)) < 0;
    if (isBefore) first = definer;
  }
  return first;
}

/** The unit that stores a variable first. */
function firstWriter({ name, writers }: GlobalEntry): Unit | undefined {
  let first: Unit | undefined;
  for (const unit of writers) {
    const isBefore = first === undefined || comparePlaces(unit, storeOf(unit, name), first, storeOf(first, name)) < 0;
    if (isBefore) first = unit;
  }
  return first;
}

function storeOf({ bound }: Unit, name: string): number {
  return bound.uses.stored.get(name) as number;
}

function isDefinedBehind(
  first: { readonly unit: Unit; readonly constant: OutlinedConstant } | undefined,
  asker: Unit,
  token: number,
): boolean {
  if (first === undefined || first.unit === asker) return false;
  return first.unit.sectionOf(first.constant.token) > asker.sectionOf(token);
}

function comparePlaces(a: Unit, tokenA: number, b: Unit, tokenB: number): number {
  return a === b ? tokenA - tokenB : a.sectionOf(tokenA) - b.sectionOf(tokenB);
}

function isSameCallable(a: TopLevelCallable | undefined, b: TopLevelCallable | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (a.kind !== b.kind || a.id !== b.id || a.shownName !== b.shownName) return false;
  // Where it is imported from, what it is there is asked of the import.
  if (a.importedFrom !== b.importedFrom || a.hasFaultyHeader !== b.hasFaultyHeader) return false;
  return (
    a.parameters.length === b.parameters.length &&
    a.parameters.every((each, index) => isSameParameter(each, b.parameters[index]))
  );
}

function isSameParameter(a: ScopeParameter, b: ScopeParameter): boolean {
  return a.name === b.name && a.kind === b.kind && a.defaultText === b.defaultText;
}

function isSameConstant(a: TopLevelConstant | undefined, b: TopLevelConstant | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (a.valueText !== b.valueText || a.importedFrom !== b.importedFrom) return false;
  return a.value === b.value || (a.value !== undefined && b.value !== undefined && isSameValue(a.value, b.value));
}

function isSameValue(a: Constant, b: Constant): boolean {
  return a.kind === b.kind && ('value' in a ? Object.is(a.value, (b as { value: unknown }).value) : true);
}
