import { Op } from '../isa/index.ts';
import type { FunctionCode } from './program.ts';

/** Whether calls of a function give generators: whether there is a `YIELD` in it. */
export function isGenerator({ opcodes }: Pick<FunctionCode, 'opcodes'>): boolean {
  return opcodes.includes(Op.YIELD);
}
