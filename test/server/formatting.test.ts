import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatting, lineEdits, onTypeFormatting, rangeFormatting } from '../../server/features/formatting.ts';
import { formatText, parse } from '../../vm/index.ts';
import { SEED } from '../support/seed.ts';
import { applyEdits, openFixture } from './fixture.ts';
import { BROKEN, FACTORIAL, SCOPES } from './programs.ts';

describe('formatting', () => {
  test('the edits make the formatted text', () => {
    for (const text of [FACTORIAL, SCOPES, BROKEN, 'load_const   1\n\n\n\nadd', '', '\n', 'x:y:add\r\nadd\n']) {
      const { snapshot } = openFixture(text);
      expect(applyEdits(text, formatting(snapshot))).toBe(formatText(parse(text)));
    }
  });

  test('lines that are right are left alone', () => {
    const text = '        NOP\n  NOP\n        NOP\n';
    expect(formatting(openFixture(text).snapshot)).toEqual([
      { range: { start: { line: 1, character: 0 }, end: { line: 1, character: 5 } }, newText: '        NOP' },
    ]);
  });

  test('a formatted text needs no edits', () => {
    const text = formatText(parse(SCOPES));
    expect(formatting(openFixture(text).snapshot)).toEqual([]);
  });
});

/** Formats the lines between the marks. */
function checkRangeFormatting(fixture: string, expected: string): void {
  const { snapshot, marks, texts } = openFixture(fixture);
  const edits = rangeFormatting(snapshot, { start: marks[0], end: marks[1] });
  expect(applyEdits(texts['/main.bcasm'], edits)).toBe(expected);
}

describe('rangeFormatting', () => {
  test('leaves the other lines alone', () =>
    checkRangeFormatting('nop\n┆add\nsub\n┆mul\n', 'nop\n        ADD\n        SUB\nmul\n'));
  test('knows how deep the lines stand', () =>
    checkRangeFormatting('.func f\n.func g\n┆nop┆\n.end\n.end\n', '.func f\n.func g\n            NOP\n.end\n.end\n'));
  test('puts comments where they are with those around them', () =>
    checkRangeFormatting(
      `LOAD_CONST "${'x'.repeat(40)}" ; a\n┆nop ; b┆\n\nnop ; c\n`,
      `LOAD_CONST "${'x'.repeat(40)}" ; a\n        NOP${' '.repeat(52)}; b\n\nnop ; c\n`,
    ));
  test('a comment above code stands where the code does, not as at the top of a file', () =>
    checkRangeFormatting('nop\n\n┆; a┆\n        NOP\n', 'nop\n\n        ; a\n        NOP\n'));

  test('the laws: it does what formatting everything does there, twice is once, and the words stay', () => {
    const pieces = [
      'nop',
      '  ADD ; x',
      '; c',
      '',
      '.func f',
      '.end',
      '.class C',
      'a:b: nop;',
      'JUMP  a,',
      '.const X 1 ;y',
      ' ;d',
    ];
    const texts = fc
      .tuple(fc.array(fc.constantFrom(...pieces), { maxLength: 25 }), fc.constantFrom('\n', '\r\n'))
      .map(([lines, lineEnd]) => lines.join(lineEnd));
    fc.assert(
      fc.property(
        fc.oneof(texts, fc.constantFrom(FACTORIAL, SCOPES, BROKEN)),
        fc.nat(),
        fc.nat(5),
        (text, at, length) => {
          const lines = text.split('\n');
          const first = at % lines.length;
          const last = Math.min(first + length, lines.length - 1);
          const range = { start: { line: first, character: 0 }, end: { line: last, character: lines[last].length } };
          const { snapshot } = openFixture(text);
          const edits = rangeFormatting(snapshot, range);
          const all = formatting(snapshot).map(edit => JSON.stringify(edit));
          for (const edit of edits) {
            const isOfOneLine = edit.range.start.line === edit.range.end.line && !edit.newText.includes('\n');
            if (isOfOneLine) expect(all).toContain(JSON.stringify(edit));
          }
          const formatted = applyEdits(text, edits);
          expect(wordsOf(formatted)).toEqual(wordsOf(text));
          const again = openFixture(formatted).snapshot;
          const end = { line: last + formatted.split('\n').length - lines.length, character: 9_999 };
          expect(rangeFormatting(again, { start: range.start, end })).toEqual([]);
        },
      ),
      { numRuns: 400, seed: SEED },
    );
  });
});

/** What a text says, without what formatting may change: blanks, and the letter case of mnemonics. */
function wordsOf(text: string): string {
  return text.toUpperCase().replaceAll(/[\s,]+/g, '');
}

describe('onTypeFormatting', () => {
  test('brings the line into form that a line break has finished', () => {
    const { snapshot, marks, texts } = openFixture('nop\nload_const   1\n┆\nnop\n');
    const edits = onTypeFormatting(snapshot, marks[0], '\n');
    expect(applyEdits(texts['/main.bcasm'], edits)).toBe('nop\n        LOAD_CONST 1\n\nnop\n');
  });
  test('puts a label in its place as soon as it has its colon', () => {
    const { snapshot, marks, texts } = openFixture('        NOP\n        again:┆\n        NOP\n');
    const edits = onTypeFormatting(snapshot, marks[0], ':');
    expect(applyEdits(texts['/main.bcasm'], edits)).toBe('        NOP\nagain:\n        NOP\n');
  });
  test('leaves a line alone that is not right yet', () => {
    const { snapshot, marks } = openFixture('load_conts   1\n┆');
    expect(onTypeFormatting(snapshot, marks[0], '\n')).toEqual([]);
  });
});

describe('lineEdits', () => {
  test('make any text of any other', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', ' ', '\n', '\r\n', 'c\n'), { maxLength: 60 })
      .map(parts => parts.join(''));
    fc.assert(
      fc.property(text, text, (from, to) => {
        let made = '';
        let end = 0;
        for (const edit of lineEdits(from, to)) {
          made += from.slice(end, edit.start) + edit.newText;
          end = edit.end;
        }
        expect(made + from.slice(end)).toBe(to);
      }),
    );
  });
});
