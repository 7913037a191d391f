import type { Deliver } from '../frame.ts';
import type { GeneratorObject } from '../objects/index.ts';
import type { Continuation, Step } from '../pending.ts';
import type { Value } from '../values/index.ts';
import { CALLS, CALL_WORDS, Call, RESUME_AT } from './registers.ts';

/** What waits for the result of a call of the loop, where that is more than the instruction itself. */
export interface Wait {
  readonly chain: Continuation | null;
  readonly deliver: Deliver;
  /** Where the caller goes on. */
  readonly back: number;
  /** The generator that the call drives, where it does. */
  readonly generator: GeneratorObject | null;
}

/** By number of the call's record. */
const WAITS: (Wait | undefined)[] = [];

export function waitAt(record: number): Wait {
  return WAITS[record / CALL_WORDS] as Wait;
}

export function setWait(record: number, wait: Wait): void {
  const index = record / CALL_WORDS;
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
    for (let each = WAITS[index]?.chain ?? null; each !== null; each = each.next) {
      if (each.step === (step as unknown)) return each.data as unknown as Data;
    }
  }
  return null;
}
