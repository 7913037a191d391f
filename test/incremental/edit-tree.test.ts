import { expect, test } from 'vitest';
import { editTree, parse, type JoinedTree, type TextChange } from '../../vm/index.ts';
import { SEED } from '../support/seed.ts';
import { RandomValues } from '../values/random.ts';
import { BROKEN, FACTORIAL, SCOPES } from '../server/programs.ts';
import { Typist } from './typist.ts';

const STEPS = Number(process.env['BCASM_STEPS'] ?? 1_500);

test(`an edited tree is the tree of the edited text (seed ${SEED})`, () => {
  for (const [index, start] of [SCOPES, FACTORIAL, BROKEN, '', FACTORIAL.replaceAll('\n', '\r\n')].entries()) {
    const typist = new Typist(start, `tree ${index}`);
    let tree = parse(start);
    for (let step = 0; step < STEPS / 5; step++) {
      for (const change of typist.edit()) tree = editTree(tree, change);
      expectSameTree(tree, typist.text, `seed ${SEED}, text ${index}, step ${step}`);
    }
  }
});

test(`so it is where an \`.end\` is missing far from the edit, or is one too many (seed ${SEED})`, () => {
  const random = new RandomValues('ends');
  const lines = LONG.split('\n');
  let tree = parse(LONG);
  const gone: string[] = [];
  for (let step = 0; step < STEPS / 20; step++) {
    // Few are missing at a time, so that the others are far away most often.
    const kind = gone.length > 2 ? 0 : random.below(6);
    const line = random.below(lines.length - 2);
    const end = lines.indexOf('.end', line);
    let change: TextChange;
    if (kind === 0 && gone.length > 0)
      change = insertion(random.below(4) === 0 ? line : lines.indexOf(gone.pop() as string), '.end');
    else if (kind === 1 && end >= 0) {
      gone.push(lines[end + 1]);
      change = deletion(end, end + 1);
    } else if (kind === 2) change = insertion(line, `.func extra${step}`);
    else if (kind === 3) change = deletion(line, line + random.below(60));
    else change = insertion(line, random.pick(['        ADD', 'x:', '        RETURN_VALUE', '; comment', '.end']));
    const { start, end: behind, newText } = change;
    lines.splice(start.line, behind.line - start.line, ...newText.split('\n').slice(0, -1));
    tree = editTree(tree, change);
    const whole = parse(lines.join('\n'));
    const message = `seed ${SEED}, step ${step}`;
    expect(tree.statementCount, message).toBe(whole.statementCount);
    expect([...tree.blocks], message).toEqual([...whole.blocks]);
    expect(tree.diagnostics.length, message).toBe(whole.diagnostics.length);
  }
  expectSameTree(tree, lines.join('\n'), `seed ${SEED}`);
});

test(`so it is where the layout tells which \`.end\` is one too many (seed ${SEED})`, () => {
  const random = new RandomValues('layout');
  const ends = ['.end', '    .end', '        .end'];
  const others = ['.class B', '.func f', '    .func g self', '        .func h', '        HALT', '; comment', ''];
  let found = 0;
  for (let round = 0; round < STEPS / 50; round++) {
    const lines = [...Array.from({ length: 2 + random.below(4) }, () => CLASS).flat(), ''];
    let tree = parse(lines.join('\n'));
    for (let step = 0; step < 20; step++) {
      const line = random.below(lines.length - 1);
      const isEnd = random.below(2) === 0;
      const change =
        random.below(3) === 0 ? deletion(line, line + 1) : insertion(line, random.pick(isEnd ? ends : others));
      lines.splice(line, change.end.line - line, ...change.newText.split('\n').slice(0, -1));
      tree = editTree(tree, change);
      expectSameTree(tree, lines.join('\n'), `seed ${SEED}, round ${round}, step ${step}`);
      if (tree.diagnostics.some(({ message }) => message.includes('is ended above'))) found++;
    }
  }
  expect(found).toBeGreaterThan(STEPS / 50);
});

const CLASS = [
  '.class A',
  '    .func a self',
  '        .func inner',
  '                LOAD_CONST 1',
  '                RETURN_VALUE',
  '        .end',
  '            LOAD_CONST 1',
  '            RETURN_VALUE',
  '    .end',
  '    .func b self',
  '            LOAD_CONST 1',
  '            RETURN_VALUE',
  '    .end',
  '.end',
  '        NOP',
];

/** More functions than are looked at for what is missing. */
const LONG = Array.from({ length: 300 }, (_, index) =>
  [
    `.func f${index} a`,
    ...Array<string>(40).fill('        LOAD_VAR a\n        POP_TOP'),
    '        LOAD_VAR a',
    '        RETURN_VALUE',
    '.end',
    '',
  ].join('\n'),
).join('\n');

function insertion(line: number, text: string): TextChange {
  const place = { line: Math.max(line, 0), column: 0 };
  return { start: place, end: place, newText: `${text}\n` };
}

function deletion(from: number, to: number): TextChange {
  return { start: { line: from, column: 0 }, end: { line: to, column: 0 }, newText: '' };
}

function expectSameTree(tree: JoinedTree, text: string, message: string): void {
  expect(tree.text, message).toBe(text);
  expect(columnsOf(tree), message).toEqual(columnsOf(parse(text)));
}

function columnsOf(tree: JoinedTree): unknown {
  const { lineCount, lineStarts, lineTokens, tokenCount, tokenKinds, tokenStarts, tokenEnds, hasLoneCarriageReturn } =
    tree;
  const { statementCount, statementKinds, statementCodes, statementHeads, statementEnds, statementLines } = tree;
  const diagnostics = tree.diagnostics.map(each => JSON.stringify(each)).toSorted();
  const tokens = [[tokenCount], ...[tokenKinds, tokenStarts, tokenEnds].map(each => [...each])];
  const statements = [
    statementKinds,
    statementCodes,
    statementHeads,
    statementEnds,
    statementLines,
    tree.statementFaults,
  ];
  return {
    lineCount,
    lineStarts: [...lineStarts],
    lineTokens: [...lineTokens],
    tokens,
    statementCount,
    diagnostics,
    hasLoneCarriageReturn,
    statements: statements.map(each => [...each]),
    blocks: [...tree.blocks],
  };
}
