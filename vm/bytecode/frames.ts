import type { CellVariable, FunctionCode, Variable } from './program.ts';
import { CLASS_CELL } from './program.ts';

/** What one function or class says of its variables; from these of all scopes the frames of all functions follow. */
export interface FrameScope {
  readonly kind: 'main' | 'function' | 'class';
  /** The index of the scope that it stands in, which comes before it; -1 for main. */
  readonly parent: number;
  /** A function's own variables: the parameters, then what it stores or deletes, by first use. */
  readonly variables: readonly string[];
  readonly parameterCount: number;
  /** The variables of enclosing functions that its instructions use, each with the scope of that function. */
  readonly nonlocals: ReadonlyMap<string, number>;
  /** Whether it looks behind the class that it stands in. */
  readonly usesSuper: boolean;
  /** The scopes of the functions and classes that its instructions name. */
  readonly callees: ReadonlySet<number>;
}

/** Where the variables of a function live. */
export interface FrameLayout extends Pick<FunctionCode, 'locals' | 'cells' | 'captures'> {
  /** The place of a name that the function has or captures; `undefined` for any other. */
  variable(name: string): Variable | undefined;
  /** The numbers of the cells that become the captured variables of another function. */
  cellsFor(callee: number): readonly number[];
  /** The same for each method of a class that is made, -1 for the cell that holds the class itself. */
  cellsForMethods(classScope: number, methods: readonly number[]): readonly (readonly number[])[];
}

/** How many cells all call sites hand over at most: captures multiply with calls, and memory is not without end. */
export const MAXIMUM_CELL_REFERENCES = 2 ** 20;

/**
 * Lays out the frames of all functions: which variables are locals, which are cells, and which cells each function is given.
 * A function captures what its instructions use of enclosing functions, and what any function or class captures that it
 * calls or makes, unless that is its own; a class captures what its methods do. Captured variables come in the order of
 * the scopes that own them, so that it is the same however they were declared.
 *
 * The scopes are those of one file or of a whole program, main first. Where there are more cells to hand over than
 * `MAXIMUM_CELL_REFERENCES`, `overflow` is a scope at which there are, and the layouts say less than they should.
 */
export function layOutFrames(scopes: readonly FrameScope[]): {
  readonly layouts: readonly FrameLayout[];
  readonly overflow: number;
  readonly handedOver: number;
} {
  if (!scopes.some(mayCapture)) return { layouts: scopes.map(simpleLayout), overflow: -1, handedOver: 0 };
  const variables = new VariableNumbers(scopes);
  const { captures, overflow, handedOver } = findCaptures(scopes, variables);
  const isCaptured = new Uint8Array(variables.count);
  for (const set of captures) for (const variable of set ?? []) isCaptured[variable] = 1;
  const sorted = captures.map(set => Int32Array.from(set ?? []).toSorted());
  const layouts = scopes.map((_, scope) => layOutFrame(scopes, scope, variables, isCaptured, sorted));
  return { layouts, overflow, handedOver };
}

/** Whether a scope uses variables of others by itself; where none does, there is nothing to hand over. */
function mayCapture({ kind, nonlocals, usesSuper }: FrameScope): boolean {
  return kind === 'function' && (nonlocals.size > 0 || usesSuper);
}

/** The frame of a scope of which nothing is captured, and which captures nothing: as most are. */
function simpleLayout({ kind, variables }: FrameScope): FrameLayout {
  return kind === 'function' && variables.length > 0 ? new SimpleFrame(variables) : NO_VARIABLES;
}

class SimpleFrame implements FrameLayout {
  readonly locals: readonly string[];
  readonly cells = NOTHING;
  readonly captures = NOTHING;
  private slots: ReadonlyMap<string, number> | undefined;
  /** By slot: every instruction that uses a variable asks for it. */
  private readonly variables: Variable[] = [];

  constructor(locals: readonly string[]) {
    this.locals = locals;
  }

  variable(name: string): Variable | undefined {
    const slot = this.slotOf(name);
    return slot < 0 ? undefined : (this.variables[slot] ??= { name, scope: 'local', slot });
  }

  cellsFor(): readonly number[] {
    return NOTHING;
  }

  cellsForMethods(_: number, methods: readonly number[]): readonly (readonly number[])[] {
    return methods.map(() => NOTHING);
  }

  private slotOf(name: string): number {
    if (this.locals.length <= FEW) return this.locals.indexOf(name);
    this.slots ??= new Map(this.locals.map((local, slot) => [local, slot]));
    return this.slots.get(name) ?? -1;
  }
}

const FEW = 16;
const NOTHING: readonly never[] = [];
const NO_VARIABLES = new SimpleFrame(NOTHING);

/** Numbers every variable of every function, and for each class the cell that holds it, in the order of the scopes. */
class VariableNumbers {
  readonly count: number;
  readonly owners: Int32Array;
  private readonly names: readonly string[];
  private readonly first: Int32Array;
  private readonly numbers: readonly ReadonlyMap<string, number>[];

  constructor(scopes: readonly FrameScope[]) {
    const names: string[] = [];
    const owners: number[] = [];
    this.first = new Int32Array(scopes.length);
    this.numbers = scopes.map(({ kind, variables }, scope) => {
      this.first[scope] = names.length;
      const own = kind === 'class' ? [CLASS_CELL] : kind === 'function' ? variables : [];
      const numbers = new Map<string, number>();
      for (const name of own) {
        numbers.set(name, names.length);
        names.push(name);
        owners.push(scope);
      }
      return numbers;
    });
    this.names = names;
    this.count = names.length;
    this.owners = Int32Array.from(owners);
  }

  nameOf(variable: number): string {
    return this.names[variable];
  }

  of(scope: number, name: string): number {
    return this.numbers[scope].get(name) ?? -1;
  }

  classCell(scope: number): number {
    return this.first[scope];
  }
}

interface Captures {
  /** For each scope the variables that it captures; nothing where there are none. */
  readonly captures: readonly (ReadonlySet<number> | undefined)[];
  readonly overflow: number;
  readonly handedOver: number;
}

/** A fixpoint: the sets only grow, by one variable of one scope at a time, and each tells its users once. */
function findCaptures(scopes: readonly FrameScope[], variables: VariableNumbers): Captures {
  const users = usersOf(scopes);
  const captures = new Array<Set<number> | undefined>(scopes.length).fill(undefined);
  const pending: number[] = [];
  const add = (scope: number, variable: number): void => {
    if (variable < 0 || variables.owners[variable] === scope || captures[scope]?.has(variable)) return;
    (captures[scope] ??= new Set()).add(variable);
    pending.push(scope, variable);
  };
  for (const [scope, { kind, nonlocals, usesSuper }] of scopes.entries()) {
    if (kind !== 'function') continue;
    for (const [name, owner] of nonlocals) add(scope, variables.of(owner, name));
    const holder = usesSuper ? classAround(scopes, scope) : -1;
    if (holder >= 0) add(scope, variables.classCell(holder));
  }
  let handedOver = 0;
  while (pending.length > 0) {
    const variable = pending.pop() as number;
    const scope = pending.pop() as number;
    const usersHere = users[scope] ?? [];
    // A class hands over what each of its methods captures, wherever it is made.
    const times = scopes[scopes[scope].parent]?.kind === 'class' ? 1 + (users[scopes[scope].parent]?.length ?? 0) : 1;
    handedOver += usersHere.length * times;
    if (handedOver > MAXIMUM_CELL_REFERENCES) return { captures, overflow: scope, handedOver };
    for (const user of usersHere) add(user, variable);
  }
  return { captures, overflow: -1, handedOver };
}

/** For each function and class the functions that name it; for a method also its class. */
function usersOf(scopes: readonly FrameScope[]): readonly (readonly number[] | undefined)[] {
  const users = new Array<number[] | undefined>(scopes.length).fill(undefined);
  for (const [scope, { parent, kind, callees }] of scopes.entries()) {
    if (kind === 'function' && scopes[parent]?.kind === 'class') (users[scope] ??= []).push(parent);
    for (const callee of callees) (users[callee] ??= []).push(scope);
  }
  return users;
}

/** The class that a scope stands in, directly or through functions; -1 when there is none. */
export function classAround(scopes: readonly Pick<FrameScope, 'kind' | 'parent'>[], scope: number): number {
  let at = scope;
  while (at > 0 && scopes[at].kind !== 'class') at = scopes[at].parent;
  return at > 0 ? at : -1;
}

function layOutFrame(
  scopes: readonly FrameScope[],
  scope: number,
  variables: VariableNumbers,
  isCaptured: Uint8Array,
  captures: readonly Int32Array[],
): FrameLayout {
  const { kind, variables: names, parameterCount, nonlocals } = scopes[scope];
  const locals: string[] = [];
  const cells: CellVariable[] = [];
  const places = new Map<string, Variable>();
  const cellNumbers = new Map<number, number>();
  for (const [index, name] of kind === 'function' ? names.entries() : []) {
    const variable = variables.of(scope, name);
    const isParameter = index < parameterCount;
    if (isCaptured[variable] === 1) {
      cellNumbers.set(variable, cells.length);
      places.set(name, { name, scope: 'cell', slot: cells.length });
      cells.push({ name, parameter: isParameter ? locals.length : -1 });
    } else {
      places.set(name, { name, scope: 'local', slot: locals.length });
    }
    if (isParameter || isCaptured[variable] === 0) locals.push(name);
  }
  for (const [index, variable] of captures[scope].entries()) cellNumbers.set(variable, cells.length + index);
  for (const [name, owner] of nonlocals) {
    const slot = cellNumbers.get(variables.of(owner, name));
    if (slot !== undefined) places.set(name, { name, scope: 'cell', slot });
  }
  const cellsFor = (callee: number, own: number): number[] =>
    Array.from(captures[callee], variable => (variable === own ? -1 : (cellNumbers.get(variable) ?? -1)));
  return {
    locals,
    cells,
    captures: Array.from(captures[scope], variable => variables.nameOf(variable)),
    variable: name => places.get(name),
    cellsFor: callee => cellsFor(callee, -1),
    cellsForMethods: (classScope, methods) => methods.map(method => cellsFor(method, variables.classCell(classScope))),
  };
}
