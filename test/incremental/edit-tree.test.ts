import { expect, test } from 'vitest';
import { editTree, formatText, parse, type JoinedTree, type TextChange } from '../../vm/index.ts';
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

test(`so it is near what lacks its \`.end\`, in every layout (seed ${SEED})`, () => {
  const random = new RandomValues('near');
  for (let round = 0; round < STEPS / 100; round++) {
    const depth = random.pick(['', '    ', '        ']);
    const lines = Array.from({ length: 120 }, (_, index) => shortFunction(random, `f${index}`, depth)).flat();
    let tree = parse(lines.join('\n'));
    let near = random.below(lines.length);
    for (let step = 0; step < 25; step++) {
      // Some edits are next to each other, some as far away as is looked, some anywhere.
      if (random.below(4) === 0) near = random.below(lines.length);
      const line = Math.min(lines.length - 2, near + random.below(random.pick([4, 150, 400])));
      const isEnd = lines[line].trim() === '.end';
      const text = random.pick([
        `${depth}ADD`,
        `${depth}JUMP x`,
        'x:',
        '.func g',
        `${depth}.func h self`,
        '.class C',
        '.end',
        '',
      ]);
      const change = isEnd || random.below(3) === 0 ? deletion(line, line + 1) : insertion(line, text);
      lines.splice(line, change.end.line - line, ...change.newText.split('\n').slice(0, -1));
      tree = editTree(tree, change);
      const message = `seed ${SEED}, round ${round}, step ${step}`;
      const whole = parse(lines.join('\n'));
      expect([...tree.blocks], message).toEqual([...whole.blocks]);
      expect(tree.diagnostics.length, message).toBe(whole.diagnostics.length);
    }
    expectSameTree(tree, lines.join('\n'), `seed ${SEED}, round ${round}`);
  }
});

/** What is new is typed above other functions long before its `.end` is: what follows must not be read anew with each key. */
test.each([
  [
    'a function',
    '        ',
    ['.func new a', '        LOAD_VAR a', '        JUMP_IF_FALSE there', '        LOAD_VAR a'],
  ],
  ['a function in one column', '', ['.func new a', 'LOAD_VAR a', 'JUMP_IF_FALSE there', 'LOAD_VAR a']],
  ['a function in a function', '        ', ['.func new a', '    .func inner', '        LOAD_CONST 1']],
  ['a class', '        ', ['.class New', '    .func m self', '            LOAD_CONST 1']],
  ['a class in one column', '        ', ['.class New', '.func m self', '        LOAD_CONST 1']],
])('%s without an `.end` ends above the next function, and nothing else is read anew', (_, depth, typed) => {
  const lines = Array.from({ length: 200 }, (__, index) => shortFunction(undefined, `f${index}`, depth)).flat();
  let tree = parse(lines.join('\n'));
  const line = lines.indexOf('.func f100');
  const told: string[] = [];
  for (const [index, text] of typed.entries()) {
    const sections = [...tree.sections];
    tree = editTree(tree, insertion(line + index, text));
    const fresh = [...tree.sections].filter(section => !sections.includes(section));
    // The new one, and with its first line the next one, which had the blank line between them.
    expect(fresh.length).toBe(index === 0 ? 2 : 1);
    const opening = /^ *(\.(?:func|class) \w+)/.exec(text)?.[1];
    if (opening !== undefined) told.push(`\`${opening}\` has no \`.end\``);
    expect(tree.diagnostics.map(({ message }) => message)).toEqual(told);
  }
});

/** Main is one unit: what touches it costs all of it. */
test('what is typed above a function leaves main as it is, also where main has something above', () => {
  const lines = Array.from({ length: 5 }, (_, index) => [...shortFunction(undefined, `f${index}`, '        '), 'NOP']);
  let tree = parse(lines.flat().join('\n'));
  const at = { line: lines[0].length + lines[1].length, column: 0 };
  const type = (text: string) => {
    const sections = [...tree.sections];
    const start = { line: at.line, column: at.column };
    tree = editTree(tree, { start, end: start, newText: text });
    const fresh = [...tree.sections].filter(section => !sections.includes(section));
    expect(fresh.filter(({ hasMain }) => hasMain)).toEqual([]);
    expect(fresh).not.toEqual([]);
    if (text === '\n') Object.assign(at, { line: at.line + 1, column: 0 });
    else at.column += text.length;
  };
  type('\n');
  at.line--;
  for (const text of ['; what it does', '\n', ...'.func new', '\n', '.end', '\n', '.x y', '\n', '.y', '\n']) type(text);
  expect(tree.diagnostics.map(({ message }) => message)).toEqual(['unknown directive `.x`', 'unknown directive `.y`']);
});

test.each([
  ['a class', ['.class New', '    .func m self', '            LOAD_CONST 1']],
  ['a function', ['.func new a', '        LOAD_VAR a']],
])('%s without an `.end` takes none of the classes below in', (_, typed) => {
  const below = Array.from({ length: 5 }, () => CLASS).flat();
  for (let count = 1; count <= typed.length; count++) {
    const { blocks } = parse([...typed.slice(0, count), '', ...below].join('\n'));
    expect(blocks.filter(({ parent }) => parent === 0).map(({ kind }) => kind)).toEqual([
      typed[0].startsWith('.class') ? 'class' : 'function',
      ...Array<string>(5).fill('class'),
    ]);
  }
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

/** A function of few lines, with a call of it behind it; of every shape, or of one without a random source. */
function shortFunction(random: RandomValues | undefined, name: string, depth: string): string[] {
  const body = Array<string>(1 + (random?.below(5) ?? 4)).fill(`${depth}LOAD_CONST 1`);
  const inner = random?.below(5) === 0 ? [`${depth}.func inner`, `${depth}${depth}RETURN_VALUE`, `${depth}.end`] : [];
  const last = random?.below(4) === 0 ? [] : [`${depth}RETURN_VALUE`];
  const call = random?.below(2) === 0 ? [] : [`${depth}CALL_FUNC ${name} 0`, `${depth}POP_TOP`];
  return [`.func ${name}`, ...inner, ...body, ...last, '.end', ...call, ''];
}

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
  const whole = parse(text);
  // Before its columns are joined, which changes how it is read.
  expect(formatText(tree), message).toBe(formatText(whole));
  expect(tree.text, message).toBe(text);
  expect(columnsOf(tree), message).toEqual(columnsOf(whole));
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
