import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, spanOfToken, StatementKind, TokenKind, tokenText, type SyntaxTree } from '../../vm/index.ts';

/** What a line was read as: its tokens by kind and text, its statements by kind and by how many operands they have. */
function linesOf(tree: SyntaxTree): unknown[] {
  return Array.from({ length: tree.lineCount }, (_, line) => {
    const tokens = [];
    for (let token = tree.lineTokens[line]; token < tree.lineTokens[line + 1]; token++) {
      tokens.push([tree.tokenKinds[token], tokenText(tree, token)]);
    }
    const statements = [];
    for (let statement = 0; statement < tree.statementCount; statement++) {
      if (tree.statementLines[statement] !== line) continue;
      const operands = tree.statementEnds[statement] - tree.statementHeads[statement] - 1;
      statements.push([
        tree.statementKinds[statement],
        tree.statementCodes[statement],
        operands,
        tree.statementFaults[statement],
      ]);
    }
    return { tokens, statements };
  });
}

function namesOf(text: string): string[] {
  const tree = parse(text);
  return Array.from(
    { length: tree.tokenCount },
    (_, token) => `${KIND_NAMES.get(tree.tokenKinds[token])}:${tokenText(tree, token)}`,
  );
}

const KIND_NAMES = new Map(Object.entries(TokenKind).map(([name, kind]) => [kind as number, name]));

/** Lines that are likely to be nearly right. */
const word = fc.constantFrom(
  'ADD',
  'load_const',
  'LOAD_VAR',
  'JUMP',
  '.func',
  '.END',
  '.const',
  '.foo',
  'x',
  'ünï',
  'None',
  '-inf',
  '42',
  '-7',
  '007',
  '+5',
  '1_000',
  '0xFF',
  '3.14',
  '.5',
  '1e9',
  '"a;b"',
  "'it\\'s'",
  '"open',
  '"\\x4"',
  ',',
  ':',
  'loop:',
  'a=1',
  '*r',
  '**k',
  '; c',
  '# d',
  '\u{1f600}',
  '\0',
  '\r',
);
const line = fc
  .array(fc.tuple(word, fc.constantFrom('', ' ', '\t', ' ')), { maxLength: 6 })
  .map(parts => parts.flat().join(''));
const text = fc.array(line, { maxLength: 8 }).map(lines => lines.join('\n'));

describe('the parser', () => {
  test('reads labels, an instruction, operands and a comment', () => {
    expect(namesOf('a: b: add x, 5 ; why')).toEqual([
      'Label:a',
      'Label:b',
      'Mnemonic:add',
      'Name:x',
      'Int:5',
      'Comment:; why',
    ]);
    expect(namesOf('.func f a=-1 *r b **k')).toEqual([
      'Directive:.func',
      'Name:f',
      'Name:a',
      'Equals:=',
      'Int:-1',
      'Star:*',
      'Name:r',
      'Name:b',
      'StarStar:**',
      'Name:k',
    ]);
  });

  test('takes LF and CR LF for line ends, and passes a byte order mark', () => {
    const tree = parse('\uFEFFNOP\r\nNOP ; c\r\nNOP\n');
    expect(tree.lineCount).toBe(4);
    expect(tree.diagnostics).toEqual([]);
    expect(Array.from(tree.statementLines)).toEqual([0, 1, 2]);
    expect(namesOf('NOP ; c\r\n')).toEqual(['Mnemonic:NOP', 'Comment:; c']);
  });

  test.each(['42', '-7', '1_000', '0xFF', '0o17', '0b1010', '-0x1f', '0', '00'])('%s is an int', literal => {
    expect(namesOf(`LOAD_CONST ${literal}`)[1]).toBe(`Int:${literal}`);
  });

  test.each(['3.14', '1e9', '.5', '5.', '1_0e1_0', '-2.5E-3', '00.5'])('%s is a float', literal => {
    expect(namesOf(`LOAD_CONST ${literal}`)[1]).toBe(`Float:${literal}`);
  });

  test.each([
    '007',
    '+5',
    '1__0',
    '0x',
    '1e',
    '1_',
    '0b2',
    '5j',
    '.',
    '1.2.3',
    '-',
    '-nan',
    'a-b',
    'b"x"',
    '"\\N{DASH}"',
    '"\\U00110000"',
    '"x',
  ])('%s is no literal and no name', literal => {
    expect(parse(`LOAD_CONST ${literal}`).diagnostics.map(({ kind }) => kind)).toContain('syntax');
  });

  test.each([
    'LOAD_CONST ,1',
    'CALL_FUNC f,,1',
    'LOAD_CONST 1,',
    'LOAD_CONST "a""b"',
    'LOAD_CONST 1"a"',
    ':',
    '5',
    'a b: c',
  ])('%s is not well formed', broken => {
    expect(parse(broken).diagnostics.length).toBeGreaterThan(0);
  });

  test('a string that never ends is wrong from its quote to the line end', () => {
    const [diagnostic] = parse('NOP\n  LOAD_CONST "abc ; no comment\nNOP').diagnostics;
    expect(diagnostic.span).toEqual({ start: { line: 1, column: 13 }, end: { line: 1, column: 30 } });
    expect(diagnostic.message).toBe('expected a closing `"`, found the end of the line');
  });

  test('an .end too many and one too few are said at their places, and what is inside stays alive', () => {
    const tree = parse('.end\n.func f\nNOP\n  .class C\n  .end');
    expect(tree.diagnostics.map(({ kind, span }) => [kind, span.start.line])).toEqual([
      ['misplaced', 0],
      ['missing-end', 1],
    ]);
    expect(tree.blocks.map(({ kind, parent, open, close, isClosed }) => [kind, parent, open, close, isClosed])).toEqual(
      [
        ['file', -1, -1, 5, true],
        ['function', 0, 1, 5, false],
        ['class', 1, 3, 4, true],
      ],
    );
  });

  test('more is not taken to be missing than makes an .end that is there one too many', () => {
    for (const text of [
      '.class\n.class\nvery_long_label:NOP; why\na:.END\n',
      '.class A\n    .func m self\nNOP\n.end\n',
    ])
      expect(parse(text).diagnostics.filter(({ kind }) => kind === 'misplaced')).toEqual([]);
  });

  test('every line is read by itself: lines together read as each alone', () => {
    fc.assert(
      fc.property(text, text, (first, second) => {
        fc.pre(!first.endsWith('\r'));
        const together = linesOf(parse(`${first}\n${second}`));
        expect(together).toEqual([...linesOf(parse(first)), ...linesOf(parse(second))]);
      }),
      { numRuns: 500 },
    );
  });

  test('tokens and statements keep the order and the bounds that the tree promises, for any text', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary', maxLength: 200 })), source => {
        const tree = parse(source);
        for (let token = 0; token < tree.tokenCount; token++) {
          expect(tree.tokenStarts[token]).toBeLessThan(tree.tokenEnds[token]);
          if (token > 0) expect(tree.tokenEnds[token - 1]).toBeLessThanOrEqual(tree.tokenStarts[token]);
          expect(tokenText(tree, token)).not.toContain('\n');
          const { start, end } = spanOfToken(tree, token);
          expect(end.column - start.column).toBe(tree.tokenEnds[token] - tree.tokenStarts[token]);
        }
        for (let statement = 0; statement < tree.statementCount; statement++) {
          expect(tree.statementHeads[statement]).toBeLessThan(tree.statementEnds[statement]);
          const isLabel = tree.statementKinds[statement] === StatementKind.Label;
          expect(isLabel).toBe(tree.tokenKinds[tree.statementHeads[statement]] === TokenKind.Label);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
