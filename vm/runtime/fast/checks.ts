import { CALLS, Call, FRAME_SIZES, limits } from './registers.ts';

/** By place in the code: the values that an instruction takes, and by how much the stack may grow over it. */
let needs = new Int32Array(0);

/** Makes the needs those of the program that has the slots. */
export function checkNeeds(ofProgram: Int32Array<ArrayBuffer>): void {
  needs = ofProgram;
}

/**
 * Whether an instruction of a function that has not been proven cannot run as it is: the stack does not hold what it takes, or has no
 * room for what it gives. The plain engine then says what is wrong.
 */
export function isUnsafe(pc: number, sp: number, fp: number, calls: number): boolean {
  const height = sp - fp - FRAME_SIZES[CALLS[calls + Call.function]];
  return height < needs[pc] || sp + needs[pc + 1] > limits.slots;
}
