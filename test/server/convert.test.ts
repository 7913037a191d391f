import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseEncoding, positionConverter, utf16Length, utf8Length } from '../../server/convert.ts';
import { parse } from '../../vm/index.ts';

const texts = fc
  .array(fc.constantFrom('a', 'ß', '€', '😀', '\ud800', '\n', '\r\n', '\r', ' ', '"'))
  .map(parts => parts.join(''));

describe('chooseEncoding', () => {
  test('is UTF-16 wherever that is understood', () => {
    expect(chooseEncoding(undefined)).toBe('utf-16');
    expect(chooseEncoding([])).toBe('utf-16');
    expect(chooseEncoding(['utf-8', 'utf-16'])).toBe('utf-16');
    expect(chooseEncoding(['utf-8'])).toBe('utf-8');
    expect(chooseEncoding(['utf-32'])).toBe('utf-16');
  });
});

describe('utf8Length', () => {
  test('is the number of bytes of the encoded text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length);
      }),
    );
  });

  test('undoes utf16Length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        expect(utf16Length(text, utf8Length(text))).toBe(text.length);
      }),
    );
  });
});

describe('positionConverter', () => {
  for (const encoding of ['utf-16', 'utf-8'] as const) {
    test(`there and back is the identity (${encoding})`, () => {
      const { toLspPosition, toPlace } = positionConverter(encoding);
      fc.assert(
        fc.property(texts, text => {
          const tree = parse(text);
          for (let line = 0; line < tree.lineCount; line++) {
            const length = text.slice(tree.lineStarts[line], tree.lineStarts[line + 1]).replace(/\r?\n$/, '').length;
            for (let column = 0; column <= length; column++) {
              if (isInsidePair(text, tree.lineStarts[line] + column)) continue;
              const there = toLspPosition(tree, { line, column });
              expect(toPlace(tree, there)).toEqual({ line, column });
            }
          }
        }),
      );
    });
  }

  test('a carriage return alone ends a line for the protocol only', () => {
    const tree = parse('NOP ; a\rb\nNOP');
    const { toLspPosition, toPlace } = positionConverter('utf-16');
    expect(toLspPosition(tree, { line: 1, column: 2 })).toEqual({ line: 2, character: 2 });
    expect(toPlace(tree, { line: 1, character: 1 })).toEqual({ line: 0, column: 9 });
  });

  test('positions outside of the text are moved into it', () => {
    const tree = parse('NOP\nADD');
    const { toPlace } = positionConverter('utf-16');
    expect(toPlace(tree, { line: 0, character: 99 })).toEqual({ line: 0, column: 3 });
    expect(toPlace(tree, { line: 99, character: 0 })).toEqual({ line: 1, column: 3 });
    expect(toPlace(tree, { line: -1, character: -1 })).toEqual({ line: 0, column: 0 });
  });
});

function isInsidePair(text: string, offset: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(offset - 1, offset + 1));
}
