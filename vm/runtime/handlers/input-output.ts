import { raise } from '../errors.ts';
import { str, truth } from '../operations.ts';
import type { Handlers } from './handler.ts';

export const inputOutputHandlers: Handlers<'PRINT' | 'INPUT' | 'ASSERT' | 'BREAKPOINT'> = {
  PRINT(machine, frame) {
    machine.host.write(`${str(frame.peek())}\n`);
    frame.pop();
  },

  INPUT(machine, frame) {
    frame.push(machine.readLine());
  },

  ASSERT(_machine, frame, operand) {
    if (!truth(frame.peek())) raise('AssertionError', operand < 0 ? '' : str(frame.function.constants[operand]));
    frame.pop();
  },

  BREAKPOINT(machine) {
    machine.stopAtBreakInstruction();
  },
};
