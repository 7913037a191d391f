import type { Constant } from '../bytecode/index.ts';
import { CallableNames } from './callable-names.ts';
import { ConstantNames } from './constant-names.ts';
import type { UnitsToDo } from './defined-names.ts';
import type { Environment, TopLevelCallable, TopLevelConstant } from './environment.ts';
import { GlobalNames } from './global-names.ts';
import type { ImportedName, ImportedNames } from './imported-names.ts';
import type { OutlinedCallable, OutlinedConstant } from './outline.ts';
import type { Unit } from './unit.ts';
import type { FileUse, UnitUses } from './unused.ts';

/**
 * The names of one file that more than one unit may know, and which units depend on them. It changes with the file; whoever
 * changes it is told which units have to be bound anew, or looked through for unused names.
 */
export class FileNames implements Environment, FileUse, UnitsToDo {
  isLibrary = false;
  readonly toBind = new Set<Unit>();
  readonly toCheckUse = new Set<Unit>();
  private readonly callables: CallableNames;
  private readonly constants: ConstantNames;
  private readonly globals: GlobalNames;
  private readonly units: () => readonly Unit[];
  /** The unit that is being bound. */
  private asker: Unit | undefined;

  /** `nextId` gives the numbers of functions and classes; `units` are those of the file in text order. */
  constructor(nextId: () => number, units: () => readonly Unit[]) {
    this.units = units;
    this.callables = new CallableNames(nextId, units, this);
    this.constants = new ConstantNames(units, this);
    this.globals = new GlobalNames(this);
  }

  // What a unit defines.

  addDefinitions(unit: Unit): void {
    this.callables.addDefinitions(unit);
    this.constants.addDefinitions(unit);
  }

  removeDefinitions(unit: Unit): void {
    this.callables.removeDefinitions(unit);
    this.constants.removeDefinitions(unit);
  }

  setImported({ callables, constants, globalsRead }: ImportedNames): void {
    this.callables.setImported(callables);
    this.constants.setImported(constants);
    this.globals.setImportedReads(globalsRead);
  }

  /** Works out what every name that was touched means now, and which units have to know. */
  settleDefinitions(): void {
    this.callables.settle();
    this.constants.settle();
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
    this.callables.forgetAsker(unit);
    this.constants.forgetAsker(unit);
    this.toBind.delete(unit);
  }

  callable(name: string): TopLevelCallable | undefined {
    return this.callables.ask(name, this.asker);
  }

  constant(name: string, token: number): TopLevelConstant | undefined {
    return this.constants.ask(name, this.asker as Unit, token);
  }

  callableNames(): Iterable<string> {
    return this.callables.all();
  }

  constantNames(): Iterable<string> {
    return this.constants.all();
  }

  /** The names of global variables that something stores. */
  *storedGlobals(): Iterable<string> {
    for (const { bound } of this.units()) yield* bound.uses.stored.keys();
  }

  // What a unit uses.

  addUses(unit: Unit, uses: UnitUses): void {
    this.callables.count(uses.callables, 1);
    this.constants.count(uses.constants, 1);
    this.globals.addUses(unit, uses);
  }

  removeUses(unit: Unit, uses: UnitUses): void {
    this.callables.count(uses.callables, -1);
    this.constants.count(uses.constants, -1);
    this.globals.removeUses(unit, uses);
  }

  /** Works out which names are used now that were not, or no longer are, and who defines them. */
  settleUses(): void {
    this.callables.settleUses();
    this.constants.settleUses();
    this.globals.settleUses();
  }

  isCallableUsed(name: string): boolean {
    return this.callables.isUsed(name);
  }

  isConstantUsed(name: string): boolean {
    return this.constants.isUsed(name);
  }

  isGlobalRead(name: string): boolean {
    return this.globals.isRead(name);
  }

  isFirstStore(name: string, unit: object): boolean {
    return this.globals.isFirstStore(name, unit);
  }

  globalsRead(): Set<string> {
    return this.globals.read();
  }

  // What a name is.

  /** Who defines a name of the top level first: a symbol of a unit, or an import. */
  definerOf(
    kind: 'callables' | 'constants',
    name: string,
  ): { readonly unit: Unit; readonly symbol: number } | ImportedName | undefined {
    return this[kind].definerOf(name);
  }

  /** The number of what is defined here first under a name; -1 for any later one. */
  idOf(unit: Unit, symbol: number, name: string): number {
    return this.callables.idOf(unit, symbol, name);
  }

  /** The file that the function or class of a name, or the constant, is imported from; `undefined` where it is not. */
  callableFrom(name: string): string | undefined {
    return this.callables.importedFrom(name);
  }

  constantFrom(name: string): string | undefined {
    return this.constants.importedFrom(name);
  }

  /** The cells that the methods of a class capture, which is known when its unit has been bound. */
  methodCellsOf(name: string): readonly number[] {
    return this.callables.methodCellsOf(name);
  }

  /** Notes what the methods of a class capture. Answers who makes it, where that has changed: they have to be told. */
  setMethodCells(unit: Unit, symbol: number, name: string, cells: readonly number[]): Iterable<Unit> {
    return this.callables.setMethodCells(unit, symbol, name, cells);
  }

  /** The functions, classes and constants that are defined here, each the first of its name. */
  *ownCallables(): Iterable<{ readonly unit: Unit; readonly callable: OutlinedCallable; readonly id: number }> {
    for (const { unit, definition, answer } of this.callables.own())
      yield { unit, callable: definition, id: (answer as TopLevelCallable).id };
  }

  *ownConstants(): Iterable<{
    readonly unit: Unit;
    readonly constant: OutlinedConstant;
    readonly value: Constant | undefined;
  }> {
    for (const { unit, definition, answer } of this.constants.own())
      yield { unit, constant: definition, value: answer?.value };
  }
}
