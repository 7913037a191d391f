import { INSTRUCTIONS, type Mnemonic } from '../../isa/index.ts';
import { collectionHandlers, collectionOperations } from './collections.ts';
import { controlHandlers, controlOperations } from './control.ts';
import { dataHandlers } from './data.ts';
import { exceptionHandlers } from './exceptions.ts';
import { functionCalls, functionHandlers, functionOperations } from './functions.ts';
import type { Handler, Handlers } from './handler.ts';
import { inputOutputHandlers, inputOutputOperations } from './input-output.ts';
import { methodCalls, objectOperations } from './objects.ts';
import { callHandlerOf, handlerOf, type BeginCall, type Calls, type Operation, type Operations } from './operation.ts';
import { operatorOperations } from './operators.ts';
import { stackHandlers } from './stack.ts';

export type { Handler } from './handler.ts';
export { givesValue, type BeginCall, type Operands, type Operation } from './operation.ts';

const OPERATION_BY_MNEMONIC = {
  ...operatorOperations,
  ...controlOperations,
  ...functionOperations,
  ...collectionOperations,
  ...objectOperations,
  ...inputOutputOperations,
} satisfies Partial<Operations<Mnemonic>>;

const CALL_BY_MNEMONIC = { ...functionCalls, ...methodCalls } satisfies Partial<Calls<Mnemonic>>;

/** What every other instruction of the table does: a row that is in neither list does not compile. */
const HANDLER_BY_MNEMONIC: Handlers<
  Exclude<Mnemonic, keyof typeof OPERATION_BY_MNEMONIC | keyof typeof CALL_BY_MNEMONIC>
> = {
  ...dataHandlers,
  ...stackHandlers,
  ...controlHandlers,
  ...functionHandlers,
  ...collectionHandlers,
  ...exceptionHandlers,
  ...inputOutputHandlers,
};

/** By opcode: what the instructions do that touch nothing but the values that they take. */
export const OPERATIONS: readonly (Operation | undefined)[] = byOpcode(
  ({ mnemonic }) => (OPERATION_BY_MNEMONIC as Partial<Operations<Mnemonic>>)[mnemonic],
);

/** By opcode: how the instructions that call something begin. */
export const CALLS: readonly (BeginCall | undefined)[] = byOpcode(
  ({ mnemonic }) => (CALL_BY_MNEMONIC as Partial<Calls<Mnemonic>>)[mnemonic],
);

/** By opcode: what every instruction does. */
export const HANDLERS: readonly (Handler | undefined)[] = byOpcode(instruction => {
  const operation = OPERATIONS[instruction.code];
  if (operation !== undefined) return handlerOf(operation, instruction);
  const begin = CALLS[instruction.code];
  if (begin !== undefined) return callHandlerOf(begin);
  return (HANDLER_BY_MNEMONIC as Partial<Handlers<Mnemonic>>)[instruction.mnemonic];
});

function byOpcode<T>(of: (instruction: (typeof INSTRUCTIONS)[number]) => T | undefined): (T | undefined)[] {
  const table = new Array<T | undefined>(256).fill(undefined);
  for (const instruction of INSTRUCTIONS) table[instruction.code] = of(instruction);
  return table;
}
