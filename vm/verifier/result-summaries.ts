import { isGenerator, type Callee, type FunctionCode, type FunctionIndex } from '../bytecode/index.ts';
import { instructionOf } from '../isa/index.ts';
import { ANY_KIND, KIND_BITS } from './abstract-stack.ts';
import { resultOfBuiltIn } from './built-in-results.ts';
import { findComponents } from './strongly-connected.ts';
import type { ReturnPlace } from './surroundings.ts';

/**
 * What every function returns, found callees first. Functions that call each other in a circle are taken to return nothing
 * at first, and then run again until their results no longer grow: the least solution, whatever order they stand in.
 */
export class ResultSummaries {
  readonly #functions: readonly FunctionCode[];
  readonly #kinds: Int32Array;
  readonly #isGenerator: Uint8Array;
  /** Functions of which nothing is known. */
  readonly #isUnknown: (index: FunctionIndex) => boolean;

  constructor(functions: readonly FunctionCode[], isUnknown: (index: FunctionIndex) => boolean) {
    this.#functions = functions;
    this.#isUnknown = isUnknown;
    this.#isGenerator = Uint8Array.from(functions, code => (isGenerator(code) ? 1 : 0));
    this.#kinds = new Int32Array(functions.length).fill(ANY_KIND);
  }

  readonly resultOf = (callee: Callee): number => {
    switch (callee.kind) {
      case 'function':
        return this.#isGenerator[callee.index] === 1 ? KIND_BITS.generator : this.#kinds[callee.index];
      case 'built-in':
        return resultOfBuiltIn(callee.name);
      case 'method':
      case 'class':
        return ANY_KIND;
    }
  };

  /** A call of a generator function returns before it runs. */
  readonly returnsOf = (callee: Callee): readonly ReturnPlace[] => {
    if (callee.kind !== 'function' || this.#isGenerator[callee.index] === 1) return [];
    const { opcodes, qualifiedName: name } = this.#functions[callee.index];
    const places: ReturnPlace[] = [];
    for (let at = 0; at < opcodes.length && places.length < MAXIMUM_RETURNS; at++) {
      if (instructionOf(opcodes[at])?.flow === 'return') places.push({ function: callee.index, at, name });
    }
    return places;
  };

  /**
   * Calls `finish`, which gives the kinds of a function's result, once for each function when the results of those that it
   * calls are known; and before that `estimate`, as often as it takes, for those that call themselves.
   */
  settle(estimate: (index: FunctionIndex) => number, finish: (index: FunctionIndex) => number): void {
    const callees = this.#functions.map(code => calleesOf(code));
    const { components } = findComponents(callees.length, callees.keys(), index => callees[index]);
    for (const component of components) {
      const known = component.filter(index => !this.#isUnknown(index));
      if (component.length > 1 || callees[component[0]].includes(component[0])) this.#settleCircle(known, estimate);
      for (const index of known) this.#kinds[index] = finish(index);
    }
  }

  #settleCircle(circle: readonly FunctionIndex[], estimate: (index: FunctionIndex) => number): void {
    for (const index of circle) this.#kinds[index] = 0;
    for (let round = 0; round < MAXIMUM_ROUNDS; round++) {
      const results = circle.map(index => this.#kinds[index] | estimate(index));
      const hasGrown = circle.some((index, place) => results[place] !== this.#kinds[index]);
      circle.forEach((index, place) => (this.#kinds[index] = results[place]));
      if (!hasGrown) return;
    }
    for (const index of circle) this.#kinds[index] = ANY_KIND;
  }
}

/** More ways back are not listed. */
const MAXIMUM_RETURNS = 4;

/** After so many rounds the functions of a circle are taken to return anything. */
const MAXIMUM_ROUNDS = 6;

function calleesOf({ sites }: FunctionCode): FunctionIndex[] {
  return sites.flatMap(({ callee }) => (callee?.kind === 'function' ? [callee.index] : []));
}
