import { expect, test } from 'vitest';
import { analyzeText } from './marked-program.ts';

/** Milliseconds; for a busy machine. */
const PATIENCE = 60_000;

/** Programs that would overflow the host's stack, or never end, where the verifier recursed or copied stacks. */
test.each<[string, string]>([
  ['a deep stack with many joins', `${lines(20_000, () => 'LOAD_CONST 1')}\n${lines(5000, diamond)}`],
  ['nested loops', `${lines(5000, at => `h${at}: NOP`)}\n${lines(5000, at => `INPUT\nJUMP_IF_TRUE h${4999 - at}`)}`],
  ['jumps that lead back one by one', `JUMP l4999\n${lines(5000, stepBack)}\nend: HALT`],
  [
    'two deep stacks that meet a thousand times',
    `INPUT\nJUMP_IF_TRUE b\n${deepTable('1')}\nb:\n${deepTable('"a"')}\nend: HALT`,
  ],
  ['a long body of a try', `SETUP_TRY oops\n${lines(20_000, () => 'INPUT\nPOP_TOP')}\nPOP_TRY\nHALT\noops: PRINT`],
  ['a try around a deep stack', `SETUP_TRY oops\n${deepSum(20_000)}\nPOP_TRY\nPRINT\nHALT\noops: PRINT`],
  [
    'tries inside each other',
    `${lines(5000, at => `SETUP_TRY h${at}`)}\nINPUT\nPOP_TOP\nHALT\n${lines(5000, handlerWithin)}`,
  ],
  ['one try behind another', lines(5000, tryBehind)],
  [
    'a long chain of calls',
    `${lines(3000, caller)}\n.func f3000\nLOAD_CONST 1\nRETURN_VALUE\n.end\nCALL_FUNC f0 0\nPRINT`,
  ],
])('%s', (_, text) => {
  const { program, verification } = analyzeText(text);
  expect(program).not.toBeNull();
  expect(verification.findings).toEqual([]);
  expect(verification.functions.every(({ isStackSafe }) => isStackSafe)).toBe(true);
});

test('more findings in one function than a call takes arguments', { timeout: PATIENCE }, () => {
  const reads = lines(130_000, () => 'LOAD_VAR x\nPOP_TOP\nDELETE_VAR x');
  const { verification } = analyzeText(`${reads}\nLOAD_CONST 1\nSTORE_VAR x`);
  expect(verification.findings).toHaveLength(130_000);
});

test('handlers that nobody can tell apart: nothing is said', () => {
  const { verification } = analyzeText(
    `${lines(20, at => `INPUT\nJUMP_IF_TRUE s${at}\nSETUP_TRY h\ns${at}:`)}\nPOP_TRY\nHALT\nh: PRINT\nPRINT`,
  );
  expect(verification.findings).toEqual([]);
  expect(verification.functions[0]).toMatchObject({ maximumHeight: -1, isStackSafe: false });
});

test('a loop that makes the stack grow has no greatest height', () => {
  const { verification } = analyzeText(
    `${lines(1000, () => 'LOAD_CONST 1')}\nagain: LOAD_CONST 1\nINPUT\nJUMP_IF_TRUE again`,
  );
  expect(verification.functions[0].maximumHeight).toBe(-1);
  expect(verification.functions[0].stackBefore(1000)).toMatchObject({ minimumHeight: 1000, maximumHeight: Infinity });
});

function lines(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join('\n');
}

function diamond(at: number): string {
  return `INPUT\nJUMP_IF_TRUE l${at}\nNOP\nl${at}:`;
}

function stepBack(at: number): string {
  return `l${at}: JUMP ${at === 0 ? 'end' : `l${at - 1}`}`;
}

function deepTable(constant: string): string {
  const pushes = lines(5000, () => `LOAD_CONST ${constant}`);
  return `${pushes}\n${lines(1000, () => 'LOAD_CONST 1\nJUMP_IF_TRUE_OR_POP end')}\nHALT`;
}

function deepSum(height: number): string {
  return `${lines(height, () => 'LOAD_CONST 1')}\n${lines(height - 1, () => 'ADD')}`;
}

function handlerWithin(at: number): string {
  return `h${at}: POP_TOP\nINPUT\nPOP_TOP\nHALT`;
}

function tryBehind(at: number): string {
  return `SETUP_TRY h${at}\nINPUT\nSTORE_VAR v${at}\nPOP_TRY\nJUMP e${at}\nh${at}: POP_TOP\ne${at}:`;
}

function caller(at: number): string {
  return `.func f${at}\nCALL_FUNC f${at + 1} 0\nRETURN_VALUE\n.end`;
}
