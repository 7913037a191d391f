import type { Site } from '../sites.ts';

/**
 * The words that the sources of the fast engine's instructions are written in, beside the macros of `macros.ts`. The generator
 * (`scripts/generate/engine`) puts what they stand for in their places; nothing here exists when a program runs.
 */

declare global {
  /** The word of the instruction that runs; its operand is the word behind it. */
  let pc: number;
  /** The first free slot above the operand stack of the innermost frame. */
  let sp: number;
  /** The first slot of the innermost frame: its locals, its cells, its operand stack. */
  let fp: number;
  /** Where the record of the innermost hot call is in `CALLS`. */
  let calls: number;
  /** How many globals there are: so far behind each is the slot of the built-in with its name. */
  const globals: number;
  /** The epoch of the heap: an object that carries it may change as it is. */
  const epoch: number;
  /** What instructions that name an attribute have learned, by their operands. */
  const sites: readonly Site[];
  /** The operand of the instruction that runs. */
  const operand: number;

  /** Goes on with the next instruction. */
  function next(): never;
  /** Goes on at a word, or lets the machine come back there when its time is over. */
  function jumpOrPause(target: number): never;
  /** Takes the value on top from the stack, and goes on where the last operand says. */
  function popAndJump(): never;
  /** Takes an iterator that is at its end from the stack, and goes on behind its loop. */
  function leaveLoop(): never;
  /** Goes on at a word, behind an instruction that is none of the program's and does not count. */
  function resumeAt(target: number): never;
  /** Makes the word that runs another one, by name, that does the same for what it meets here; and goes on with that. */
  function become(word: string): never;
  /** Makes the word that runs, which stands for a sequence, another one that stands for the same; and goes on with that. */
  function fuseAs(word: string): never;
  /** Lets the plain engine do this instruction. Nothing may have changed yet. */
  function leave(): never;
  /** Behind this, the loop leaves the instruction to its step: it is rare. Nothing may have changed yet. */
  function byStep(): void;
  /** Lets a function outside of the loop do the instruction: it answers with the new `sp`, or with a `Way`. */
  function perform(work: (pc: number, sp: number, fp: number, calls: number) => number): never;
  /** The same where that is rare: it costs the loop more, but the loop need not know of it. */
  function performRarely(work: (pc: number, sp: number, fp: number, calls: number) => number): never;

  /** The operands of the instructions behind it, in a sequence. */
  const second: number;
  const third: number;
  /** Lets a function outside of the loop do all instructions of a sequence, as `perform` does. */
  function performAll(work: (pc: number, sp: number, fp: number, calls: number) => number): never;
  /** Goes on with the second instruction of a sequence by itself: the first is done. */
  function goOn(): never;

  /** Instructions that are done as one. */
  function sequence(name: string, words: readonly string[], body: () => void): void;
  /** An instruction. */
  function instruction(name: string, body: () => void): void;
  /** An instruction that makes a value of one, which is on the stack or in a local. What its body does not end is an operation. */
  function unary(name: string, body: (value: number, result: number) => void): void;
  /**
   * An instruction that makes a value of two. What its body does not end is an operation (`operate`). The generator makes it for
   * operands on the stack, in locals and constants.
   */
  function binary(name: string, body: (left: number, right: number, result: number) => void): void;
  /** An instruction that compares two values: `decide` gives the answer, which a jump behind it may use at once. */
  function comparison(name: string, body: (left: number, right: number) => void): void;
  function decide(answer: boolean): never;
}
