import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { StatementKind, TokenKind, formatText, parse, tokenText, type SyntaxTree } from '../../vm/index.ts';

/** What a program is made of: its tokens line by line, but for letter case that means nothing and blanks behind comments. */
function tokensOf(tree: SyntaxTree): string[] {
  const tokens: string[] = [];
  for (let token = 0; token < tree.tokenCount; token++) tokens.push(meaningOf(tree, token));
  return tokens;
}

function meaningOf(tree: SyntaxTree, token: number): string {
  const kind = tree.tokenKinds[token];
  const text = tokenText(tree, token);
  if (kind === TokenKind.Mnemonic) return `${kind} ${text.toUpperCase()}`;
  if (kind === TokenKind.Directive) return `${kind} ${text.toLowerCase()}`;
  return kind === TokenKind.Comment ? `${kind} ${text.replace(/[ \t\r]+$/, '')}` : `${kind} ${text}`;
}

/** The statements, and which tokens belong to each: what the assembler reads. */
function statementsOf(tree: SyntaxTree): unknown[] {
  return Array.from({ length: tree.statementCount }, (_, statement) => [
    tree.statementKinds[statement],
    tree.statementCodes[statement],
    tree.statementHeads[statement],
    tree.statementEnds[statement],
  ]);
}

/** The text of each line that cannot be read. */
function brokenLinesOf(tree: SyntaxTree): string[] {
  const lines = new Set(tree.diagnostics.filter(({ kind }) => kind === 'syntax').map(({ span }) => span.start.line));
  for (let statement = 0; statement < tree.statementCount; statement++) {
    if (tree.statementKinds[statement] === StatementKind.Unknown) lines.add(tree.statementLines[statement]);
  }
  return [...lines]
    .toSorted((a, b) => a - b)
    .map(line =>
      tree.text
        .slice(tree.lineStarts[line], tree.lineStarts[line + 1])
        .replace(/^\ufeff/, '')
        .replace(/\r?\n$/, ''),
    );
}

/** But for what the layout tells where an `.end` is missing, which formatting is there to change. */
function mistakesOf(tree: SyntaxTree): { kind: string; message: string }[] {
  return tree.diagnostics.filter(({ kind }) => kind !== 'missing-end').map(({ kind, message }) => ({ kind, message }));
}

function checkLaws(text: string): void {
  const before = parse(text);
  const formatted = formatText(before);
  const after = parse(formatted);
  expect(tokensOf(after)).toEqual(tokensOf(before));
  expect(statementsOf(after)).toEqual(statementsOf(before));
  expect(mistakesOf(after)).toEqual(mistakesOf(before));
  expect(brokenLinesOf(after)).toEqual(brokenLinesOf(before));
  expect(formatText(after)).toBe(formatted);
  expect(formatted).toMatch(/^\ufeff?$|\n$/);
}

const blanks = fc.constantFrom('', ' ', '  ', '\t', ' \t ');
const gap = fc.constantFrom(' ', '   ', '\t', ',', ' , ');
const word = fc.constantFrom(
  'x',
  'fact',
  'recurse_deeply',
  '1',
  '-2.5',
  '"a; b"',
  "'#'",
  'True',
  'π',
  '𝒳',
  '*',
  '*r',
  'a=1',
  'a = 1',
);
const head = fc.constantFrom(
  'NOP',
  'load_const',
  'Jump',
  'CALL_FUNC',
  '.func',
  '.END',
  '.class',
  '.const',
  '.Line',
  '.global',
  'FROB',
  '(',
  '"open',
);
const label = fc.constantFrom('a:', 'again:', 'recurse:', 'very_long_label:', '1:', 'é:');
const comment = fc.constantFrom('; why', '# why', ';', ';; "x', '; tail \t', '; a\rb', '# é 𝒳\r');
const statement = fc
  .tuple(head, fc.array(fc.tuple(gap, word), { maxLength: 4 }))
  .map(([first, rest]) => first + rest.flat().join(''));
const line = fc
  .tuple(
    blanks,
    fc.array(label, { maxLength: 2 }),
    fc.option(statement, { nil: '' }),
    blanks,
    fc.option(comment, { nil: '' }),
    blanks,
  )
  .map(
    ([indent, labels, code, space, remark, end]) =>
      `${indent}${labels.join(' ')}${space}${code}${space}${remark}${end}`,
  );
const lineEnd = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r', '');
const file = fc
  .tuple(fc.constantFrom('', '', '\ufeff'), fc.array(fc.tuple(line, lineEnd), { maxLength: 30 }))
  .map(([mark, lines]) => mark + lines.flat().join(''));
const anyText = fc.array(fc.constantFrom(...' \t\r\n\n;#"\'\\:,.=*+-01aéN\ufeff\ufffd', 'NOP', '.func f', '.end'), {
  maxLength: 60,
});

describe('formatting never changes the program, keeps broken lines, and is done after one time', () => {
  test('on files made of what programs are made of', () => {
    fc.assert(fc.property(file, checkLaws), { numRuns: 2000 });
  });
  test('on any text', () => {
    fc.assert(
      fc.property(
        anyText.map(parts => parts.join('')),
        checkLaws,
      ),
      { numRuns: 3000 },
    );
  });
  test('on a file of 100,000 lines', () => {
    const body = ['.func f a', 'load_var a ; c', ' again:jump again', '', '  ; text', '.end'];
    const text = Array.from({ length: 100_000 }, (_, index) => body[index % body.length]).join('\n');
    const formatted = formatText(parse(text));
    expect(formatText(parse(formatted))).toBe(formatted);
  });
});
