import { virtualArray } from '../source/index.ts';
import type { UnitScope } from './bind-unit.ts';
import type { Scope } from './module.ts';
import type { Placement } from './placement.ts';

/** What is main's and not of the unit that holds its statements. */
export interface MainTables {
  readonly callables: () => ReadonlyMap<string, number>;
  readonly variables: () => ReadonlyMap<string, number>;
  readonly isBroken: boolean;
}

/** In a scope with more instructions single ones are worked out by themselves. */
const FEW = 500;

/** A scope with the places and symbols of the file. Its tables are made when they are asked for. */
export class ScopeView implements Scope {
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
  readonly #main: MainTables | undefined;
  #labels: ReadonlyMap<string, number> | undefined;
  #callables: ReadonlyMap<string, number> | undefined;
  #variables: ReadonlyMap<string, number> | undefined;
  #instructions: Int32Array | undefined;
  #parameters: Scope['parameters'] | undefined;

  /** `toSymbol` gives the symbol of the file that one of the unit is. */
  constructor(own: UnitScope, placement: Placement, toSymbol: (symbol: number) => number, main?: MainTables) {
    const { kind, name, parent, shownName, qualifiedName, depth, nonlocals, isBroken } = own;
    this.kind = kind;
    this.name = name;
    this.parent = placement.scope(parent);
    this.shownName = shownName;
    this.qualifiedName = qualifiedName;
    this.depth = depth;
    this.nonlocals = nonlocals;
    this.isBroken = main?.isBroken ?? isBroken;
    this.#own = own;
    this.#placement = placement;
    this.#toSymbol = toSymbol;
    this.#main = main;
  }

  get symbol(): number {
    return this.#own.symbol < 0 ? -1 : this.#toSymbol(this.#own.symbol);
  }

  get labels(): ReadonlyMap<string, number> {
    return (this.#labels ??= this.#table(this.#own.labels));
  }

  get callables(): ReadonlyMap<string, number> {
    return (this.#callables ??= this.#main?.callables() ?? this.#table(this.#own.callables));
  }

  get variables(): ReadonlyMap<string, number> {
    return (this.#variables ??= this.#main?.variables() ?? this.#table(this.#own.variables));
  }

  get instructions(): Int32Array {
    if (this.#instructions !== undefined) return this.#instructions;
    const { instructions } = this.#own;
    const statementAt = (index: number): number => this.#placement.statement(instructions[index]);
    const make = (): Int32Array => (this.#instructions = instructions.map(each => this.#placement.statement(each)));
    return instructions.length > FEW
      ? (this.#instructions = virtualArray(instructions.length, statementAt, make))
      : make();
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
