import { isUnsafe } from './checks.ts';
import { STEPS } from './generated/steps.ts';
import { FUSED_CODE, PLAIN_CODE, REGISTERS, Register, Way } from './registers.ts';

/* The ways to run that do each instruction by a function of its own; `generated/loop.ts` says what they have in common with the loop. */

/** Runs as the loop does. */
export function runSteps(stopAt: number): boolean {
  let pc = REGISTERS[Register.pc];
  let bias = -pc;
  let way: number;
  for (;;) {
    way = STEPS[FUSED_CODE[pc]](pc);
    if (way >= 0) {
      pc = way;
      continue;
    }
    if (way === Way.leave) break;
    bias += pc + REGISTERS[Register.counted];
    pc = REGISTERS[Register.pc];
    bias -= pc;
    if (way === Way.stop || bias + pc >= stopAt) break;
  }
  REGISTERS[Register.pc] = pc;
  REGISTERS[Register.words] = bias + pc;
  return way === Way.leave;
}

/** The same, but not one word more than `stopAt`: without fused words. */
export function runExactly(stopAt: number): boolean {
  return runPlainly(stopAt, false);
}

/** The same for functions that have not been proven: looks at the stack before each instruction. */
export function runChecked(stopAt: number): boolean {
  return runPlainly(stopAt, true);
}

function runPlainly(stopAt: number, isChecked: boolean): boolean {
  let pc = REGISTERS[Register.pc];
  let words = 0;
  let way: number = Way.elsewhere;
  while (words < stopAt && way !== Way.stop) {
    const mustLeave =
      isChecked && isUnsafe(pc, REGISTERS[Register.sp], REGISTERS[Register.fp], REGISTERS[Register.calls]);
    way = mustLeave ? Way.leave : STEPS[PLAIN_CODE[pc]](pc);
    if (way === Way.leave) break;
    if (way >= 0) {
      words += way - pc;
      pc = way;
    } else {
      words += REGISTERS[Register.counted];
      pc = REGISTERS[Register.pc];
    }
  }
  REGISTERS[Register.pc] = pc;
  REGISTERS[Register.words] = words;
  return way === Way.leave;
}
