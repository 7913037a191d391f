import type { Mnemonic } from '../../isa/index.ts';
import type { Deliver, Frame } from '../frame.ts';
import type { Machine } from '../machine.ts';
import { EXHAUSTED, GeneratorObject } from '../objects/index.ts';
import { ITEM_OR_END, iterate, next } from '../operations/iteration.ts';
import { plainTruth, truth } from '../operations/truth.ts';
import type { Handlers } from './handler.ts';
import type { Operations } from './operation.ts';

export const controlOperations: Operations<'GET_ITER'> = {
  GET_ITER: (machine, operands) => iterate(machine, operands.peek()),
};

export const controlHandlers: Handlers<
  'JUMP' | 'JUMP_IF_TRUE' | 'JUMP_IF_FALSE' | 'JUMP_IF_TRUE_OR_POP' | 'JUMP_IF_FALSE_OR_POP' | 'FOR_ITER' | 'HALT'
> = {
  JUMP(_machine, frame, target) {
    frame.at = target;
  },

  JUMP_IF_TRUE: (machine, frame) => test(machine, frame, TESTS.JUMP_IF_TRUE),
  JUMP_IF_FALSE: (machine, frame) => test(machine, frame, TESTS.JUMP_IF_FALSE),
  JUMP_IF_TRUE_OR_POP: (machine, frame) => test(machine, frame, TESTS.JUMP_IF_TRUE_OR_POP),
  JUMP_IF_FALSE_OR_POP: (machine, frame) => test(machine, frame, TESTS.JUMP_IF_FALSE_OR_POP),

  FOR_ITER(machine, frame) {
    const iterator = frame.peek();
    if (!(iterator instanceof GeneratorObject)) machine.answer(next(machine, iterator), 0, pushItem);
    else if (iterator.state === 'finished') machine.answer(EXHAUSTED, 0, pushItem);
    else machine.drive(iterator, null, ITEM_OR_END, pushItem);
  },

  HALT(machine) {
    machine.halt();
  },
};

/** What a conditional jump does with the truth of the value on top. */
export interface Test {
  readonly jumpsIf: boolean;
  /** Whether the value stays where it jumps; it always goes where it does not. */
  readonly keeps: boolean;
  readonly decide: Deliver;
}

function testThat(jumpsIf: boolean, keeps: boolean): Test {
  return {
    jumpsIf,
    keeps,
    decide(_machine, frame, truth) {
      if (truth === jumpsIf) jump(frame);
      else if (keeps) frame.drop(1);
    },
  };
}

export const TESTS = {
  JUMP_IF_TRUE: testThat(true, false),
  JUMP_IF_FALSE: testThat(false, false),
  JUMP_IF_TRUE_OR_POP: testThat(true, true),
  JUMP_IF_FALSE_OR_POP: testThat(false, true),
} as const satisfies Partial<Record<Mnemonic, Test>>;

/** Asks for the truth of the value on top, and goes on with it. */
function test(machine: Machine, frame: Frame, { keeps, decide }: Test): void {
  const condition = frame.peek();
  machine.answer(plainTruth(condition) ?? truth(machine, condition), keeps ? 0 : 1, decide);
}

/** The iterator stays under its item; an exhausted one goes. */
export const pushItem: Deliver = (_machine, frame, item) => {
  if (item !== EXHAUSTED) {
    frame.push(item);
    return;
  }
  frame.drop(1);
  jump(frame);
};

/** Goes on at the target of the instruction that has just run. */
function jump(frame: Frame): void {
  frame.at = frame.function.operands[frame.at - 1];
}
