import { Register, Way } from '../../../vm/runtime/fast/registers.ts';

/** How an instruction ends, in the text that is generated for it. */
export interface Ends {
  /** The next one is at `pc`. */
  readonly next: string;
  /** The plain engine has to do it. */
  readonly leave: string;
  /** It goes on elsewhere, and counts as so many words. */
  jump(target: string, length: number): string;
  /** A function outside of the loop does it, and so many words are over where that answers with the new `sp`. */
  perform(work: string, length: number): string;
}

/** Where it is a case of the loop (`loop.ts`). */
export const IN_LOOP: Ends = {
  next: 'continue;',
  leave: `way = ${Way.leave}; break;`,
  jump: (target, length) => `const target = ${target}; const length = ${length}; break jump;`,
  perform: (work, length) => {
    const call = `way = ${work}(pc, sp, fp, calls) | 0;`;
    return length === 2 ? `${call} break;` : `${call} if (way >= 0) { sp = way; pc += ${length}; continue; } break;`;
  },
};

/** In the place of the statements that write changed registers back. */
export const SAVE = 'SAVE; ';

/** Where it is a function (`steps.ts`), which answers with the next `pc`, or with a `Way`. */
export const IN_STEP: Ends = {
  next: `${SAVE}return pc;`,
  leave: `return ${Way.leave};`,
  jump: (target, length) =>
    `REGISTERS[${Register.pc}] = ${target}; REGISTERS[${Register.counted}] = ${length}; ${SAVE}return ${Way.elsewhere};`,
  perform: (work, length) =>
    `const way = ${work}(pc, sp, fp, calls); if (way < 0) return way; REGISTERS[${Register.sp}] = way; return pc + ${length};`,
};
