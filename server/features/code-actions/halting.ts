import { MAIN, Op, type Analysis } from '../../../vm/index.ts';

/**
 * Whether any function ends the program. What main's frame holds then is the program's result, so that values may not move
 * from main's stack to that of a function, or back.
 */
export function canHaltInFunctions({ program }: Analysis): boolean {
  return program?.functions.some(({ opcodes }, index) => index !== MAIN && opcodes.includes(Op.HALT)) ?? true;
}
