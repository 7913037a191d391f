/**
 * What the fast engine's loop works on beside the slots (`slots.ts`): linked code, registers, calls under way. All are constants
 * of this module, for the same reason as the slots are.
 */

/**
 * The most words of linked code that the engine takes: two for each instruction. Arrays that are much larger would make the host collect
 * garbage when it starts, although hardly any of their memory is ever touched.
 */
export const MOST_WORDS = 1 << 21;

/** The linked code: pairs of a word and its operand. Sequences that are done as one begin with a fused word. */
export const FUSED_CODE = new Int32Array(MOST_WORDS + 10);
/** The same for the loop: what it has not taken up yet is done `BY_STEP` (`taken-words.ts`). */
export const CODE = new Int32Array(MOST_WORDS + 10);
/** Behind all code there is a word that leaves. */
export const LEAVE_AT = CODE.length - 2;
/** Before it there are some that do nothing but lead there, so that the host meets the ways of the loop (`taken-words.ts`). */
export const PASS_AT = LEAVE_AT - 8;
/** The same without fused words, for exact steps. */
export const PLAIN_CODE = new Int32Array(MOST_WORDS);

/** The loop's registers while it does not run. */
export const REGISTERS = new Int32Array(8);
/** Their places there. */
export const Register = {
  /** Where the next instruction is in the code. */
  pc: 0,
  /** The first free slot above the operand stack. */
  sp: 1,
  /** The first slot of the frame. */
  fp: 2,
  /** The innermost record of `CALLS`. */
  calls: 3,
  /** Words run since the loop began. */
  words: 4,
  /** Words that the loop has to count for what has just changed the registers: those of one instruction, or none. */
  counted: 5,
  /** The first free record of `TRIES`. */
  tries: 6,
} as const;

/** What an operation outside of the loop answers with, where it is not the new `sp`: it is never negative. */
export const Way = {
  /** The registers have changed: go on there. */
  elsewhere: -1,
  /** Nothing has happened, and the plain engine has to do this instruction. */
  leave: -2,
  /** The registers have changed, and the machine has to come back there. */
  stop: -3,
} as const;

/** The calls under way that the loop has made, a record of `CALL_WORDS` for each; record 0 is the frame that it began with. */
export const CALL_WORDS = 4;
export const MOST_CALLS = 1 << 16;
export const CALLS = new Int32Array(CALL_WORDS * MOST_CALLS);
/** In a record: where the caller goes on, its `fp`, the slot that gets the result, the function that is called. */
export const Call = { back: 0, fp: 1, result: 2, function: 3 } as const;

/** In the place of `back`: somebody waits for the result (`waits.ts`). The first word of every image takes it there. */
export const RESUME_AT = 0;

/** Slots for the frames of suspended generators (`seats.ts`), at most. */
export const MOST_SEAT_SLOTS = 1 << 12;
/**
 * What stands before the first slot of a seat (`seats.ts`): the generator whose frame is in it, and of one that is suspended where
 * it goes on, the values that it gets there (one, or none where it begins), and the handlers that it has set up: `SEAT_TRIES` at
 * most, from `firstTry` down.
 */
export const Seat = { generator: -1, sp: -2, pc: -3, function: -4, gets: -5, tries: -6, firstTry: -7 } as const;
/** Handlers that a generator may keep in its seat, each in two slots: where it is, and the `sp` that it begins with. */
export const SEAT_TRIES = 4;

/**
 * The handlers of errors that the calls have set up, a record of `TRY_WORDS` for each. Record 0 belongs to no call, so there is always
 * one to look at.
 */
export const TRY_WORDS = 3;
/** Handlers that programs set up in the loop. */
export const MOST_TRIES = 1 << 15;
/** Where it sets up no more; behind it there is room for those that all seats together may hold. */
export const TRIES_END = TRY_WORDS * MOST_TRIES;
export const TRIES = new Int32Array(TRIES_END + (TRY_WORDS * MOST_SEAT_SLOTS) / 2);
/** In a record: where the handler is, the `sp` that it begins with, the record of its call. */
export const Try = { target: 0, sp: 1, calls: 2 } as const;
TRIES[Try.calls] = -1;

export const MOST_FUNCTIONS = 1 << 16;

/** By function: where its code begins. */
export const ENTRIES = new Int32Array(MOST_FUNCTIONS);
/** How many arguments it takes where a call need only put them into its first slots; -1 where there is more to do. */
export const PARAMETERS = new Int32Array(MOST_FUNCTIONS);
/** The first of the slots with the defaults that the text gives, one for each parameter. */
export const DEFAULTS = new Int32Array(MOST_FUNCTIONS);
/** How many cells it captures: they are the last ones of its frame. */
export const CAPTURED = new Int32Array(MOST_FUNCTIONS);
/** Whether it is a generator's whose frame may stay in a seat. */
export const SEATED = new Uint8Array(MOST_FUNCTIONS);
/** The slots of its locals and cells, and all that it may need. */
export const FRAME_SIZES = new Int32Array(MOST_FUNCTIONS);
export const NEEDED_SLOTS = new Int32Array(MOST_FUNCTIONS);

/**
 * What a call may use at most: an index of a slot, and an index into `CALLS`; where the seats of generators begin, and how many
 * slots they may take; how many globals there are, and the heap's epoch.
 */
export const limits = { slots: 0, seats: 0, seatSlots: 0, calls: 0, globals: 0, epoch: 0 };

/** Whether a program of so many functions and words fits. */
export function hasRoom(functions: number, words: number): boolean {
  return functions <= MOST_FUNCTIONS && words <= MOST_WORDS;
}
