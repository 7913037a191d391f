import { pushResult, type Deliver } from '../frame.ts';
import { InstanceObject, type GeneratorObject } from '../objects/index.ts';
import { initialized } from '../operations/construct.ts';
import type { Continuation, Step } from '../pending.ts';
import type { Value } from '../values/index.ts';
import { CALLS, CALL_WORDS, Call, MOST_CALLS, RESUME_AT } from './registers.ts';

/** What waits for the result of a call of the loop, where that is more than the instruction itself. */
export interface Wait {
  readonly chain: Continuation | null;
  readonly deliver: Deliver;
  /** Where the caller goes on. */
  readonly back: number;
  /** The generator that the call drives, where it does. */
  readonly generator: GeneratorObject | null;
}

/** What waits for a special method of the program, as long as nobody has to know more: it takes most results as they are. */
export class SpecialWait {
  private readonly from: WaitSource;
  private readonly left: Value;
  private readonly right: Value;
  readonly back: number;

  constructor(from: WaitSource, left: Value, right: Value, back: number) {
    this.from = from;
    this.left = left;
    this.right = right;
    this.back = back;
  }

  /** Whether the result in a slot is what the instruction pushes. */
  pushes(slot: number): boolean {
    return this.from.deliver === pushResult && this.from.takes(slot);
  }

  whole(): Wait {
    const { deliver, wait } = this.from;
    return { chain: wait === null ? null : wait(this.left, this.right), deliver, back: this.back, generator: null };
  }
}

/** What the waits for a special method have in common. */
export interface WaitSource {
  /** Makes what waits for the answer, such as `NotImplemented`; `null` where the answer is that of the instruction. */
  readonly wait: ((left: Value, right: Value) => Continuation) | null;
  /** Whether the steps of that answer with the result in a slot as it is. */
  readonly takes: (slot: number) => boolean;
  readonly deliver: Deliver;
}

/** By number of the call's record. Most often it is the `__init__` of a new object, which then stands here by itself. */
export const WAITS: (Wait | SpecialWait | InstanceObject | undefined)[] = [];
/** Where the caller goes on behind an `__init__`. */
export const BACKS = new Int32Array(MOST_CALLS);

export function waitAt(record: number): Wait {
  const index = record / CALL_WORDS;
  const wait = WAITS[index];
  if (wait instanceof SpecialWait) return wait.whole();
  if (!(wait instanceof InstanceObject)) return wait as Wait;
  const chain = { step: initialized as unknown as Continuation['step'], data: [wait], next: null };
  return { chain, deliver: pushResult, back: BACKS[index], generator: null };
}

export function setWait(record: number, wait: Wait | SpecialWait): void {
  put(record / CALL_WORDS, wait);
}

/** Notes that a call is the `__init__` of a new object, which is its result; the caller goes on at `back`. */
export function setMade(record: number, made: InstanceObject, back: number): void {
  const index = record / CALL_WORDS;
  put(index, made);
  BACKS[index] = back;
}

/** The new object whose `__init__` a call that somebody waits for is; `null` where it is another one. */
export function madeAt(record: number): InstanceObject | null {
  const wait = WAITS[record / CALL_WORDS];
  return wait instanceof InstanceObject ? wait : null;
}

/** Where the caller of a call that somebody waits for goes on. */
export function backAt(record: number): number {
  const index = record / CALL_WORDS;
  const wait = WAITS[index];
  return wait instanceof InstanceObject ? BACKS[index] : (wait as Wait | SpecialWait).back;
}

function put(index: number, wait: Wait | SpecialWait | InstanceObject): void {
  while (WAITS.length <= index) WAITS.push(undefined);
  WAITS[index] = wait;
}

export function clearWaits(): void {
  WAITS.length = 0;
}

/** What the innermost operation keeps that waits for one of the calls up to a record; `null` where none does. */
export function waitingInLoop<Data extends readonly (Value | undefined)[]>(
  step: Step<Data>,
  last: number,
): Data | null {
  for (let index = last / CALL_WORDS; index > 0; index--) {
    if (CALLS[CALL_WORDS * index + Call.back] !== RESUME_AT) continue;
    if (WAITS[index] === undefined) continue;
    for (let { chain: each } = waitAt(CALL_WORDS * index); each !== null; each = each.next) {
      if (each.step === (step as unknown)) return each.data as unknown as Data;
    }
  }
  return null;
}
