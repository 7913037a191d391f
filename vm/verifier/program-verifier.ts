import { MAIN, isGenerator, type Callee, type FunctionCode, type FunctionIndex } from '../bytecode/index.ts';
import { Op, instructionOf } from '../isa/index.ts';
import { ANY_KIND, KIND_BITS } from './abstract-stack.ts';
import { resultOfBuiltIn } from './built-in-results.ts';
import { CallGraph } from './call-graph.ts';
import { unknownAt, type FunctionDraft } from './function-draft.ts';
import { namesStored, type NamesStored } from './names-stored.ts';
import { StoredNames } from './stored-names.ts';
import type { ReturnPlace, Surroundings } from './surroundings.ts';
import { estimateResult, verifyFunction, type FunctionVerification } from './verify-function.ts';

/**
 * Verifies a program whose functions come, change and go, and keeps what it has found. Every function is verified by itself,
 * against what is known of the others; it is verified again when its code changes, or something that it depends on:
 *
 * - the kinds of the results of the functions that it calls;
 * - whether anything in the program stores a variable that it names;
 * - the places where a function returns that one of its findings tells of.
 *
 * Functions that call each other in a circle are taken to return nothing at first, and then run again until their results no
 * longer grow: the least solution, whatever order they came in.
 *
 * Invariant: after `settle` everything is as if the same functions had been put into a new verifier.
 */
export class ProgramVerifier {
  /** What every function is verified against, as it is now. */
  readonly surroundings: Surroundings;
  private readonly functions = new Map<FunctionIndex, Known>();
  private readonly calls = new CallGraph();
  private readonly stored = new StoredNames();
  /** Stores that stand in no function, by what they stand in. */
  private readonly strays = new Map<FunctionIndex, NamesStored>();
  /** By name, the functions that have a variable of it. */
  private readonly readers = new Map<string, Set<FunctionIndex>>();
  /** Functions with a finding that tells where others return, by those others. */
  private readonly returnAskers = new Map<FunctionIndex, Set<FunctionIndex>>();
  private readonly dirty = new Set<FunctionIndex>();
  private readonly verified = new Set<FunctionIndex>();
  private hasClasses = false;
  private asking: Known | undefined;

  /** `builtIns` are names that are never unassigned. */
  constructor(builtIns: ReadonlySet<string>) {
    // Properties are read while a function is verified: they answer for the moment.
    const verifier = this; // oxlint-disable-line unicorn/no-this-assignment, typescript/no-this-alias -- the getters below have their own
    this.surroundings = {
      builtIns,
      assignedGlobals: { has: name => this.stored.isGlobal(name) },
      globalsOfFunctions: { has: name => this.stored.isGlobalOfFunction(name) },
      assignedCaptures: { has: name => this.stored.isCapture(name) },
      get hasClasses() {
        return verifier.hasClasses;
      },
      resultOf: callee => this.resultOf(callee),
      returnsOf: callee => this.returnsOf(callee),
    };
  }

  /** Puts in a function, or new code for one; 0 is main. */
  put(index: FunctionIndex, code: FunctionCode): void {
    this.replace(index, { code, state: 'whole', stored: namesStored(code) });
  }

  /**
   * Puts in a function of which mistakes leave something open: nothing is known of what it returns. `stores` are the variables that it
   * may store besides, as far as they can be read (`needsKnownStores`).
   */
  putDraft(index: FunctionIndex, code: FunctionDraft, stores: ReadonlySet<string>): void {
    const { globals, captures } = namesStored(code);
    const stored = { globals: unite(globals, stores), captures: unite(captures, stores) };
    this.replace(index, { code, state: 'draft', stored });
  }

  /**
   * Puts in a function of which nobody can tell where it begins and ends: nothing is said of it, and nothing is known of what it
   * returns. `stores` are the globals that it may store, as far as they can be read.
   */
  putBroken(index: FunctionIndex, code: FunctionCode, stores: ReadonlySet<string>): void {
    this.replace(index, { code, state: 'unreadable', stored: { globals: stores, captures: new Set<string>() } });
  }

  /** Notes the names of variables that are stored where no function is: directly in a class, which is a mistake. */
  putStrays(index: FunctionIndex, stores: ReadonlySet<string>): void {
    const stored = { globals: stores, captures: new Set<string>() };
    this.strays.set(index, stored);
    this.stored.add(index, stored);
  }

  remove(index: FunctionIndex): void {
    this.forgetStrays(index);
    const known = this.functions.get(index);
    if (known === undefined) return;
    this.forget(index, known);
    this.calls.remove(index);
    this.functions.delete(index);
    this.dirty.delete(index);
    this.touchCallers(index);
  }

  /** Whether the program has classes, whose special methods any operator may run. */
  setHasClasses(hasClasses: boolean): void {
    if (this.hasClasses === hasClasses) return;
    this.hasClasses = hasClasses;
    for (const [index, { code }] of this.functions) if (index === MAIN || code.cells.length > 0) this.dirty.add(index);
  }

  /** Verifies what has to be, callees first; answers which functions those were. */
  settle(): ReadonlySet<FunctionIndex> {
    this.touchReaders();
    this.verified.clear();
    for (const index of this.calls.settle(this.dirty)) this.dirty.add(index);
    for (const index of this.calls.calleesFirst(this.dirty)) this.verify(index);
    // Results that have changed reach callers that nobody expected.
    for (const index of this.dirty) this.verify(index);
    return this.verified;
  }

  /** What is known of a function; `undefined` for one that cannot be read, and for one that is not there. */
  verificationOf(index: FunctionIndex): FunctionVerification | undefined {
    return this.functions.get(index)?.verification;
  }

  private replace(index: FunctionIndex, next: Pick<Known, 'code' | 'state' | 'stored'>): void {
    // What was a class may be a function now.
    this.forgetStrays(index);
    const known = this.functions.get(index);
    if (known !== undefined) this.forget(index, known);
    const kinds = known?.kinds ?? ANY_KIND;
    const isBefore = known?.isGenerator ?? false;
    const { code, state, stored } = next;
    const now: Known = {
      code,
      state,
      stored,
      kinds,
      isGenerator: isSurelyGenerator(code),
      askedReturns: undefined,
      verification: undefined,
    };
    this.calls.put(index, state === 'unreadable' ? NOBODY : calleesOf(code));
    this.functions.set(index, now);
    if (isBefore !== now.isGenerator) this.touchCallers(index);
    this.stored.add(index, stored);
    for (const { name } of code.variables) setOf(this.readers, name).add(index);
    for (const asker of this.returnAskers.get(index) ?? []) this.dirty.add(asker);
    this.dirty.add(index);
  }

  private forgetStrays(index: FunctionIndex): void {
    const strays = this.strays.get(index);
    if (strays === undefined) return;
    this.stored.remove(index, strays);
    this.strays.delete(index);
  }

  private forget(index: FunctionIndex, known: Known): void {
    this.stored.remove(index, known.stored);
    for (const { name } of known.code.variables) removeFrom(this.readers, name, index);
    this.forgetReturns(index, known);
  }

  private forgetReturns(index: FunctionIndex, known: Known): void {
    for (const callee of known.askedReturns ?? []) removeFrom(this.returnAskers, callee, index);
    known.askedReturns = undefined;
  }

  private touchReaders(): void {
    for (const name of this.stored.takeChanged()) {
      for (const index of this.readers.get(name) ?? []) this.dirty.add(index);
    }
  }

  private touchCallers(index: FunctionIndex): void {
    for (const caller of this.calls.callersOf(index)) this.dirty.add(caller);
  }

  private verify(index: FunctionIndex): void {
    if (!this.dirty.has(index)) return;
    const circle = this.calls.circleOf(index);
    if (circle === undefined) {
      this.dirty.delete(index);
      this.setKinds(index, this.finish(index));
      return;
    }
    this.settleCircle(circle);
    for (const member of circle) this.dirty.delete(member);
    for (const member of circle) this.finish(member);
  }

  /** Verifies one function against the others; answers the kinds of its result. */
  private finish(index: FunctionIndex): number {
    const known = this.functions.get(index) as Known;
    this.verified.add(index);
    this.forgetReturns(index, known);
    if (known.state === 'unreadable') return ANY_KIND;
    this.asking = known;
    // What is asked of the stack later is answered as of now, whatever the others return then.
    const resultOf = frozenResults(known.code, this.surroundings.resultOf);
    known.verification = verifyFunction(known.code, index, this.surroundingsOfNow(resultOf));
    this.asking = undefined;
    for (const callee of known.askedReturns ?? []) setOf(this.returnAskers, callee).add(index);
    return known.state === 'draft' ? ANY_KIND : known.verification.resultKinds;
  }

  private surroundingsOfNow(resultOf: Surroundings['resultOf']): Surroundings {
    const { builtIns, assignedGlobals, globalsOfFunctions, assignedCaptures, returnsOf } = this.surroundings;
    return {
      builtIns,
      assignedGlobals,
      globalsOfFunctions,
      assignedCaptures,
      hasClasses: this.hasClasses,
      resultOf,
      returnsOf,
    };
  }

  private settleCircle(members: readonly FunctionIndex[]): void {
    const circle = members.map(index => ({ index, known: this.functions.get(index) as Known }));
    const open = circle.filter(({ known }) => known.state === 'whole');
    const before = circle.map(({ known }) => known.kinds);
    for (const { known } of circle) known.kinds = known.state === 'whole' ? 0 : ANY_KIND;
    for (let round = 0; ; round++) {
      const results = open.map(({ known }) => known.kinds | estimateResult(known.code, this.surroundings));
      const hasGrown = open.some(({ known }, place) => results[place] !== known.kinds);
      open.forEach(({ known }, place) => (known.kinds = round < MAXIMUM_ROUNDS ? results[place] : ANY_KIND));
      if (!hasGrown || round === MAXIMUM_ROUNDS) break;
    }
    circle.forEach(({ index, known }, place) => {
      if (known.kinds !== before[place]) this.touchCallers(index);
    });
  }

  private setKinds(index: FunctionIndex, kinds: number): void {
    const known = this.functions.get(index) as Known;
    if (known.kinds === kinds) return;
    known.kinds = kinds;
    this.touchCallers(index);
  }

  private resultOf(callee: Callee): number {
    switch (callee.kind) {
      case 'function': {
        const known = this.functions.get(callee.index);
        if (known === undefined) return ANY_KIND;
        return known.isGenerator ? KIND_BITS.generator : known.kinds;
      }
      case 'built-in':
        return resultOfBuiltIn(callee.name);
      case 'method':
      case 'class':
        return ANY_KIND;
    }
  }

  /** A call of a generator function returns before it runs. */
  private returnsOf(callee: Callee): readonly ReturnPlace[] {
    if (callee.kind !== 'function') return [];
    if (this.asking !== undefined) (this.asking.askedReturns ??= new Set()).add(callee.index);
    const known = this.functions.get(callee.index);
    if (known?.state !== 'whole' || known.isGenerator) return [];
    const { opcodes, qualifiedName: name } = known.code;
    const places: ReturnPlace[] = [];
    for (let at = 0; at < opcodes.length && places.length < MAXIMUM_RETURNS; at++) {
      if (instructionOf(opcodes[at])?.flow === 'return') places.push({ function: callee.index, at, name });
    }
    return places;
  }
}

/** The results of the functions that a function calls, as they are now. Only those are kept that are not of any kind. */
function frozenResults({ sites }: FunctionCode, resultOf: Surroundings['resultOf']): Surroundings['resultOf'] {
  let calls = false;
  let known: Map<FunctionIndex, number> | undefined;
  for (const { callee } of sites) {
    if (callee?.kind !== 'function') continue;
    calls = true;
    const kinds = resultOf(callee);
    if (kinds !== ANY_KIND) (known ??= new Map()).set(callee.index, kinds);
  }
  if (!calls) return resultOf;
  return callee => (callee.kind === 'function' ? (known?.get(callee.index) ?? ANY_KIND) : resultOf(callee));
}

/** What is known of a function of the program. */
interface Known {
  readonly code: FunctionDraft;
  /** What mistakes of the text leave of it: all, what stands beside them, or nothing. */
  readonly state: 'whole' | 'draft' | 'unreadable';
  readonly stored: NamesStored;
  readonly isGenerator: boolean;
  /** Of what it returns, as its callers were told last. */
  kinds: number;
  verification: FunctionVerification | undefined;
  askedReturns: Set<FunctionIndex> | undefined;
}

/** More ways back are not listed. */
const MAXIMUM_RETURNS = 4;

/** After so many rounds the functions of a circle are taken to return anything. */
const MAXIMUM_ROUNDS = 6;

const NOBODY: readonly FunctionIndex[] = [];

function calleesOf({ sites }: FunctionCode): readonly FunctionIndex[] {
  let callees: Set<FunctionIndex> | undefined;
  for (const { callee } of sites) if (callee?.kind === 'function') (callees ??= new Set()).add(callee.index);
  return callees === undefined ? NOBODY : [...callees];
}

/** Whether there is a `YIELD` in it that is no placeholder. */
function isSurelyGenerator(code: FunctionDraft): boolean {
  if (code.placeholders === undefined) return isGenerator(code);
  return code.opcodes.some((opcode, at) => opcode === Op.YIELD && unknownAt(code, at) === 0);
}

function unite(names: ReadonlySet<string>, more: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...names, ...more]);
}

function setOf<K, V>(map: Map<K, Set<V>>, key: K): Set<V> {
  let set = map.get(key);
  if (set === undefined) map.set(key, (set = new Set()));
  return set;
}

function removeFrom<K, V>(map: Map<K, Set<V>>, key: K, value: V): void {
  const set = map.get(key);
  set?.delete(value);
  if (set?.size === 0) map.delete(key);
}
