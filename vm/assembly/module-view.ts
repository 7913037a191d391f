import type { Constant } from '../bytecode/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import type { JoinedTree } from '../syntax/index.ts';
import type { BoundUnit, UnitScope } from './bind-unit.ts';
import type { FileSnapshot, UnitSnapshot } from './file-snapshot.ts';
import type { ImportedName } from './file-names.ts';
import type { Import, Module, NameSymbol, Scope } from './module.ts';
import type { Placement } from './placement.ts';
import type { Unit } from './unit.ts';

/**
 * A whole file as its units make it up: the names, scopes and symbols of all, with places and indices of the whole. Each part is
 * put together when somebody asks for it.
 */
export class ModuleView implements Module {
  readonly file: string;
  readonly tree: JoinedTree;
  readonly diagnostics: readonly Diagnostic[];
  readonly globalsRead: ReadonlySet<string>;
  readonly snapshot: FileSnapshot;
  readonly #moduleOf: (file: string) => ModuleView | undefined;
  #numbering: Numbering | undefined;
  #symbols: readonly NameSymbol[] | undefined;
  #scopes: readonly Scope[] | undefined;
  #callables: ReadonlyMap<string, number> | undefined;
  #constants: ReadonlyMap<string, number> | undefined;
  #constantValues: ReadonlyMap<number, Constant> | undefined;
  #tokenSymbols: Int32Array | undefined;
  #tokenRoles: Uint8Array | undefined;
  #statementScopes: Int32Array | undefined;
  #imports: readonly Import[] | undefined;

  /** `moduleOf` gives the views of the files that it imports. */
  constructor(snapshot: FileSnapshot, moduleOf: (file: string) => ModuleView | undefined) {
    this.snapshot = snapshot;
    this.#moduleOf = moduleOf;
    this.file = snapshot.file;
    this.tree = snapshot.tree;
    this.diagnostics = snapshot.binderDiagnostics;
    this.globalsRead = snapshot.globalsRead;
  }

  get symbols(): readonly NameSymbol[] {
    return (this.#symbols ??= this.#joinSymbols());
  }

  get scopes(): readonly Scope[] {
    return (this.#scopes ??= this.#joinScopes());
  }

  get constants(): ReadonlyMap<string, number> {
    return (this.#constants ??= this.#topLevel('constants'));
  }

  get constantValues(): ReadonlyMap<number, Constant> {
    return (this.#constantValues ??= this.#joinConstantValues());
  }

  get tokenSymbols(): Int32Array {
    return (this.#tokenSymbols ??= this.#joinTokens(
      size => new Int32Array(size).fill(-1),
      ({ bound }, index, joined, token, place) => {
        const symbol = bound.tokenSymbols[token];
        if (symbol >= 0) joined[place] = this.symbolOfUnit(index, symbol);
      },
    ));
  }

  get tokenRoles(): Uint8Array {
    return (this.#tokenRoles ??= this.#joinTokens(
      size => new Uint8Array(size),
      ({ bound }, _index, joined, token, place) => {
        joined[place] = bound.tokenRoles[token];
      },
    ));
  }

  get statementScopes(): Int32Array {
    if (this.#statementScopes !== undefined) return this.#statementScopes;
    const joined = new Int32Array(this.tree.statementCount);
    for (const { bound, placement } of this.snapshot.units) {
      const scopes = bound.scopes.map((_, scope) => placement.scope(scope));
      forEachRun(placement, bound.statementScopes.length, 'statements', (from, to, place) => {
        for (let index = from; index < to; index++) joined[place + index - from] = scopes[bound.statementScopes[index]];
      });
    }
    return (this.#statementScopes = joined);
  }

  get imports(): readonly Import[] {
    const { imports, main } = this.snapshot;
    return (this.#imports ??= imports.map(({ path, file, token, isRead }) => ({
      path,
      file,
      token: main.placement.token(token),
      module: isRead ? (this.#moduleOf(file) ?? null) : null,
    })));
  }

  /** The index in `symbols` of a symbol of a unit, which is the `index`-th of the file. */
  symbolOfUnit(index: number, symbol: number): number {
    const { bound } = this.snapshot.units[index];
    const rank = ranksOf(bound).ranks[symbol];
    const { bases, mainNumbers } = this.#numbers;
    if (rank >= 0) return index === bases.length - 1 ? mainNumbers[rank] : bases[index] + rank;
    const { kind, name, outside } = bound.symbols[symbol];
    if (outside === undefined) return this.#numbers.globals.get(name) as number;
    const table = kind === 'constant' ? this.constants : this.#callableTable;
    return table.get(name) ?? -1;
  }

  /** The index of a unit in the file; -1 for one that is no longer there. */
  indexOfUnit(unit: Unit): number {
    return this.#numbers.unitIndices.get(unit) ?? -1;
  }

  get #callableTable(): ReadonlyMap<string, number> {
    return (this.#callables ??= this.#topLevel('callables'));
  }

  get #numbers(): Numbering {
    return (this.#numbering ??= numberSymbols(this.snapshot));
  }

  #joinSymbols(): NameSymbol[] {
    const { imported, importedStart, bases, mainNumbers, globals } = this.#numbers;
    const symbols = new Array<NameSymbol>(importedStart);
    for (const [index, unit] of this.snapshot.units.entries()) {
      const placed = placedSymbols(unit);
      const isMain = index === bases.length - 1;
      for (let rank = 0; rank < placed.length; rank++)
        symbols[isMain ? mainNumbers[rank] : bases[index] + rank] = placed[rank];
    }
    for (const each of imported) symbols.push(this.#importedSymbol(each));
    const first = this.#firstStores();
    for (const name of globals.keys()) {
      const { kind, definition } = first.get(name) as { kind: 'global' | 'built-in'; definition: number };
      const shown = kind === 'built-in' && definition >= 0 ? 'global' : kind;
      symbols.push({ kind: shown, name, scope: 0, definition, ownScope: -1, instruction: -1, isCaptured: false });
    }
    return symbols;
  }

  #importedSymbol({ kind, name, file, unit, symbol, valueText }: ImportedName): NameSymbol {
    const module = this.#moduleOf(file) as ModuleView;
    const origin = { module, symbol: module.symbolOfUnit(module.indexOfUnit(unit), symbol) };
    const own = { kind, name, scope: 0, definition: -1, ownScope: -1, instruction: -1, isCaptured: false, origin };
    return valueText === undefined ? own : { ...own, valueText };
  }

  /** The first token that stores each global variable; -1 where nothing here does. */
  #firstStores(): Map<string, { kind: 'global' | 'built-in'; definition: number }> {
    const stores = new Map<string, { kind: 'global' | 'built-in'; definition: number }>();
    for (const { bound, placement } of this.snapshot.units) {
      for (const symbol of bound.scopes[0].variables.values()) {
        const { name, kind, definition: own } = bound.symbols[symbol];
        const definition = own < 0 ? -1 : placement.token(own);
        const known = stores.get(name);
        if (known === undefined) stores.set(name, { kind: kind as 'global' | 'built-in', definition });
        else if (definition >= 0 && (known.definition < 0 || definition < known.definition))
          known.definition = definition;
      }
    }
    return stores;
  }

  #joinScopes(): Scope[] {
    const { units, main } = this.snapshot;
    const scopes: Scope[] = new Array<Scope>(this.tree.bases.blocks[this.tree.sections.length] + 1);
    scopes[0] = this.#mainScope(main);
    for (const [index, unit] of units.entries()) {
      const { bound, placement } = unit;
      for (let scope = 1; scope < bound.scopes.length; scope++) {
        const toSymbol = (symbol: number): number => (symbol < 0 ? -1 : this.symbolOfUnit(index, symbol));
        scopes[placement.scope(scope)] = new ScopeView(bound.scopes[scope], placement, toSymbol);
      }
    }
    return scopes;
  }

  #mainScope({ bound, placement }: UnitSnapshot): Scope {
    const index = this.snapshot.units.length - 1;
    const view = new ScopeView(bound.scopes[0], placement, symbol =>
      symbol < 0 ? -1 : this.symbolOfUnit(index, symbol),
    );
    const { labels, instructions, parameters, nonlocals } = view;
    const { kind, name, parent, symbol, shownName, qualifiedName, depth } = view;
    return {
      kind,
      name,
      parent,
      symbol,
      shownName,
      qualifiedName,
      depth,
      labels,
      instructions,
      parameters,
      nonlocals,
      callables: this.#callableTable,
      variables: this.#numbers.globals,
      isBroken: this.snapshot.isMainBroken,
    };
  }

  /** Own names win over imported ones, and of own ones the first. */
  #topLevel(of: 'callables' | 'constants'): ReadonlyMap<string, number> {
    const { imported, importedStart } = this.#numbers;
    const table = new Map<string, number>();
    for (const [index, { kind, name }] of imported.entries()) {
      if ((kind === 'constant') === (of === 'constants')) table.set(name, importedStart + index);
    }
    const tokens = new Map<string, number>();
    for (const [index, { outline, placement }] of this.snapshot.units.entries()) {
      for (const { name, symbol, token } of outline[of]) {
        const place = placement.token(token);
        if (place > (tokens.get(name) ?? Infinity)) continue;
        tokens.set(name, place);
        table.set(name, this.symbolOfUnit(index, symbol));
      }
    }
    return table;
  }

  #joinConstantValues(): Map<number, Constant> {
    const values = new Map<number, Constant>();
    for (const [index, { bound }] of this.snapshot.units.entries()) {
      for (const [symbol, value] of bound.constantValues) values.set(this.symbolOfUnit(index, symbol), value);
    }
    return values;
  }

  #joinTokens<A extends Int32Array | Uint8Array>(
    make: (size: number) => A,
    put: (unit: UnitSnapshot, index: number, joined: A, token: number, place: number) => void,
  ): A {
    const joined = make(this.tree.tokenCount);
    for (const [index, unit] of this.snapshot.units.entries()) {
      forEachRun(unit.placement, unit.bound.tokenRoles.length, 'tokens', (from, to, place) => {
        for (let token = from; token < to; token++) put(unit, index, joined, token, place + token - from);
      });
    }
    return joined;
  }
}

/** How the symbols of a file are numbered: those of its units in text order, then those of imports, then the global variables. */
interface Numbering {
  /** The number of the first symbol of each unit but main; and the number of each of main's. */
  readonly bases: Int32Array;
  readonly mainNumbers: Int32Array;
  readonly unitIndices: ReadonlyMap<Unit, number>;
  readonly imported: readonly ImportedName[];
  readonly importedStart: number;
  /** Global variables and built-ins that are named. */
  readonly globals: ReadonlyMap<string, number>;
}

function numberSymbols({ units, main, imported: { callables, constants } }: FileSnapshot): Numbering {
  const bases = new Int32Array(units.length);
  const unitIndices = new Map<Unit, number>();
  const ofMain = ranksOf(main.bound).own;
  const mainNumbers = new Int32Array(ofMain.length);
  let next = 0;
  let nextOfMain = 0;
  for (const [index, { unit, bound, placement }] of units.entries()) {
    unitIndices.set(unit, index);
    bases[index] = next;
    // What main defines above this unit comes first; behind the last unit there is main itself.
    for (; nextOfMain < ofMain.length; nextOfMain++) {
      const token = main.placement.token(main.bound.symbols[ofMain[nextOfMain]].definition);
      if (unit !== main.unit && token > placement.token(0)) break;
      mainNumbers[nextOfMain] = next++;
    }
    if (unit === main.unit) break;
    bases[index] = next;
    next += ranksOf(bound).own.length;
  }
  const imported = [...callables.values(), ...constants.values()];
  const globals = new Map<string, number>();
  for (const { bound } of units) {
    for (const name of bound.scopes[0].variables.keys()) {
      if (!globals.has(name)) globals.set(name, next + imported.length + globals.size);
    }
  }
  return { bases, mainNumbers, unitIndices, imported, importedStart: next, globals };
}

interface Ranks {
  /** For each symbol of a unit its place among those that are the unit's own; -1 for global variables and what is defined elsewhere. */
  readonly ranks: Int32Array;
  readonly own: readonly number[];
  /** The own symbols as they were placed last. */
  placed:
    | { readonly token: number; readonly scope: number; readonly placement: Placement; readonly symbols: NameSymbol[] }
    | undefined;
}

const ranksOfUnits = new WeakMap<BoundUnit, Ranks>();

function ranksOf(bound: BoundUnit): Ranks {
  const known = ranksOfUnits.get(bound);
  if (known !== undefined) return known;
  const ranks = new Int32Array(bound.symbols.length).fill(-1);
  const own: number[] = [];
  for (const [symbol, { kind, outside }] of bound.symbols.entries()) {
    if (outside !== undefined || kind === 'global' || kind === 'built-in') continue;
    ranks[symbol] = own.length;
    own.push(symbol);
  }
  const made: Ranks = { ranks, own, placed: undefined };
  ranksOfUnits.set(bound, made);
  return made;
}

/** A unit's own symbols with the places of the file; the same objects as long as it stays in its place. */
function placedSymbols({ unit, bound, placement }: UnitSnapshot): readonly NameSymbol[] {
  const ranks = ranksOf(bound);
  const isMain = unit.isMain;
  const token = isMain || bound.tree.tokenCount === 0 ? -1 : placement.token(0);
  const scope = isMain ? -1 : placement.scope(1);
  const { placed } = ranks;
  if (
    placed !== undefined &&
    (isMain ? placed.placement === placement : placed.token === token && placed.scope === scope)
  )
    return placed.symbols;
  const symbols = ranks.own.map((index): NameSymbol => {
    const { kind, name, instruction, isCaptured, valueText, ...own } = bound.symbols[index];
    const symbol = {
      kind,
      name,
      scope: placement.scope(own.scope),
      definition: own.definition < 0 ? -1 : placement.token(own.definition),
      ownScope: placement.scope(own.ownScope),
      instruction,
      isCaptured,
    };
    return valueText === undefined ? symbol : { ...symbol, valueText };
  });
  ranks.placed = { token, scope, placement, symbols };
  return symbols;
}

/** A scope with the places and symbols of the file. Its tables are made when they are asked for. */
class ScopeView implements Scope {
  readonly kind: Scope['kind'];
  readonly name: string;
  readonly parent: number;
  readonly shownName: string;
  readonly qualifiedName: string;
  readonly depth: number;
  readonly nonlocals: readonly string[];
  readonly isBroken: boolean;
  readonly #own: UnitScope;
  readonly #placement: Placement;
  readonly #toSymbol: (symbol: number) => number;
  #labels: ReadonlyMap<string, number> | undefined;
  #callables: ReadonlyMap<string, number> | undefined;
  #variables: ReadonlyMap<string, number> | undefined;
  #instructions: Int32Array | undefined;
  #parameters: Scope['parameters'] | undefined;

  constructor(own: UnitScope, placement: Placement, toSymbol: (symbol: number) => number) {
    const { kind, name, parent, shownName, qualifiedName, depth, nonlocals, isBroken } = own;
    this.kind = kind;
    this.name = name;
    this.parent = placement.scope(parent);
    this.shownName = shownName;
    this.qualifiedName = qualifiedName;
    this.depth = depth;
    this.nonlocals = nonlocals;
    this.isBroken = isBroken;
    this.#own = own;
    this.#placement = placement;
    this.#toSymbol = toSymbol;
  }

  get symbol(): number {
    return this.#toSymbol(this.#own.symbol);
  }

  get labels(): ReadonlyMap<string, number> {
    return (this.#labels ??= this.#table(this.#own.labels));
  }

  get callables(): ReadonlyMap<string, number> {
    return (this.#callables ??= this.#table(this.#own.callables));
  }

  get variables(): ReadonlyMap<string, number> {
    return (this.#variables ??= this.#table(this.#own.variables));
  }

  get instructions(): Int32Array {
    return (this.#instructions ??= this.#own.instructions.map(statement => this.#placement.statement(statement)));
  }

  get parameters(): Scope['parameters'] {
    return (this.#parameters ??= this.#own.parameters.map(parameter => {
      const { token, defaultToken } = parameter;
      const defaultPlace = defaultToken < 0 ? -1 : this.#placement.token(defaultToken);
      return { ...parameter, token: this.#placement.token(token), defaultToken: defaultPlace };
    }));
  }

  #table(own: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
    return new Map([...own].map(([name, symbol]) => [name, this.#toSymbol(symbol)]));
  }
}

/** Calls `visit` for each stretch of a unit that stands in one piece in the file: from one index to another, and where it starts. */
function forEachRun(
  { file, place: only, places, joined }: Placement,
  length: number,
  what: 'tokens' | 'statements',
  visit: (from: number, to: number, place: number) => void,
): void {
  if (joined === undefined) {
    if (only >= 0) visit(0, length, file.bases[what][only]);
    return;
  }
  const own = joined.bases[what];
  for (const [section, place] of places.entries()) visit(own[section], own[section + 1], file.bases[what][place]);
}
