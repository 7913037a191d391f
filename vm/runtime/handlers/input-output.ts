import { raise, raiseWith } from '../errors.ts';
import { plainTruth, truth } from '../operations/truth.ts';
import { str } from '../operations/text.ts';
import { andThen, type Step } from '../pending.ts';
import type { Value } from '../values/value.ts';
import type { Handlers } from './handler.ts';
import type { Operations } from './operation.ts';

export const inputOutputOperations: Operations<'PRINT' | 'ASSERT'> = {
  PRINT: (machine, operands) => andThen(machine, str(machine, operands.peek()), writeLine),

  ASSERT(machine, operands, operand) {
    const condition = operands.peek();
    const message = operand < 0 ? undefined : operands.function.constants[operand];
    return andThen(machine, plainTruth(condition) ?? truth(machine, condition), assertTrue, message);
  },
};

export const inputOutputHandlers: Handlers<'INPUT' | 'BREAKPOINT'> = {
  INPUT(machine, frame) {
    frame.push(machine.heap.made(machine.readLine()));
  },

  BREAKPOINT(machine) {
    machine.stopAtBreakInstruction();
  },
};

const writeLine: Step<[]> = {
  after(machine, text) {
    machine.host.write(`${text as string}\n`);
    return null;
  },
};

const assertTrue: Step<[message: Value | undefined]> = {
  after(_machine, isTrue, message) {
    if (isTrue === true) return null;
    if (message === undefined) raise('AssertionError', '');
    raiseWith('AssertionError', message);
  },
};
