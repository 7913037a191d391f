import { INSTRUCTIONS, type Mnemonic } from '../../isa/index.ts';
import { collectionHandlers } from './collections.ts';
import { controlHandlers } from './control.ts';
import { dataHandlers } from './data.ts';
import { exceptionHandlers } from './exceptions.ts';
import { functionHandlers } from './functions.ts';
import type { Handler, Handlers } from './handler.ts';
import { inputOutputHandlers } from './input-output.ts';
import { objectHandlers } from './objects.ts';
import { operatorHandlers } from './operators.ts';
import { stackHandlers } from './stack.ts';

export type { Handler } from './handler.ts';

/** What every instruction of the table does: a row without a handler does not compile. */
const BY_MNEMONIC: Handlers<Mnemonic> = {
  ...dataHandlers,
  ...stackHandlers,
  ...operatorHandlers,
  ...controlHandlers,
  ...functionHandlers,
  ...collectionHandlers,
  ...objectHandlers,
  ...exceptionHandlers,
  ...inputOutputHandlers,
};

/** The same by opcode. */
export const HANDLERS: readonly (Handler | undefined)[] = byOpcode();

function byOpcode(): (Handler | undefined)[] {
  const handlers = new Array<Handler | undefined>(256).fill(undefined);
  for (const { code, mnemonic } of INSTRUCTIONS) handlers[code] = BY_MNEMONIC[mnemonic];
  return handlers;
}
