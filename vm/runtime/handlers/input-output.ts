import { raise, raiseWith } from '../errors.ts';
import type { Deliver } from '../frame.ts';
import { plainTruth, truth } from '../operations/truth.ts';
import { str } from '../operations/text.ts';
import type { Handlers } from './handler.ts';

export const inputOutputHandlers: Handlers<'PRINT' | 'INPUT' | 'ASSERT' | 'BREAKPOINT'> = {
  PRINT(machine, frame) {
    machine.answer(str(machine, frame.peek()), 1, writeLine);
  },

  INPUT(machine, frame) {
    frame.push(machine.heap.made(machine.readLine()));
  },

  ASSERT(machine, frame) {
    const condition = frame.peek();
    machine.answer(plainTruth(condition) ?? truth(machine, condition), 1, assertTrue);
  },

  BREAKPOINT(machine) {
    machine.stopAtBreakInstruction();
  },
};

const writeLine: Deliver = (machine, _frame, text) => machine.host.write(`${text as string}\n`);

const assertTrue: Deliver = (_machine, frame, isTrue) => {
  if (isTrue === true) return;
  const message = frame.function.operands[frame.at - 1];
  if (message < 0) raise('AssertionError', '');
  raiseWith('AssertionError', frame.function.constants[message]);
};
