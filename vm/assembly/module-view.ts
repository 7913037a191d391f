import type { Constant } from '../bytecode/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import { virtualArray } from '../source/index.ts';
import type { JoinedTree } from '../syntax/index.ts';
import type { FileSnapshot, UnitSnapshot } from './file-snapshot.ts';
import type { ImportedName } from './imported-names.ts';
import type { Import, Module, NameSymbol, Scope } from './module.ts';
import { ownSymbolsOf } from './own-symbols.ts';
import type { Unit } from './unit.ts';
import { ScopeView } from './scope-view.ts';

/**
 * A whole file as its units make it up: the names, scopes and symbols of all, with places and indices of the whole. Nothing of it
 * is put together before somebody asks for it, and single elements are looked for in their units.
 */
export class ModuleView implements Module {
  readonly file: string;
  readonly tree: JoinedTree;
  readonly diagnostics: readonly Diagnostic[];
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
  #globals: ReadonlyMap<string, number> | undefined;
  #globalNames: readonly string[] | undefined;
  #stores: ReadonlyMap<string, GlobalStore> | undefined;
  #unitIndices: ReadonlyMap<Unit, number> | undefined;
  #globalsRead: ReadonlySet<string> | undefined;
  #imports: readonly Import[] | undefined;

  /** `moduleOf` gives the views of the files that it imports. */
  constructor(snapshot: FileSnapshot, moduleOf: (file: string) => ModuleView | undefined) {
    this.snapshot = snapshot;
    this.#moduleOf = moduleOf;
    this.file = snapshot.file;
    this.tree = snapshot.tree;
    this.diagnostics = snapshot.binderDiagnostics;
  }

  get symbols(): readonly NameSymbol[] {
    if (this.#symbols !== undefined) return this.#symbols;
    const known: (NameSymbol | undefined)[] = [];
    const symbolAt = (index: number): NameSymbol | undefined => (known[index] ??= this.#symbolAt(index));
    const make = (): readonly NameSymbol[] => {
      const length = this.#globalStart + this.#globalNumbers.size;
      return (this.#symbols = Array.from({ length }, (_, index) => symbolAt(index) as NameSymbol));
    };
    // How many there are is known only when all are; single ones are asked for by index.
    return (this.#symbols = virtualArray(() => make().length, symbolAt, make));
  }

  get scopes(): readonly Scope[] {
    if (this.#scopes !== undefined) return this.#scopes;
    const { bases, sections } = this.tree;
    const length = bases.blocks.at(sections.length) + 1;
    const known: (Scope | undefined)[] = [];
    const scopeAt = (scope: number): Scope => (known[scope] ??= this.#scopeAt(scope));
    const make = (): readonly Scope[] => (this.#scopes = Array.from({ length }, (_, scope) => scopeAt(scope)));
    return (this.#scopes = virtualArray(length, scopeAt, make));
  }

  get constants(): ReadonlyMap<string, number> {
    return (this.#constants ??= this.#topLevel('constants'));
  }

  get constantValues(): ReadonlyMap<number, Constant> {
    return (this.#constantValues ??= this.#joinConstantValues());
  }

  get tokenSymbols(): Int32Array {
    if (this.#tokenSymbols !== undefined) return this.#tokenSymbols;
    const length = this.tree.tokenCount;
    const symbolAt = (token: number): number => {
      const place = this.#placeOfToken(token);
      const symbol = place === undefined ? -1 : place.unit.bound.tokenSymbols[place.own];
      return symbol < 0 ? -1 : this.symbolOfUnit((place as UnitPlace).index, symbol);
    };
    const make = (): Int32Array => (this.#tokenSymbols = this.#joinTokenSymbols());
    return (this.#tokenSymbols = virtualArray(length, symbolAt, make));
  }

  get tokenRoles(): Uint8Array {
    if (this.#tokenRoles !== undefined) return this.#tokenRoles;
    const length = this.tree.tokenCount;
    const roleAt = (token: number): number => {
      const place = this.#placeOfToken(token);
      return place === undefined ? 0 : place.unit.bound.tokenRoles[place.own];
    };
    const make = (): Uint8Array => {
      const joined = new Uint8Array(length);
      for (const { bound, placement } of this.snapshot.units()) {
        placement.forEachRun('tokens', bound.tokenRoles.length, (from, to, place) => {
          joined.set(bound.tokenRoles.subarray(from, to), place);
        });
      }
      return (this.#tokenRoles = joined);
    };
    return (this.#tokenRoles = virtualArray(length, roleAt, make));
  }

  get statementScopes(): Int32Array {
    if (this.#statementScopes !== undefined) return this.#statementScopes;
    const { statementCount } = this.tree;
    const scopeAt = (statement: number): number => {
      const section = this.tree.sectionOfStatement(statement);
      const index = this.snapshot.unitOfSection(section);
      if (index < 0) return 0;
      const { bound, placement } = this.snapshot.unitAt(index);
      return placement.scope(bound.statementScopes[placement.own('statements', section, statement)]);
    };
    const make = (): Int32Array => (this.#statementScopes = this.#joinStatementScopes());
    return (this.#statementScopes = virtualArray(statementCount, scopeAt, make));
  }

  get globalsRead(): ReadonlySet<string> {
    return (this.#globalsRead ??= this.#joinGlobalsRead());
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
    const { bound } = this.snapshot.unitAt(index);
    const rank = ownSymbolsOf(bound).ranks[symbol];
    if (rank >= 0) return this.#numbers.bases[index] + rank;
    const { kind, name, outside } = bound.symbols[symbol];
    if (outside === undefined) return this.#globalNumbers.get(name) as number;
    const definer = this.snapshot.definerOf(kind === 'constant' ? 'constants' : 'callables', name);
    if (definer !== undefined) return this.symbolOfUnit(definer.index, definer.symbol);
    return (kind === 'constant' ? this.constants : this.#callableTable).get(name) ?? -1;
  }

  /** The index of a unit in the file; -1 for one that is no longer there. */
  indexOfUnit(unit: Unit): number {
    this.#unitIndices ??= new Map([...this.snapshot.units()].map((each, index) => [each.unit, index]));
    return this.#unitIndices.get(unit) ?? -1;
  }

  get #callableTable(): ReadonlyMap<string, number> {
    return (this.#callables ??= this.#topLevel('callables'));
  }

  get #numbers(): Numbering {
    return (this.#numbering ??= numberSymbols(this.snapshot));
  }

  get #globalStart(): number {
    return this.#numbers.importedStart + this.#numbers.imported.length;
  }

  get #globalNumbers(): ReadonlyMap<string, number> {
    if (this.#globals !== undefined) return this.#globals;
    const globals = new Map<string, number>();
    this.snapshot.table.states.forEach(({ bound }) => {
      for (const name of bound.scopes[0].variables.keys()) {
        if (!globals.has(name)) globals.set(name, this.#globalStart + globals.size);
      }
    });
    return (this.#globals = globals);
  }

  #placeOfToken(token: number): UnitPlace | undefined {
    const section = this.tree.sectionOfToken(token);
    const index = this.snapshot.unitOfSection(section);
    if (index < 0) return undefined;
    const unit = this.snapshot.unitAt(index);
    return { index, unit, own: unit.placement.own('tokens', section, token) };
  }

  #symbolAt(index: number): NameSymbol | undefined {
    const { bases, mainCount, importedStart, imported } = this.#numbers;
    if (index < mainCount) return placedSymbol(this.snapshot.main, index);
    if (index < importedStart) {
      const unit = unitOfSymbol(bases, index);
      return placedSymbol(this.snapshot.unitAt(unit), index - bases[unit]);
    }
    if (index < this.#globalStart) return this.#importedSymbol(imported[index - importedStart]);
    this.#globalNames ??= [...this.#globalNumbers.keys()];
    const name = this.#globalNames[index - this.#globalStart];
    if (name === undefined) return undefined;
    const { kind, definition } = this.#globalStores.get(name) as GlobalStore;
    const shown = kind === 'built-in' && definition >= 0 ? 'global' : kind;
    return { kind: shown, name, scope: 0, definition, ownScope: -1, instruction: -1, isCaptured: false };
  }

  #importedSymbol({ kind, name, file, unit, symbol, valueText }: ImportedName): NameSymbol {
    const module = this.#moduleOf(file) as ModuleView;
    const origin = { module, symbol: module.symbolOfUnit(module.indexOfUnit(unit), symbol) };
    const own = { kind, name, scope: 0, definition: -1, ownScope: -1, instruction: -1, isCaptured: false, origin };
    return valueText === undefined ? own : { ...own, valueText };
  }

  /** The first token that stores each global variable; -1 where nothing here does. */
  get #globalStores(): ReadonlyMap<string, GlobalStore> {
    if (this.#stores !== undefined) return this.#stores;
    const stores = new Map<string, GlobalStore>();
    this.snapshot.table.states.forEach(({ bound }, index) => {
      for (const symbol of bound.scopes[0].variables.values()) {
        const { name, kind, definition: own } = bound.symbols[symbol];
        const definition = own < 0 ? -1 : this.snapshot.unitAt(index).placement.token(own);
        const known = stores.get(name);
        if (known === undefined) stores.set(name, { kind: kind as GlobalStore['kind'], definition });
        else if (definition >= 0 && (known.definition < 0 || definition < known.definition))
          known.definition = definition;
      }
    });
    return (this.#stores = stores);
  }

  #scopeAt(scope: number): Scope {
    if (scope === 0) return this.#mainScope();
    const section = this.tree.sectionOfBlock(scope);
    const index = this.snapshot.unitOfSection(section);
    const { bound, placement } = this.snapshot.unitAt(index);
    const own = placement.own('blocks', section, scope - 1) + 1;
    return new ScopeView(bound.scopes[own], placement, symbol => (symbol < 0 ? -1 : this.symbolOfUnit(index, symbol)));
  }

  #mainScope(): Scope {
    const index = this.snapshot.unitCount - 1;
    const { bound, placement } = this.snapshot.main;
    return new ScopeView(bound.scopes[0], placement, symbol => this.symbolOfUnit(index, symbol), {
      callables: () => this.#callableTable,
      variables: () => this.#globalNumbers,
      isBroken: this.snapshot.isMainBroken,
    });
  }

  /** Own names win over imported ones, and of own ones the first. */
  #topLevel(of: 'callables' | 'constants'): ReadonlyMap<string, number> {
    const { imported, importedStart } = this.#numbers;
    const table = new Map<string, number>();
    for (const [index, { kind, name }] of imported.entries()) {
      if ((kind === 'constant') === (of === 'constants')) table.set(name, importedStart + index);
    }
    const tokens = new Map<string, number>();
    this.snapshot.table.states.forEach(({ outline }, index) => {
      for (const { name, symbol, token } of outline[of]) {
        const place = this.snapshot.unitAt(index).placement.token(token);
        if (place > (tokens.get(name) ?? Infinity)) continue;
        tokens.set(name, place);
        table.set(name, this.symbolOfUnit(index, symbol));
      }
    });
    return table;
  }

  #joinConstantValues(): Map<number, Constant> {
    const values = new Map<number, Constant>();
    this.snapshot.table.states.forEach(({ bound }, index) => {
      for (const [symbol, value] of bound.constantValues) values.set(this.symbolOfUnit(index, symbol), value);
    });
    return values;
  }

  #joinTokenSymbols(): Int32Array {
    const joined = new Int32Array(this.tree.tokenCount).fill(-1);
    for (let index = 0; index < this.snapshot.unitCount; index++) {
      const { bound, placement } = this.snapshot.unitAt(index);
      const numbers = bound.symbols.map((_, symbol) => this.symbolOfUnit(index, symbol));
      placement.forEachRun('tokens', bound.tokenSymbols.length, (from, to, place) => {
        for (let token = from; token < to; token++) {
          const symbol = bound.tokenSymbols[token];
          if (symbol >= 0) joined[place + token - from] = numbers[symbol];
        }
      });
    }
    return joined;
  }

  #joinStatementScopes(): Int32Array {
    const joined = new Int32Array(this.tree.statementCount);
    for (const { bound, placement } of this.snapshot.units()) {
      const scopes = bound.scopes.map((_, scope) => placement.scope(scope));
      placement.forEachRun('statements', bound.statementScopes.length, (from, to, place) => {
        for (let index = from; index < to; index++) joined[place + index - from] = scopes[bound.statementScopes[index]];
      });
    }
    return joined;
  }

  #joinGlobalsRead(): Set<string> {
    const names = new Set(this.snapshot.imported.globalsRead);
    this.snapshot.table.states.forEach(({ bound }) => {
      for (const name of bound.uses.globals) names.add(name);
    });
    return names;
  }
}

interface UnitPlace {
  readonly index: number;
  readonly unit: UnitSnapshot;
  /** Counted from the start of the unit. */
  readonly own: number;
}

interface GlobalStore {
  readonly kind: 'global' | 'built-in';
  definition: number;
}

/** How the symbols of a file are numbered: main's own, those of the other units, those of imports, then the global variables. */
interface Numbering {
  /** The number of the first symbol of each unit. */
  readonly bases: Int32Array;
  readonly mainCount: number;
  readonly imported: readonly ImportedName[];
  readonly importedStart: number;
}

function numberSymbols({ table: { ownSymbols }, imported: { callables, constants } }: FileSnapshot): Numbering {
  const last = ownSymbols.length - 1;
  const { bases, end } = symbolBases(ownSymbols);
  const imported = [...callables.values(), ...constants.values()];
  return { bases, mainCount: ownSymbols[last], imported, importedStart: end };
}

/** Most edits leave the number of symbols of every unit as it is, and with them the table that says so. */
function symbolBases(ownSymbols: Int32Array): { readonly bases: Int32Array; readonly end: number } {
  const known = basesOfTables.get(ownSymbols);
  if (known !== undefined) return known;
  const last = ownSymbols.length - 1;
  const bases = new Int32Array(ownSymbols.length);
  let end = ownSymbols[last];
  for (let index = 0; index < last; index++) {
    bases[index] = end;
    end += ownSymbols[index];
  }
  bases[last] = 0;
  basesOfTables.set(ownSymbols, { bases, end });
  return { bases, end };
}

const basesOfTables = new WeakMap<Int32Array, { readonly bases: Int32Array; readonly end: number }>();

/** The unit that a symbol belongs to which is neither main's nor of the whole file, by binary search. */
function unitOfSymbol(bases: Int32Array, symbol: number): number {
  let low = 0;
  let high = bases.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (bases[middle] <= symbol) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** An own symbol of a unit with the places of the file. */
function placedSymbol({ bound, placement }: UnitSnapshot, rank: number): NameSymbol {
  const { kind, name, instruction, isCaptured, valueText, scope, definition, ownScope } =
    bound.symbols[ownSymbolsOf(bound).indices[rank]];
  const symbol = {
    kind,
    name,
    scope: placement.scope(scope),
    definition: definition < 0 ? -1 : placement.token(definition),
    ownScope: placement.scope(ownScope),
    instruction,
    isCaptured,
  };
  return valueText === undefined ? symbol : { ...symbol, valueText };
}
