import { countAt, type Callee } from '../bytecode/index.ts';
import { ANY_KIND, type AbstractValue } from './abstract-stack.ts';
import { Unknown, unknownAt, type FunctionDraft } from './function-draft.ts';
import { RESULT_RULES } from './result-kinds.ts';
import type { InstructionContext } from './result-rule.ts';
import { JUMP_MOTIONS, NEW_VALUE, NEXT_MOTIONS, type StackMotion } from './stack-motion.ts';
import { UNKNOWN_STACK, type Slot, type StackState } from './stack-state.ts';

/**
 * Runs instructions on an abstract stack, in place. An instruction that takes more values than there are goes on as if the
 * missing ones had been there, so that one mistake is found once.
 */
export class StackWalker implements InstructionContext {
  readonly code: FunctionDraft;
  at = 0;
  minimum = 0;
  maximum = 0;
  #top: Slot | null = null;
  readonly resultOf: (callee: Callee) => number;

  constructor(code: FunctionDraft, resultOf: (callee: Callee) => number) {
    this.code = code;
    this.resultOf = resultOf;
  }

  /** Takes over a state, as the one before instruction `at`. */
  enter(at: number, state: StackState): void {
    this.at = at;
    this.#top = state.top;
    this.minimum = state.minimum;
    this.maximum = state.maximum;
  }

  state(): StackState {
    return { top: this.#top, minimum: this.minimum, maximum: this.maximum };
  }

  /** The value at a depth below the top, which is at 0. */
  valueAt(depth: number): AbstractValue {
    let slot = this.#top;
    for (let level = 0; slot !== null && level < depth; level++) slot = slot.below;
    return slot === null ? UNKNOWN_VALUE : slot.value;
  }

  kindsAt(depth: number): number {
    return this.valueAt(depth).kinds;
  }

  /** How many values the instruction before which it stands takes from the stack. */
  needs(): number {
    const motion = NEXT_MOTIONS[this.code.opcodes[this.at]];
    return motion.popsFixed + motion.popsPerCount * this.#count(motion);
  }

  /** What `n` stands for in the stack picture of the instruction before which it stands. */
  count(): number {
    return this.#count(NEXT_MOTIONS[this.code.opcodes[this.at]]);
  }

  /** Makes so many values on top unknown, and where they are many all of them. */
  forget(count: number): void {
    if (count === 0) return;
    let below = this.#top;
    for (let level = 0; level < count && below !== null; level++)
      below = level < MAXIMUM_FORGOTTEN ? below.below : null;
    if (below !== null) for (let level = 0; level < count; level++) below = { value: UNKNOWN_VALUE, below };
    this.#top = below;
  }

  /** Runs the instruction before which it stands, on the way to the following one. */
  step(): void {
    if (unknownAt(this.code, this.at) & Unknown.Stack) this.enter(this.at, UNKNOWN_STACK);
    else this.#move(NEXT_MOTIONS[this.code.opcodes[this.at]]);
    this.at++;
  }

  /** Runs the instruction before which it stands, on the way to its label. */
  stepToLabel(): void {
    this.#move(JUMP_MOTIONS[this.code.opcodes[this.at]]);
    this.at = this.code.operands[this.at];
  }

  #move(motion: StackMotion): void {
    const count = this.#count(motion);
    const { pushes, pushesPerCount } = motion;
    const fresh = pushes.length > 0 || pushesPerCount > 0 ? this.#newValue() : UNKNOWN_VALUE;
    const moved = motion.moves ? pushes.map(depth => this.#valueOr(fresh, depth)) : null;
    this.#drop(motion.popsFixed + motion.popsPerCount * count);
    for (let index = 0; index < pushes.length; index++) this.#push(moved === null ? fresh : moved[index]);
    for (let index = 0; index < pushesPerCount * count; index++) this.#push(fresh);
  }

  #valueOr(fresh: AbstractValue, depth: number): AbstractValue {
    return depth === NEW_VALUE ? fresh : this.valueAt(depth);
  }

  #newValue(): AbstractValue {
    if (unknownAt(this.code, this.at) & Unknown.Values) return { kinds: ANY_KIND, producers: onlyProducer(this.at) };
    const rule = RESULT_RULES[this.code.opcodes[this.at]];
    return rule === null ? UNKNOWN_VALUE : { kinds: rule.kinds(this), producers: onlyProducer(this.at) };
  }

  #count(motion: StackMotion): number {
    if (motion.popsPerCount === 0 && motion.pushesPerCount === 0) return 0;
    return countAt(this.code, this.at);
  }

  #drop(count: number): void {
    for (let dropped = 0; dropped < count && this.#top !== null; dropped++) this.#top = this.#top.below;
    this.minimum = Math.max(this.minimum, count) - count;
    this.maximum = Math.max(this.maximum, count) - count;
  }

  #push(value: AbstractValue): void {
    this.#top = { value, below: this.#top };
    this.minimum++;
    this.maximum++;
  }
}

/** The list of one producer. In most functions such lists are all there are: those of low indices are made once for all. */
function onlyProducer(at: number): readonly number[] {
  return at < SHARED_PRODUCERS ? (sharedProducers[at] ??= [at]) : [at];
}

const SHARED_PRODUCERS = 1_024;
const sharedProducers = new Array<readonly number[] | undefined>(SHARED_PRODUCERS).fill(undefined);

const MAXIMUM_FORGOTTEN = 64;

const UNKNOWN_VALUE: AbstractValue = { kinds: ANY_KIND, producers: [] };
