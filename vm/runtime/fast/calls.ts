/** The linked code of the program that has the slots: pairs of an opcode and its operand. A place in it is an index, a "word". */
export const CODE = new Int32Array(1 << 22);

/** The registers while the loop does not run: pc, sp, fp, calls, words run since it began. */
export const REGISTERS = new Int32Array(8);

/**
 * The calls that the loop has made, a record of four for each: the word to go back to, the caller's first slot, the slot that
 * gets the result, the function. Record 0 is the frame that the loop began with.
 */
export const CALLS = new Int32Array(1 << 20);

/** By function: the word that it begins at, the parameters, the slots of locals and cells, and all that it may need. */
export const ENTRIES = new Int32Array(1 << 16);
export const PARAMETERS = new Int32Array(1 << 16);
export const FRAME_SIZES = new Int32Array(1 << 16);
export const NEEDED_SLOTS = new Int32Array(1 << 16);

/** What a call may use at most: an index of a slot, and an index into `CALLS`. */
export const limits = { slots: 0, calls: 0 };
