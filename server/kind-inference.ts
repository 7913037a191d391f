import {
  ANY_KIND,
  BUILT_IN_NAMES,
  KIND_BITS,
  MAXIMUM_PRODUCERS,
  Op,
  Role,
  kindsMade,
  type AbstractStack,
  type AbstractValue,
  type Analysis,
  type ScopeParameter,
} from '../vm/index.ts';
import { stackBefore, verifiedFacts } from './function-facts.ts';
import { kindsOfConstant } from './literal-kinds.ts';
import {
  nameOfToken,
  occurrencesOf,
  programName,
  type Occurrence,
  type ProgramName,
  type Programs,
} from './program-names.ts';
import { countOf, parameterAt, placeOf, placeOfToken, programsWith, type CodePlace } from './value-flow.ts';

/**
 * The kinds of variables beyond what the verifier proves, which takes each function by itself: a parameter holds what the calls of
 * its function give it, where all of them are known, and a variable what is stored in it, wherever that comes from.
 *
 * Theorem: in every run of the programs that are looked at, as long as no instruction of them fails, a variable that is bound
 * holds a value of one of the kinds that are said of it. By induction over the run: every way in which it can be bound is among
 * the calls and stores that were united. Where one is not known, it is said to hold anything. (With the option that gives `None` for
 * undefined names, a global may also be `None` before it is first stored.)
 */

/** What is said of a variable. */
export interface InferredKinds {
  /** A set of bits of `KIND_BITS`. */
  readonly kinds: number;
  /** Of a parameter: how many calls give it; else 0. */
  readonly callCount: number;
}

/**
 * So many calls and stores are looked at, in all rounds, for a name or for all values on a screen: who looks at them does not wait
 * for thousands.
 */
const MAXIMUM_PLACES_SEEN = 500;
/** Of files with more tokens (of about 20,000 lines) not every value's kind is looked for everywhere. */
const MOST_TOKENS_SEARCHED = 50_000;
/** The topmost slots are told of, no others. */
const MAXIMUM_SLOTS = 8;

/** The kinds of value that a variable holds; `undefined` where nothing is known of them, or nothing binds it. */
export function inferKinds(analysis: Analysis, name: ProgramName, programs: Programs): InferredKinds | undefined {
  const inference = new Inference(programsWith(name.module, analysis, programs));
  const kinds = inference.solve(name);
  return kinds === 0 || kinds === ANY_KIND ? undefined : { kinds, callCount: inference.callCountOf(name) };
}

/** Adds to a value on the stack of a scope what is inferred of it; in the file that is asked about. */
export type ValueKinds = (scope: number, value: AbstractValue) => AbstractValue;

/**
 * The same inference for what lies on the stack: for values of any kind, by the variables and instructions that they come from. In a
 * large file only by those of the function: to look for calls and globals takes longer the larger a file is, and this is asked for
 * many values behind each keystroke.
 */
export function valueKinds(analysis: Analysis, programs: Programs): ValueKinds {
  const { module } = analysis;
  const isLarge = module.tree.tokenCount > MOST_TOKENS_SEARCHED;
  let inference: Inference | undefined;
  return (scope, value) => {
    if (value.kinds !== ANY_KIND || value.producers.length === 0) return value;
    inference ??= new Inference(programsWith(module, analysis, programs), isLarge);
    const kinds = inference.kindsOf(analysis, { module, scope }, value);
    return kinds === 0 ? value : { ...value, kinds };
  };
}

/** The same for the topmost values of a stack. */
export function withKinds(kinds: ValueKinds, scope: number, stack: AbstractStack): AbstractStack {
  const fromTop = stack.fromTop.map((value, depth) => (depth < MAXIMUM_SLOTS ? kinds(scope, value) : value));
  return { ...stack, fromTop };
}

interface Variable {
  readonly name: ProgramName;
  kinds: number;
  callCount: number;
  /** Whether a solution was found: nothing is added any more. */
  isSolved: boolean;
  /** Where it is stored, once that has been looked for: each round asks for the same. */
  stores: readonly Store[] | undefined;
}

/** Where a variable is stored, if that is an instruction, with the program that its file was verified in. */
interface Store {
  readonly place: CodePlace | undefined;
  readonly analysis: Analysis;
}

/** The least solution: every variable holds nothing at first, and what reaches it is added until nothing is new. */
class Inference {
  private readonly programs: readonly Analysis[];
  private readonly variables = new Map<string, Variable>();
  /** Whether calls and globals, which may be anywhere, are not looked for. */
  private readonly isOfFunction: boolean;
  private placesLeft = MAXIMUM_PLACES_SEEN;

  constructor(programs: readonly Analysis[], isOfFunction = false) {
    this.programs = programs;
    this.isOfFunction = isOfFunction;
  }

  /** What a variable holds. */
  solve(name: ProgramName): number {
    const asked = this.variable(name);
    this.solveAll();
    return asked.kinds;
  }

  /** What a value on the stack of a scope is. */
  kindsOf(analysis: Analysis, at: Pick<CodePlace, 'module' | 'scope'>, value: AbstractValue): number {
    if (this.placesLeft < 0) return ANY_KIND;
    // The variables that it comes from are met first, and then known.
    this.kindsOfValue(analysis, at, value, NESTED_VALUES);
    this.solveAll();
    return this.placesLeft < 0 ? ANY_KIND : this.kindsOfValue(analysis, at, value, NESTED_VALUES);
  }

  private solveAll(): void {
    for (let hasGrown = true; hasGrown && this.placesLeft >= 0;) {
      hasGrown = false;
      // Variables that are met on the way join the round.
      for (const variable of this.variables.values()) {
        if (variable.isSolved) continue;
        const kinds = variable.kinds | this.reaching(variable);
        hasGrown ||= kinds !== variable.kinds;
        variable.kinds = kinds;
      }
    }
    for (const variable of this.variables.values()) {
      if (variable.isSolved) continue;
      if (this.placesLeft < 0) variable.kinds = ANY_KIND;
      variable.isSolved = true;
    }
  }

  callCountOf(name: ProgramName): number {
    return this.variable(name).callCount;
  }

  private variable(name: ProgramName): Variable {
    const key = `${name.kind} ${name.kind === 'global' ? name.name : `${name.symbol} ${name.module.file}`}`;
    let variable = this.variables.get(key);
    if (variable === undefined) {
      variable = { name, kinds: 0, callCount: 0, isSolved: false, stores: undefined };
      this.variables.set(key, variable);
    }
    return variable;
  }

  /** What is stored in a variable, and given to it by calls. */
  private reaching(variable: Variable): number {
    if (this.isOfFunction && variable.name.kind !== 'local') return ANY_KIND;
    let kinds = variable.name.kind === 'parameter' ? this.given(variable) : 0;
    if (kinds === ANY_KIND) return kinds;
    variable.stores ??= this.storesOf(variable.name);
    for (const { place, analysis } of variable.stores) {
      kinds |= place === undefined ? ANY_KIND : this.kindsOnStack(analysis, place, 0);
      if (kinds === ANY_KIND) return kinds;
    }
    // What nothing here stores, is nothing that is known of.
    return variable.stores.length > 0 || variable.name.kind === 'parameter' ? kinds : ANY_KIND;
  }

  private storesOf(name: ProgramName): Store[] {
    const stores: Store[] = [];
    for (const { occurrence, analysis } of this.occurrences(name)) {
      if (occurrence.role !== Role.Write) continue;
      stores.push({ place: placeOfToken(occurrence.module, occurrence.token), analysis });
    }
    return stores;
  }

  /** What calls give to a parameter. */
  private given(variable: Variable): number {
    const { module, symbol, name } = variable.name;
    const owner = module.scopes[module.symbols[symbol].scope];
    const parameter = owner.parameters.find(each => each.name === name);
    if (parameter === undefined || owner.symbol < 0) return ANY_KIND;
    if (parameter.kind === 'rest') return KIND_BITS.tuple;
    if (parameter.kind === 'named') return KIND_BITS.dict;
    // Methods are called on objects: nobody knows from where.
    if (module.scopes[module.symbols[owner.symbol].scope].kind === 'class') return ANY_KIND;
    let kinds = 0;
    variable.callCount = 0;
    for (const { occurrence, analysis } of this.occurrences(programName(module, owner.symbol))) {
      if (occurrence.role !== Role.Call) continue;
      const call = placeOfToken(occurrence.module, occurrence.token);
      // As a value, a function may be called by anybody.
      if (call === undefined || !CALLS.has(call.instruction.code)) return ANY_KIND;
      kinds |= this.givenBy(analysis, call, variable.name, parameter);
      if (kinds === ANY_KIND) return kinds;
      variable.callCount++;
    }
    return kinds;
  }

  private givenBy(analysis: Analysis, call: CodePlace, name: ProgramName, parameter: ScopeParameter): number {
    for (let depth = countOf(call) - 1; depth >= 0; depth--) {
      if (parameterAt(call, depth)?.symbol === name.symbol) return this.kindsOnStack(analysis, call, depth);
    }
    return parameter.defaultToken < 0 ? ANY_KIND : kindsOfConstant(name.module, parameter.defaultToken);
  }

  /** The kinds of a value on the stack before an instruction; none where no path leads there. */
  private kindsOnStack(analysis: Analysis, place: CodePlace, depth: number): number {
    const { module, scope } = place;
    // What a mistake has to do with it nobody knows.
    const isKnown = !module.scopes[scope].isBroken && verifiedFacts(analysis, module, scope) !== undefined;
    if (this.placesLeft-- < 0 || !isKnown) return ANY_KIND;
    const stack = stackBefore(analysis, place);
    if (stack === undefined) return 0;
    const value = stack.fromTop.at(depth);
    return value === undefined ? ANY_KIND : this.kindsOfValue(analysis, place, value, NESTED_VALUES);
  }

  private kindsOfValue(
    analysis: Analysis,
    at: Pick<CodePlace, 'module' | 'scope'>,
    { kinds, producers }: AbstractValue,
    levels: number,
  ): number {
    const isOpen = producers.length === 0 || producers.length >= MAXIMUM_PRODUCERS || levels === 0;
    if (kinds !== ANY_KIND || isOpen) return kinds;
    let made = 0;
    for (const producer of producers) {
      const place = placeOf(at.module, at.scope, producer);
      made |= place === undefined ? ANY_KIND : this.madeBy(analysis, place, levels - 1);
    }
    return made;
  }

  private madeBy(analysis: Analysis, place: CodePlace, levels: number): number {
    if (this.placesLeft-- < 0) return ANY_KIND;
    if (LOADS.has(place.instruction.code)) return this.loadedBy(place);
    const stack = stackBefore(analysis, place);
    const kindsAt = (depth: number): number => {
      const value = stack?.fromTop.at(depth);
      return value === undefined ? ANY_KIND : this.kindsOfValue(analysis, place, value, levels);
    };
    return kindsMade(place.instruction, countOf(place), kindsAt);
  }

  /** A load finds the variable, or an error; but where another one of its name may stand behind it, that one. */
  private loadedBy({ module, instruction, statement }: CodePlace): number {
    const name = nameOfToken(module, module.tree.statementHeads[statement] + 1);
    if (name === undefined || !VARIABLES.has(name.kind) || BUILT_IN_NAMES.has(name.name)) return ANY_KIND;
    const isHiding = name.kind !== 'global' && this.programs.some(each => isGlobal(each, name.name));
    if (isHiding && instruction.code !== Op.LOAD_LOCAL) return ANY_KIND;
    return this.variable(name).kinds;
  }

  /** Where a name is said in each program, with the program that its file was verified in. */
  private *occurrences(name: ProgramName): Iterable<{ occurrence: Occurrence; analysis: Analysis }> {
    const seen = new Set<string>();
    for (const analysis of this.programs) {
      for (const occurrence of occurrencesOf(name, () => [analysis])) {
        const key = `${occurrence.token} ${occurrence.module.file}`;
        if (seen.has(key)) continue;
        seen.add(key);
        yield { occurrence, analysis };
      }
    }
  }
}

/** Of values that are made of others, as deep is looked. */
const NESTED_VALUES = 6;

const CALLS: ReadonlySet<number> = new Set([Op.CALL_FUNC, Op.TAIL_CALL_FUNC]);
const LOADS: ReadonlySet<number> = new Set([Op.LOAD_VAR, Op.LOAD_LOCAL, Op.LOAD_GLOBAL]);
const VARIABLES: ReadonlySet<string> = new Set(['parameter', 'local', 'global']);

function isGlobal({ modules }: Analysis, name: string): boolean {
  return modules.some(({ scopes }) => scopes[0].variables.has(name));
}
