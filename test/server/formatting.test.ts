import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatting, lineEdits } from '../../server/features/formatting.ts';
import { formatText, parse } from '../../vm/index.ts';
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
