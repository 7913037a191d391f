import { DefinedNames, type DefinedName, type Definer, type UnitsToDo } from './defined-names.ts';
import type { TopLevelCallable } from './environment.ts';
import type { ImportedName } from './imported-names.ts';
import type { ScopeParameter } from './module.ts';
import type { OutlinedCallable } from './outline.ts';
import type { Unit } from './unit.ts';

/** The functions and classes of a file: what each name means, and by what number code refers to it. */
export class CallableNames extends DefinedNames<OutlinedCallable, TopLevelCallable> {
  private readonly nextId: () => number;
  /** How many cells each method of a class captures that is defined here, once its unit has been bound. */
  private readonly methodCells = new Map<string, readonly number[]>();

  /** `nextId` gives the numbers of functions and classes; `units` are those of the file in text order. */
  constructor(nextId: () => number, units: () => readonly Unit[], toDo: UnitsToDo) {
    super(units, toDo);
    this.nextId = nextId;
  }

  /** What a name means; whoever asks for a unit is told when that becomes another. */
  ask(name: string, asker: Unit | undefined): TopLevelCallable | undefined {
    const known = this.know(name);
    if (asker !== undefined) this.noteAsker(known, asker, false);
    return known.answer;
  }

  /** The number of what is defined here first under a name; -1 for any later one. */
  idOf(unit: Unit, symbol: number, name: string): number {
    const known = this.names.get(name);
    return known?.first?.unit === unit && known.first.definition.symbol === symbol
      ? (known.answer as TopLevelCallable).id
      : -1;
  }

  /** The cells that the methods of a class capture, which is known when its unit has been bound. */
  methodCellsOf(name: string): readonly number[] {
    if (this.names.get(name)?.first === undefined) return this.imported.get(name)?.methodCells ?? [];
    return this.methodCells.get(name) ?? [];
  }

  /** Notes what the methods of a class capture. Answers who makes it, where that has changed: they have to be told. */
  setMethodCells(unit: Unit, symbol: number, name: string, cells: readonly number[]): Iterable<Unit> {
    if (this.idOf(unit, symbol, name) < 0) return [];
    if ((this.methodCells.get(name) ?? []).join() === cells.join()) return [];
    this.methodCells.set(name, cells);
    return this.know(name).askers.keys();
  }

  protected definedBy({ outline }: Unit): readonly OutlinedCallable[] {
    return outline.callables;
  }

  protected ownAnswer(
    { unit, definition }: Definer<OutlinedCallable>,
    before: TopLevelCallable | undefined,
  ): TopLevelCallable {
    const { kind, name, symbol, shownName, parameters, hasFaultyHeader } = definition;
    const id = before === undefined || before.unit === null ? this.nextId() : before.id;
    const place = () => this.placeOf(name);
    const header = { kind, name, symbol, shownName, parameters, hasFaultyHeader };
    return { unit, ...header, importedFrom: undefined, id, place };
  }

  protected importedAnswer(imported: ImportedName): TopLevelCallable {
    const { name, symbol, shownName, parameters, hasFaultyHeader, id, file } = imported;
    const place = () => this.placeOf(name);
    const header = {
      kind: imported.kind as 'function' | 'class',
      name,
      symbol,
      shownName,
      parameters,
      hasFaultyHeader,
    };
    return { unit: null, ...header, importedFrom: file, id, place };
  }

  protected override settleAnswer(known: DefinedName<OutlinedCallable, TopLevelCallable>): void {
    if (known.first === undefined) this.methodCells.delete(known.name);
    super.settleAnswer(known);
  }

  /** They are known in the whole file. */
  protected hasOtherView(): boolean {
    return false;
  }

  protected isSameAnswer(a: TopLevelCallable | undefined, b: TopLevelCallable | undefined): boolean {
    if (a === undefined || b === undefined) return a === b;
    if (a.kind !== b.kind || a.id !== b.id || a.shownName !== b.shownName) return false;
    // Where it is imported from, what it is there is asked of the import.
    if (a.importedFrom !== b.importedFrom || a.hasFaultyHeader !== b.hasFaultyHeader) return false;
    return (
      a.parameters.length === b.parameters.length &&
      a.parameters.every((each, index) => isSameParameter(each, b.parameters[index]))
    );
  }
}

function isSameParameter(a: ScopeParameter, b: ScopeParameter): boolean {
  return a.name === b.name && a.kind === b.kind && a.defaultText === b.defaultText;
}
