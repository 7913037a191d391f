/** Thrown, and caught in the machine, by an instruction that has to wait for a line. */
export const WAIT_FOR_INPUT = Symbol('wait for input');
