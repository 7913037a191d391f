import { describe, expect, test } from 'vitest';
import { formatText, parse } from '../../vm/index.ts';

/** Formats a text and compares; `lines` are joined with LF and a last line end. */
function check(written: readonly string[], formatted: readonly string[]): void {
  expect(formatText(parse(written.join('\n') + '\n'))).toBe(formatted.map(line => `${line}\n`).join(''));
}

function format(text: string): string {
  return formatText(parse(text));
}

test("the contract's example is in the formatter's style", () => {
  const text = [
    '; factorial by recursion',
    '.func fact n',
    '        LOAD_VAR n',
    '        LOAD_CONST 1',
    '        LE',
    '        JUMP_IF_FALSE recurse',
    '        LOAD_CONST 1',
    '        RETURN_VALUE',
    'recurse:',
    '        LOAD_VAR n',
    '        LOAD_VAR n',
    '        LOAD_CONST 1',
    '        SUB',
    '        CALL_FUNC fact 1',
    '        MUL',
    '        RETURN_VALUE',
    '.end',
    '',
    '        LOAD_CONST 5',
    '        CALL_FUNC fact 1',
    '        PRINT',
    '        HALT',
  ];
  check(text, text);
});

describe('words and operands', () => {
  test('mnemonics are upper case, directives lower case, names and literals as they were', () => {
    check(
      ['.CONST Big 0xFF', 'load_const Big', 'return_val'],
      ['.const Big 0xFF', '        LOAD_CONST Big', '        RETURN_VAL'],
    );
  });
  test('one blank stands between operands, and commas go', () => {
    check(['CALL_FUNC  f,2 ,\tkey'], ['        CALL_FUNC f 2 key']);
  });
  test('parts of a parameter stay together, and a bare star stays bare', () => {
    check(
      ['.func f a,b=1 *rest c=2 **named', '.end', '.func g  *   c', '.end'],
      ['.func f a b=1 *rest c=2 **named', '.end', '.func g * c', '.end'],
    );
  });
  test('strings keep their blanks, commas and comment signs', () => {
    check(['LOAD_CONST "a,  b ; c # d"'], ['        LOAD_CONST "a,  b ; c # d"']);
  });
});

describe('labels', () => {
  test('a short label that shared a line goes on doing so', () => {
    check(['again: JUMP again', 'a: b: NOP'], ['again:  JUMP again', 'a: b:   NOP']);
  });
  test('a label that shared no line goes on doing that', () => {
    check(['a:', 'NOP'], ['a:', '        NOP']);
  });
  test('a label that does not fit in front of its instruction gets its own line', () => {
    check(['recurse: NOP ; why', 'a: .line 1'], ['recurse:', '        NOP                     ; why', 'a:', '.line 1']);
  });
});

describe('nesting', () => {
  test('inner functions, methods and directives are indented', () => {
    check(
      [
        '.func f',
        '.name "g"',
        '.func h',
        '.nonlocal x',
        'a: NOP',
        '.end',
        'NOP',
        '.end',
        '.class C',
        '.func m self',
        '.end',
        '.end',
        'NOP',
      ],
      [
        '.func f',
        '    .name "g"',
        '    .func h',
        '        .nonlocal x',
        '    a:      NOP',
        '    .end',
        '        NOP',
        '.end',
        '.class C',
        '    .func m self',
        '    .end',
        '.end',
        '        NOP',
      ],
    );
  });
  test('a function without its end indents nothing below it', () => {
    check(['.func f', '.func g', 'NOP', '.end'], ['.func f', '.func g', '        NOP', '.end']);
  });
  test('an end too many changes nothing', () => {
    check(['.end', '.func g', '.end'], ['.end', '.func g', '.end']);
  });
});

describe('comments', () => {
  test('a comment stands where the line right below it begins', () => {
    check(
      [
        'NOP',
        '    ; of the label',
        'a:',
        '; of the instruction',
        '   # still',
        'NOP',
        '     ; of the function',
        '.func f',
        '.end',
      ],
      [
        '        NOP',
        '; of the label',
        'a:',
        '        ; of the instruction',
        '        # still',
        '        NOP',
        '; of the function',
        '.func f',
        '.end',
      ],
    );
  });
  test('the comments at the head of a file, and those with nothing right below, stand at the left', () => {
    check(
      ['  ; head', 'NOP', '  ; alone', '', 'NOP', '  ; last'],
      ['; head', '        NOP', '; alone', '', '        NOP', '; last'],
    );
  });
  test('so they do at the end of a file, and where nothing but comments is', () => {
    check(['HALT', '', '    ; later'], ['        HALT', '', '; later']);
    check(['    ; nothing', '', '  ; yet'], ['; nothing', '', '; yet']);
  });
  test('a comment above the end of a function belongs to its code', () => {
    check(['.func f', 'NOP', '; done', '.end'], ['.func f', '        NOP', '        ; done', '.end']);
  });
  test('comments behind code share a column in a run of lines', () => {
    check(
      [
        'LOAD_CONST 1 ; one',
        'a:',
        'NOP',
        'ADD;two',
        '',
        'NOP ; three',
        '.const X 1 ; four',
        '.const LONG "a very long constant";five',
      ],
      [
        '        LOAD_CONST 1            ; one',
        'a:',
        '        NOP',
        '        ADD                     ;two',
        '',
        '        NOP                     ; three',
        '.const X 1                          ; four',
        '.const LONG "a very long constant"  ;five',
      ],
    );
  });
  test('a comment right under one behind code goes on with it', () => {
    check(
      ['ADD    ; the sum of', '       ; both', '    ; of its own', 'NOP'],
      [
        '        ADD                     ; the sum of',
        '                                ; both',
        '        ; of its own',
        '        NOP',
      ],
    );
  });
  test('blanks at the end go', () => {
    check(['NOP ; a \t ', '; b  '], ['        NOP                     ; a', '; b']);
  });
});

describe('lines', () => {
  test('one blank line stays where there were some, none at the end', () => {
    check(['', '', 'NOP', ' ', '\t', 'NOP', '', ''], ['', '        NOP', '', '        NOP']);
  });
  test('the first line end decides', () => {
    expect(format('NOP\r\nNOP\nNOP')).toBe('        NOP\r\n        NOP\r\n        NOP\r\n');
    expect(format('NOP\nNOP\r\n')).toBe('        NOP\n        NOP\n');
  });
  test('an empty file stays empty, and a byte order mark stays', () => {
    expect(format('')).toBe('');
    expect(format(' \n\n')).toBe('');
    expect(format('\ufeffnop')).toBe('\ufeff        NOP\n');
    expect(format('\ufeff"never')).toBe('\ufeff"never\n');
  });
  test('a broken line stays exactly as it is, between lines that are formatted', () => {
    check(
      ['nop', '  load_const  "never ends ', ' frobnicate  1,2', ' .what 1 ;x ', 'nop'],
      ['        NOP', '  load_const  "never ends ', ' frobnicate  1,2', ' .what 1 ;x ', '        NOP'],
    );
  });
  test('a carriage return that ends a broken line does not become part of a line end', () => {
    expect(format('nop\n(\r')).toBe('        NOP\n(\r\r\n');
  });
});
