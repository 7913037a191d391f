import type { Deliver } from '../frame.ts';
import { dropResult, pushResult } from '../frame.ts';
import { TESTS, pushItem, type Test } from '../handlers/control.ts';
import {
  ClassObject,
  EXHAUSTED,
  FunctionObject,
  GeneratorObject,
  NativeFunction,
  type ExceptionObject,
} from '../objects/index.ts';
import { WAIT_FOR_INPUT } from '../wait-for-input.ts';
import { beginCall } from '../operations/calls.ts';
import { ITEM_OR_END, advance } from '../operations/iteration.ts';
import { Pending, giveItem, takeStep, type Continuation, type Outcome } from '../pending.ts';
import { enterFunction, type Caller } from './entering.ts';
import { drive } from './generators.ts';
import { DO_PLAINLY, running } from './current.ts';
import { attend, goTo, park } from './going.ts';
import { CALL_WORDS, CODE, RESUME_AT, Way } from './registers.ts';
import type { Value } from '../values/index.ts';
import { putValue } from './slots.ts';
import { setWait } from './waits.ts';

/**
 * Works an outcome off as the machine's `settle` does, where functions of the program that it calls can run in the loop. What is
 * more than that is left to the machine. `back` is where the instruction goes on, and `result` the first slot of what it has taken.
 */
export function settleInLoop(
  outcome: Outcome,
  chain: Continuation | null,
  deliver: Deliver,
  back: number,
  result: number,
  fp: number,
  calls: number,
): number {
  const engine = running();
  const { machine } = engine;
  engine.hotFrames = calls / CALL_WORDS;
  let current = outcome;
  let left = chain;
  for (let steps = 0; ; steps++) {
    if (steps > 0 && (machine.heap.isDue || steps > LONGEST_WORK)) {
      return park({ kind: 'unfinished', outcome: current, chain: left, deliver }, back, result, fp, calls);
    }
    if (current instanceof Pending) {
      const pending = current;
      const { action } = pending;
      if (action.kind === 'value' && steps < SHORTEST_WORK) {
        // The host's stack is as low here as it will be.
        left = pending.onto(left);
        current = action.value;
        continue;
      }
      if (action.kind === 'send') {
        if (!drive(action.generator, action.value, { result, back: RESUME_AT, fp, calls })) break;
        setWait(calls + CALL_WORDS, { chain: pending.onto(left), deliver, back, generator: action.generator });
        return attend(Way.elsewhere);
      }
      if (action.kind !== 'call') break;
      if (!isEntered(action.callee)) {
        try {
          const begun = beginCall(machine, action.callee, action.values, action.names);
          left = pending.onto(left);
          current = 'frame' in begun ? machine.makeGenerator(begun.frame) : begun.outcome;
          continue;
        } catch (thrown) {
          if (isForMachine(thrown)) break;
          return park({ kind: 'failure', thrown, chain: pending.onto(left), deliver }, back, result, fp, calls);
        }
      }
      if (action.names.length > 0 || !(action.callee instanceof FunctionObject)) break;
      if (!enterFunction(action.callee, action.values, { result, back: RESUME_AT, fp, calls })) break;
      setWait(calls + CALL_WORDS, { chain: pending.onto(left), deliver, back, generator: null });
      return attend(Way.elsewhere);
    }
    if (left === null) {
      if (!deliverInLoop(deliver, current, { result, back, fp, calls })) break;
      return machine.heap.isDue || machine.isStopping ? Way.stop : Way.elsewhere;
    }
    const taking = current === EXHAUSTED || machine.heap.isDue ? null : takerBehind(left);
    const { next }: Continuation = taking ?? left;
    try {
      const answer = taking === null ? takeStep(machine, left, current) : giveItem(machine, taking, current);
      if (answer === undefined) {
        // The steps that wait are the same for all items.
        const iterator = (taking as Continuation).data[0] as Value;
        const isDriven =
          iterator instanceof GeneratorObject &&
          !machine.heap.isDue &&
          drive(iterator, null, { result, back: RESUME_AT, fp, calls });
        if (isDriven) {
          setWait(calls + CALL_WORDS, { chain: left, deliver, back, generator: iterator });
          return Way.elsewhere;
        }
        current = advance(machine, iterator);
      } else {
        current = answerOf(taking ?? left, answer);
        left = next;
      }
    } catch (thrown) {
      if (isForMachine(thrown)) break;
      return park({ kind: 'failure', thrown, chain: next, deliver }, back, result, fp, calls);
    }
  }
  return park({ kind: 'outcome', outcome: current, chain: left, deliver }, back, result, fp, calls);
}

/** The same behind a step: where a collection is due, it comes before the next one. */
export function settleFurther(
  outcome: Outcome,
  chain: Continuation | null,
  deliver: Deliver,
  back: number,
  result: number,
  fp: number,
  calls: number,
): number {
  return running().machine.heap.isDue
    ? park({ kind: 'unfinished', outcome, chain, deliver }, back, result, fp, calls)
    : settleInLoop(outcome, chain, deliver, back, result, fp, calls);
}

/** Whether a call comes to a frame that runs; what the machine itself does, and making a generator, is done at once. */
function isEntered(callee: Value): boolean {
  if (callee instanceof FunctionObject) return !callee.code.isGenerator;
  return !(callee instanceof NativeFunction || callee instanceof ClassObject);
}

/** The step that takes an item, where that is what the next two steps are about; else `null`. */
export function takerBehind({ step, next }: Continuation): Continuation | null {
  return step === ITEM_OR_END.step && next !== null && next.step.take !== undefined ? next : null;
}

/** The answer of a step, which the heap has counted. */
export function answerOf({ step }: Continuation, answer: Outcome): Outcome {
  return step.hasCounted === true ? answer : running().machine.heap.made(answer);
}

/** Whether what a step has thrown is no error: the machine takes the step then. */
export function isForMachine(thrown: unknown): boolean {
  return thrown === DO_PLAINLY || thrown === WAIT_FOR_INPUT;
}

/** Operations that wait for nothing, only to be interrupted, go on at once as long as no more steps than these have been made. */
const SHORTEST_WORK = 16;
/** After so many steps without an instruction the machine comes back. */
const LONGEST_WORK = 1000;

/** Lets the first step of a chain rescue an error, and goes on with what it answers. */
export function rescueInLoop(
  { step, data, next }: Continuation,
  error: ExceptionObject,
  deliver: Deliver,
  back: number,
  result: number,
  fp: number,
  calls: number,
): number {
  const engine = running();
  engine.hotFrames = calls / CALL_WORDS;
  let answer: Outcome;
  try {
    answer = (step.rescue as NonNullable<typeof step.rescue>)(engine.machine, error, ...data);
  } catch (thrown) {
    return park({ kind: 'failure', thrown, chain: next, deliver }, back, result, fp, calls);
  }
  return settleFurther(answer, next, deliver, back, result, fp, calls);
}

/** Gives an instruction what it has waited for. False, with nothing changed, where it does more with it than the loop knows. */
function deliverInLoop(deliver: Deliver, value: Value, { result, back, fp, calls }: Caller): boolean {
  const isEnd = deliver === pushItem && value === EXHAUSTED;
  if (isEnd) {
    goTo(CODE[back - 1], result - 1, fp, calls);
  } else if (deliver === pushResult || deliver === pushItem) {
    putValue(result, value);
    goTo(back, result + 1, fp, calls);
  } else if (deliver === dropResult) {
    goTo(back, result, fp, calls);
  } else {
    const test = TEST_OF_DELIVER.get(deliver);
    if (test === undefined) return false;
    if (value === test.jumpsIf) goTo(CODE[back - 1], result, fp, calls);
    else goTo(back, test.keeps ? result - 1 : result, fp, calls);
  }
  return true;
}

const TEST_OF_DELIVER: ReadonlyMap<Deliver, Test> = new Map(Object.values(TESTS).map(test => [test.decide, test]));
