import { STEPS } from './generated/steps.ts';
import { Word } from './generated/words.ts';
import { CODE, FUSED_CODE, LEAVE_AT, PASS_AT } from './registers.ts';

/*
 * Which words the loop does itself; all others it leaves to their steps.
 *
 * What the loop has not done by the time when the host compiles it, the host leaves out. Where a program comes to that later, the host gives up what it
 * has compiled, and needs a tenth of a second to compile the loop again. So a word that is new to a compiled loop is left to its step until
 * enough has been left to it to be worth that; then the loop takes all words that are frequent, at once.
 */

/** Of a word. One on trial the loop has taken, but it may not have come to it itself yet. */
const State = { left: 0, onTrial: 1, taken: 2 } as const;

/** By word. */
const STATES = new Uint8Array(STEPS.length);
/** By word: how often the loop has left it to its step, since it took some the last time; and how often all together. */
const COUNTS = new Int32Array(STEPS.length);
let count = 0;
/** By word on trial: where the loop has taken it the last time. */
const TRIED_AT = new Int32Array(STEPS.length);

/** The words on trial. */
const trials: number[] = [];
/** The words of the code that the loop has. */
let codeLength = 0;
let wasCompiled = false;

// A step that goes on, one that jumps, and a jump of the loop that takes from the stack.
FUSED_CODE.set([Word.NOP, 0, Word.JUMP, PASS_AT + 4, Word.POP_TOP_JUMP, 0, Word.JUMP, LEAVE_AT], PASS_AT);
CODE.set([Word.BY_STEP, 0, Word.BY_STEP, PASS_AT + 4, Word.POP_TOP_JUMP, 0, Word.JUMP, LEAVE_AT], PASS_AT);

/** Gives the loop its code: so many words, which are in `FUSED_CODE`. */
export function linkLoop(length: number): void {
  codeLength = length;
  for (let at = 0; at < length; at += 2) {
    const word = FUSED_CODE[at];
    CODE[at] = STATES[word] === State.taken ? word : Word.BY_STEP;
    CODE[at + 1] = FUSED_CODE[at + 1];
  }
}

/** Does the word at `pc` by its step, and answers as that does. Where the loop has taken the word, it finds it there the next time. */
export function doByStep(pc: number): number {
  const word = FUSED_CODE[pc];
  if (pc < PASS_AT) {
    if (STATES[word] === State.left) {
      COUNTS[word]++;
      count++;
    } else {
      takeAt(pc, word);
    }
  }
  return STEPS[word](pc);
}

function takeAt(pc: number, word: number): void {
  // It is back where it was tried: by then it has come there itself.
  if (TRIED_AT[word] === pc) STATES[word] = State.taken;
  TRIED_AT[word] = pc;
  CODE[pc] = word;
}

/** Before a turn of the loop: lets it take words, where that is worth it. */
export function takeWords(isCompiled: boolean): void {
  if (isCompiled && !wasCompiled) leaveUntried();
  wasCompiled = isCompiled;
  for (const word of trials)
    if (STATES[word] === State.onTrial && TRIED_AT[word] > 0) CODE[TRIED_AT[word]] = Word.BY_STEP;
  if (count >= (isCompiled ? WORTH_COMPILING : WORTH_JUDGING)) takeFrequent(isCompiled ? State.taken : State.onTrial);
}

function takeFrequent(state: number): void {
  for (let word = 0; word < STATES.length; word++) {
    if (COUNTS[word] * FREQUENT <= count) continue;
    STATES[word] = state;
    TRIED_AT[word] = 0;
    if (state === State.onTrial) trials.push(word);
  }
  forgetCounts();
}

/** The loop has been compiled without the words that it has not come to. */
function leaveUntried(): void {
  for (const word of trials) if (STATES[word] === State.onTrial) STATES[word] = State.left;
  trials.length = 0;
  linkLoop(codeLength);
}

function forgetCounts(): void {
  COUNTS.fill(0);
  count = 0;
}

/** Lets the loop take all words at once, or none: for tests. */
export function takeAllWords(areTaken: boolean): void {
  STATES.fill(areTaken ? State.taken : State.left);
  trials.length = 0;
  forgetCounts();
  linkLoop(codeLength);
}

/** So many words that are left to their steps cost as much as compiling the loop again. */
const WORTH_COMPILING = 400_000;
/** So many tell which words are frequent. */
const WORTH_JUDGING = 300;
/** One of so many is frequent. */
const FREQUENT = 50;
