import { Register, Way } from '../../../vm/runtime/fast/registers.ts';

/** How an instruction ends, in the text that is generated for it. */
export interface Ends {
  /** The next one is at `pc`. */
  readonly next: string;
  /** The plain engine has to do it. */
  readonly leave: string;
  /** It goes on elsewhere, and counts as so many words. */
  jump(target: string, length: number): string;
  /** It takes the value on top from the stack and goes on at its last operand, and counts as so many words. */
  popAndJump(length: number): string;
  /** The word is another one from now on, which does the same, and does it now. */
  become(word: string, isSequence: boolean): string;
  /** What follows is left to the step. */
  readonly byStep: string;
  /** A function outside of the loop does it, and so many words are over where that answers with the new `sp`. */
  perform(work: string, length: number): string;
  /** The same where that is rare. */
  performRarely(work: string): string;
}

/** The loop leaves the word to its step: what the host has not met in the loop, it has to compile the loop anew for (`taken-words.ts`). */
const BY_STEP = 'break step;';

/** The same of all that follows in a block: the loop has nothing of that. */
export const ALL_BY_STEP = `${BY_STEP} /* and all that follows */`;

/** Where it is a case of the loop (`loop.ts`). */
export const IN_LOOP: Ends = {
  next: 'continue;',
  leave: `way = ${Way.leave}; break;`,
  // Where all branches end in one place, the host has met that, whichever it has not met.
  jump: (target, length) =>
    isLastOperand(target, length)
      ? `const length = ${length}; break branch;`
      : `const target = ${target}; const length = ${length}; break jump;`,
  popAndJump: length => `const length = ${length}; break popping;`,
  become: () => BY_STEP,
  byStep: ALL_BY_STEP,
  perform: (work, length) => {
    const call = `way = ${work}(pc, sp, fp, calls) | 0;`;
    return length === 2 ? `${call} break;` : `${call} if (way >= 0) { sp = way; pc += ${length}; continue; } break;`;
  },
  performRarely: () => BY_STEP,
};

function isLastOperand(target: string, length: number): boolean {
  return target === (length === 2 ? 'operand' : `CODE[pc + ${length - 1}]`);
}

/** In the place of the statements that write changed registers back. */
export const SAVE = 'SAVE; ';

/** Where it is a function (`steps.ts`), which answers with the next `pc`, or with a `Way`. */
export const IN_STEP: Ends = {
  next: `${SAVE}return pc;`,
  leave: `return ${Way.leave};`,
  jump: (target, length) =>
    `REGISTERS[${Register.pc}] = ${target}; REGISTERS[${Register.counted}] = ${length}; ${SAVE}return ${Way.elsewhere};`,
  popAndJump: length =>
    `sp--; REGISTERS[${Register.pc}] = CODE[pc + ${length - 1}]; REGISTERS[${Register.counted}] = ${length}; ${SAVE}return ${Way.elsewhere};`,
  become: (word, isSequence) =>
    `FUSED_CODE[pc] = ${word}; ${isSequence ? '' : `PLAIN_CODE[pc] = ${word}; `}CODE[pc] = Word.BY_STEP; return pc;`,
  byStep: '',
  perform: performInStep,
  performRarely: work => performInStep(work, 2),
};

function performInStep(work: string, length: number): string {
  return `const way = ${work}(pc, sp, fp, calls); if (way < 0) return way; REGISTERS[${Register.sp}] = way; return pc + ${length};`;
}
