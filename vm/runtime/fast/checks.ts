import { CALLS, Call, FRAME_SIZES, NEEDS, limits } from './registers.ts';

/**
 * Whether an instruction of a function that has not been proven cannot run as it is: the stack does not hold what it takes, or has no
 * room for what it gives. The plain engine then says what is wrong.
 */
export function isUnsafe(pc: number, sp: number, fp: number, calls: number): boolean {
  const height = sp - fp - FRAME_SIZES[CALLS[calls + Call.function]];
  return height < NEEDS[pc] || sp + NEEDS[pc + 1] > limits.slots;
}
