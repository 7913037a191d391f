import { Register, Way } from '../../../vm/runtime/fast/registers.ts';
import { indent, type Body } from './body.ts';
import { ALL_BY_STEP } from './ends.ts';

/** The first word, which no source defines. It comes last, where an empty turn (`empty-turns.ts`) counts for most. */
const LEAVE = 0;

/** The function that has a case for each word. */
export function loop(bodies: readonly Body[]): string {
  const { cases, variables } = withSharedVariables(bodies.map(caseOf).join('\n'));
  return `/**
 * Runs until at least \`stopAt\` words have run and the next jump comes, or until the machine has to go on. The registers are in
 * \`REGISTERS\` before and behind it. Whether it stands at an instruction that only the plain engine knows.
 */
export function runLoop(stopAt: number): boolean {
  let pc = REGISTERS[${Register.pc}];
  let sp = REGISTERS[${Register.sp}];
  let fp = REGISTERS[${Register.fp}];
  let calls = REGISTERS[${Register.calls}];
  const { globals, epoch } = limits;
  const { sites } = learned;
  let way = 0;
${variables.map(each => `  ${each}`).join('\n')}
  let bias = -pc;
  for (;;) {
    jump: {
    branch: {
    popping: {
    outside: {
    step: {
    switch (CODE[pc]) {
${cases}
      case ${bodies.length + 1}:
        // BY_STEP
        break step;
      case ${LEAVE}:
      default:
        way = ${Way.leave};
    }
    break outside;
    }
    REGISTERS[${Register.sp}] = sp;
    REGISTERS[${Register.fp}] = fp;
    REGISTERS[${Register.calls}] = calls;
    way = doByStep(pc) | 0;
    if (way >= 0) {
      pc = way;
      sp = REGISTERS[${Register.sp}];
      fp = REGISTERS[${Register.fp}];
      calls = REGISTERS[${Register.calls}];
      continue;
    }
    }
    if (way >= 0) { sp = way; pc += 2; continue; }
    if (way === ${Way.leave}) break;
    bias += pc + REGISTERS[${Register.counted}];
    pc = REGISTERS[${Register.pc}];
    bias -= pc;
    sp = REGISTERS[${Register.sp}];
    fp = REGISTERS[${Register.fp}];
    calls = REGISTERS[${Register.calls}];
    if (way === ${Way.stop} || bias + pc >= stopAt) break;
    continue;
    }
    sp--;
    }
    target = CODE[pc + length - 1];
    }
    bias += pc + length - target;
    pc = target;
    if (bias + pc >= stopAt) break;
  }
  REGISTERS[${Register.pc}] = pc;
  REGISTERS[${Register.sp}] = sp;
  REGISTERS[${Register.fp}] = fp;
  REGISTERS[${Register.calls}] = calls;
  REGISTERS[${Register.words}] = bias + pc;
  return way === ${Way.leave};
}`;
}

function caseOf({ name, text }: Body, index: number): string {
  return `      case ${index + 1}: {\n        // ${name}\n${indent(withoutRest(text), 8)}\n      }`;
}

/** Without what is left to the step: the rest of a block. */
function withoutRest(text: string): string {
  const mark = `{ ${ALL_BY_STEP} }`;
  const at = text.indexOf(mark);
  if (at < 0) return text;
  const start = at + mark.length;
  let end = start;
  for (let depth = 0; end < text.length; end++) {
    if (text[end] === '{') depth++;
    if (text[end] === '}' && depth-- === 0) break;
  }
  return `${text.slice(0, start)}\n${withoutRest(text.slice(end))}`;
}

/**
 * Makes the variables of all cases those of the function: the host gives each variable of a block a register of its own, and takes
 * longer to compile a function the more there are.
 */
function withSharedVariables(cases: string): { cases: string; variables: readonly string[] } {
  const declaration = /\b(?:const|let) (\w+)(?:: ([^=]+))? = /g;
  const types = new Map([...cases.matchAll(declaration)].map(([, name, type]) => [name, type]));
  const variables = [...types].map(([name, type]) =>
    type === undefined ? `let ${name} = 0;` : `let ${name}: ${type};`,
  );
  return { cases: cases.replaceAll(declaration, (_match, name: string) => `${name} = `), variables };
}
