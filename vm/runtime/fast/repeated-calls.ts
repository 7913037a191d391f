import { EXHAUSTED } from '../objects/index.ts';
import { advance } from '../operations/iteration.ts';
import { NextCall, Pending, giveItem, giveResult, nextCallOf, type Outcome } from '../pending.ts';
import type { Value } from '../values/index.ts';
import { running } from './current.ts';
import { bindCells, canEnter, roomFor } from './entering.ts';
import { pushCall } from './frames.ts';
import { attend, goTo, park } from './going.ts';
import { CALL_WORDS, ENTRIES, FRAME_SIZES, RESUME_AT, Way } from './registers.ts';
import { answerOf, isForMachine, settleFurther, settleInLoop, takerBehind } from './settle.ts';
import { putValue, valueAt } from './slots.ts';
import type { Wait } from './waits.ts';

/*
 * Calls that an operation makes with one thing after another: for the keys of a sort and its comparisons, in `map` and `filter`. What
 * waits for the next call is what waited for the last one, so nothing is made for it.
 */

/** Goes on behind a call whose result is in a slot, with what has waited for it. */
export function goOnBehindCall({ chain, deliver, back }: Wait, slot: number, fp: number, calls: number): number {
  const engine = running();
  const { machine } = engine;
  let outcome: Outcome = valueAt(slot) as Value;
  let left = chain;
  let settle = settleInLoop;
  if (chain !== null && chain.step.takeResult !== undefined && !machine.heap.isDue) {
    settle = settleFurther;
    engine.hotFrames = calls / CALL_WORDS;
    let behind = chain.next;
    try {
      let answer: Outcome | NextCall | undefined = giveResult(machine, chain, outcome);
      if (!(answer instanceof NextCall)) {
        outcome = answerOf(chain, answer);
        left = chain.next;
        const mayTake = isItem(outcome) && chain.step.nextCall !== undefined && !machine.heap.isDue;
        const taker = mayTake && left !== null ? takerBehind(left) : null;
        if (taker !== null) {
          behind = taker.next;
          const taken = giveItem(machine, taker, outcome as Value);
          answer = taken === undefined ? nextCallOf(machine, chain) : taken;
          if (answer === undefined) {
            outcome = advance(machine, taker.data[0] as Value);
          } else if (!(answer instanceof NextCall)) {
            outcome = answerOf(taker, answer);
            left = taker.next;
          }
        }
      }
      if (answer instanceof NextCall) {
        if (!machine.heap.isDue && enterNextCall(answer, slot, fp, calls)) return attend(Way.elsewhere);
        outcome = answer.pending;
        left = chain;
      }
    } catch (thrown) {
      if (!isForMachine(thrown))
        return park({ kind: 'failure', thrown, chain: behind, deliver }, back, slot, fp, calls);
    }
  }
  return settle(outcome, left, deliver, back, slot, fp, calls);
}

function isItem(outcome: Outcome): boolean {
  return !(outcome instanceof Pending) && outcome !== EXHAUSTED;
}

/** Begins the next call, for which the same waits as for the last one. False, with nothing changed, where the loop cannot. */
export function enterNextCall(
  { callee, argument, second }: NextCall,
  slot: number,
  fp: number,
  calls: number,
): boolean {
  const { index, plainParameters, code, isGenerator } = callee.code;
  const first = roomFor(slot, calls);
  const count = second === undefined ? 1 : 2;
  const isPlain = plainParameters === count && code.parameters.length === count && !isGenerator;
  if (!isPlain || !canEnter(index, first, calls)) return false;
  putValue(first, argument);
  if (second !== undefined) putValue(first + 1, second);
  bindCells(callee, first, count);
  goTo(ENTRIES[index], first + FRAME_SIZES[index], first, pushCall(index, slot, RESUME_AT, fp, calls));
  return true;
}
