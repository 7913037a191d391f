import type { MarkupContent } from 'vscode-languageserver';
import { describe, expect, test } from 'vitest';
import { hover } from '../../server/features/hover.ts';
import { openFixture, textIn, type Fixture } from './fixture.ts';
import { LIBRARY, SHAPES } from './programs.ts';

/** The hover holds each of these, in this order. */
function checkHover(fixture: Fixture, expected: readonly string[] | null, isMarkdown = true): void {
  const found = hoverText(fixture, isMarkdown);
  if (expected === null) return expect(found).toBeNull();
  let at = 0;
  for (const part of expected) {
    const next = (found ?? '').indexOf(part, at);
    if (next < 0) expect(found).toContain(part);
    at = next + part.length;
  }
}

describe('hover', () => {
  test('an instruction: picture, meaning, operands, errors, example', () =>
    checkHover('CALL_FUNC┆ f 1\n.func f a\n.end', [
      'CALL_FUNC f n k…    a1…an -- r',
      'Calls a function of the program, else a built-in',
      '- `f`: the name of a function in scope',
      '- `k`: the name of a parameter, any number of them',
      'Raises `TypeError` or `RecursionError`.',
      '```bcasm\nLOAD_CONST 5\nCALL_FUNC fact 1\n```',
    ]));
  test('in any letter case, and by its other name', () =>
    checkHover('.func f\nreturn_val┆\n.end', ['RETURN_VALUE    v --']));
  test('not a word that is no instruction', () => checkHover('LOAD_CONTS┆ 1', null));
  test('the stack before an instruction, with the kinds of the values and who pushed them', () =>
    checkHover('LOAD_CONST 1\nLOAD_CONST "a"\nLOAD_CONST 3\nSUB┆\nHALT', [
      'Stack here: 3 values, top first',
      'b  int  ← line 3: LOAD_CONST 3\na  str  ← line 2: LOAD_CONST "a"\n   int  ← line 1: LOAD_CONST 1',
      'SUB    a b -- r',
    ]));
  test('the picture with the values of this program', () => {
    checkHover('LOAD_CONST 0\nLOAD_CONST 5\nLOAD_VAR x\nADD┆\nPRINT', ['… 5:int ← line 2, x ← line 3 → ?']);
    checkHover('LOAD_CONST 4\nSTORE_VAR x\nLOAD_CONST 5\nLOAD_VAR x\nADD┆\nPRINT', [
      '5:int ← line 3, x:int ← line 4 → int',
    ]);
    checkHover('LOAD_CONST 2\nLOAD_CONST 5\nADD┆\nPRINT', ['2:int ← line 1, 5:int ← line 2 → int']);
    checkHover('LOAD_CONST 2\nSTORE_VAR┆ x', ['2:int ← line 1 → nothing']);
    checkHover('LOAD_CONST┆ 2\nPRINT', ['\n→ 2:int\n']);
    checkHover('LOAD_CONST 1\nLOAD_CONST "a"\nSWAP┆', ['1:int ← line 1, "a":str ← line 2 → "a":str, 1:int']);
    checkHover('LOAD_VAR c\na: JUMP_IF_TRUE_OR_POP┆ b\nLOAD_CONST 1\nb: PRINT', [
      'c ← line 1 → nothing; when it jumps c',
    ]);
    checkHover('.func f\nLOAD_CONST 1\nRETURN_VALUE\n.end\nCALL_FUNC f 0\nPR┆INT', ['f(…):int ← line 5 → nothing']);
    checkHover('LOAD_CONST "ab"\nUNPACK┆ 2\nPRINT\nPRINT', ['"ab":str ← line 1 → ?, ?']);
  });
  test('what it makes by itself, where paths bring other values', () =>
    checkHover('LOAD_CONST 1\nLOAD_CONST 2\nADD┆\na: PRINT\nLOAD_CONST "s"\nJUMP a', ['2:int ← line 2 → int']));
  test('a link to the reference, where it is at hand', () => {
    const { snapshot, marks } = openFixture('CALL_FUNC┆ f 1');
    const { contents } = hover({ ...snapshot, documentation: 'file:///docs/' }, marks[0]) as {
      contents: MarkupContent;
    };
    expect(contents.value).toContain('[Reference of CALL_FUNC](file:///docs/isa.md#call_func)');
  });
  test('every place that may have pushed a value', () =>
    checkHover('LOAD_VAR c\nJUMP_IF_TRUE e\nLOAD_CONST 1\nJUMP p\ne: LOAD_CONST "a"\np: PR┆INT', [
      'v  int | str  ← line 3: LOAD_CONST 1, line 5: LOAD_CONST "a"',
    ]));
  test('an empty stack, and code that is never reached', () => {
    checkHover('NOP┆', ['Stack here: empty']);
    checkHover('HALT\nNOP┆', ['No path leads here.']);
  });
  test('the stack in a function with an error', () => {
    checkHover('LOAD_CONST 1\nPRINT┆\nFROB', ['Stack here: 1 value']);
    checkHover('LOAD_CONST 1\nFROB\nLOAD_CONST "a"\nPRINT┆', ['Stack here: 1 to any number of values']);
    checkHover('LOAD_CONST 1\na: PRINT┆\nFROB\nJUMP a', ['Stack here: 1 value']);
  });
  test('nothing of the stack where nobody knows what belongs to the function', () => {
    const text = hoverText('.func f\nLOAD_CONST 1\nPRINT┆\n.frob\n.end', true);
    expect(text).toContain('PRINT    v --');
    expect(text).not.toContain('Stack here');
  });
  test('a directive', () => checkHover('.con┆st A 1', ['.const NAME VALUE', 'A named constant', '.const LIMIT 100']));
  test('a class: its methods, and what is written above it', () =>
    checkHover('; A shape.\n.class Shape\n.func area self\n.end\n.end\nMAKE_CLASS Shape┆ 0', ['Shape', 'A shape.']));
  test('a label: where it is and who jumps there', () =>
    checkHover('NOP\na┆: NOP\nJUMP a\nJUMP a', [
      'a:',
      'A label in main, before instruction 1. 2 jumps come here, from lines 3, 4.',
    ]));
  test('the stack that each way brings to a label', () => {
    checkHover('LOAD_CONST 1\na┆: DUP_TOP\nJUMP_IF_TRUE a\nHALT', [
      'from above   1 value: 1:int',
      'from line 3  1 value: 1:int',
    ]);
    checkHover('SETUP_TRY h\nPOP_TRY\nHALT\nh┆: PRINT', ['on an error behind line 1  1 value: exception']);
    checkHover('LOAD_VAR x\nJUMP_IF_TRUE_OR_POP e\nLOAD_CONST 2\ne┆: PRINT', [
      'from above   1 value: 2',
      'from line 2  1 value: x',
    ]);
  });
  test('a label at the start', () => checkHover('a┆: JUMP a', ['from the start  empty', 'from line 1     empty']));
  test('a label that nothing uses', () => checkHover('a┆:', ['Nothing jumps here.']));
  test('a function: signature, stack, comment, uses', () =>
    checkHover('; adds\n; two numbers\n.func add a b=1\n.end\nCALL_FUNC a┆dd 2', [
      '.func add a b=1',
      'a b -- never',
      'adds  \ntwo numbers',
      'A function in main. Used on line 5. Its stack holds at most 0 values.',
    ]));
  test('a method: who uses it, and who may', () =>
    checkHover(SHAPES.replace('.class Field\n.func area', '.class Field\n.func ┆area'), [
      'A function in `Field`. Used on line 41. May be meant on line 29, by its name.',
    ]));
  test('a function: the kind of its result', () => {
    checkHover('.func f┆ a\nLOAD_CONST 1\nRETURN_VALUE\n.end', ['a -- int', 'at most 1 value.']);
    checkHover('.func f┆ a\nLOAD_VAR a\nRETURN_VALUE\n.end', ['a -- result']);
    checkHover('.func f┆\nLOAD_CONST 1\nYIELD\nRETURN_VALUE\n.end', ['-- generator']);
  });
  test('a function from another file', () =>
    checkHover({ ...LIBRARY, '/main.bcasm': LIBRARY['/main.bcasm'].replace('FUNC area', 'FUNC ar┆ea') }, [
      '.func area width height',
      'width times height',
      'From `/lib/shapes.bcasm`.',
    ]));
  test('a constant: its value, in other bases, and the comment behind it', () =>
    checkHover('.const MASK 0xff ; low byte\nLOAD_CONST MASK┆', [
      '.const MASK 0xff',
      'int  255  0xFF  0o377  0b11111111',
      'low byte',
      'A constant, defined on line 1.',
    ]));
  test('a global', () =>
    checkHover('LOAD_CONST 1\nSTORE_VAR x ; how many\nLOAD_VAR x┆', [
      'global variable x',
      'how many',
      'Assigned on line 2. Read once. Holds `int`.',
    ]));
  test('a variable: the kinds of all that is stored', () => {
    checkHover('LOAD_CONST 1\nSTORE_VAR x\nLOAD_CONST "a"\nSTORE_VAR x┆', ['Holds `int | str`.']);
    expect(hoverText('LOAD_VAR y\nSTORE_VAR x┆', true)).not.toContain('Holds');
    expect(hoverText('LOAD_CONST 1\nSTORE_VAR x┆\nFROB', true)).not.toContain('Holds');
  });
  test('a parameter', () => checkHover('.func f a=2\nLOAD_VAR a┆\n.end', ['parameter a=2', 'Of `f`.', 'Read once.']));
  test('a parameter: the kinds that all calls give, also by way of variables and in a circle', () => {
    checkHover('.func f a┆\nLOAD_VAR a\nRETURN_VALUE\n.end\nLOAD_CONST 1\nCALL_FUNC f 1', [
      'Holds `int`, inferred from the one call of the function.',
    ]);
    checkHover(`${FACTORIAL}LOAD_CONST 5\nCALL_FUNC fact 1`, [
      'Holds `int`, inferred from all 2 calls of the function.',
    ]);
    checkHover(
      `${FACTORIAL}LOAD_CONST 5\nSTORE_VAR x\nLOAD_VAR x\nCALL_FUNC fact 1\nLOAD_CONST 1.5\nCALL_FUNC fact 1`,
      ['Holds `int | float`, inferred from all 3 calls of the function.'],
    );
    checkHover('.func f a b┆="x"\n.end\nLOAD_CONST 1\nCALL_FUNC f 1\nLOAD_CONST 1\nDUP_TOP\nCALL_FUNC f 2 b', [
      'Holds `int | str`, inferred from all 2 calls',
    ]);
    checkHover('.func f *a┆\n.end', ['Holds `tuple`.']);
  });
  test.each([
    ['that nothing calls', FACTORIAL],
    ['of a function that is a value, too', `${FACTORIAL}LOAD_CONST 5\nCALL_FUNC fact 1\nMAKE_FUNC fact`],
    ['of a method', '.class C\n.func f a┆\n.end\n.end'],
    ['that is given anything', `${FACTORIAL}LOAD_VAR x\nCALL_FUNC fact 1\nLOAD_CONST 5\nCALL_FUNC fact 1`],
    [
      'that a broken function gives',
      `${FACTORIAL}LOAD_CONST 5\nCALL_FUNC fact 1\n.func g\nFROB\nCALL_FUNC fact 1\n.end`,
    ],
    ['that may be given a global of the same name as a local', HIDDEN],
  ])('a parameter %s: nothing', (_, fixture) => expect(hoverText(fixture, true)).not.toContain('Holds'));
  test('a parameter: also what other programs give', () => {
    const { snapshot, marks, programs } = openFixture({
      '/lib.bcasm': '.func f a┆\n.end\nLOAD_CONST 1\nCALL_FUNC f 1',
      '/main.bcasm': '.import "lib.bcasm"\nLOAD_CONST "a"\nCALL_FUNC f 1',
    });
    const { contents } = hover(snapshot, marks[0], programs) as { contents: MarkupContent };
    expect(contents.value).toContain('Holds `int | str`, inferred from all 2 calls');
  });
  test('a captured variable', () =>
    checkHover('.func f\nSTORE_VAR a\n.func g\n.nonlocal a\nLOAD_VAR a┆\n.end\n.end', [
      'local variable a',
      'Of `f`, captured by functions in it. Assigned on line 2.',
    ]));
  test('an argument name is the parameter', () =>
    checkHover('.func f abc\n.end\nLOAD_CONST 1\nCALL_FUNC f 1 abc┆', ['parameter abc', 'Of `f`.']));
  test('a built-in', () => checkHover('LOAD_VAR pri┆nt', ["print(*values, sep=' '", 'A built-in function.']));
  test('a number', () => checkHover('LOAD_CONST -1_0┆', ['int  -10  -0xA  -0o12  -0b1010']));
  test('a jump by number', () => checkHover('NOP\nADD\nJUMP 1┆', ['ADD', 'The instruction on line 2.']));
  test('a string', () => checkHover('LOAD_CONST "a\\n😀"┆', ['str of 3 characters']));
  test('nothing in a comment', () => checkHover('NOP ; ADD┆ it', null));
  test('nothing behind the text', () => checkHover('NOP\n┆', null));
  test('plain text for clients without Markdown', () => {
    checkHover('STORE_VAR┆ x', ['STORE_VAR x    v --', '- x: the name of a variable'], false);
    expect(hoverText('STORE_VAR┆ x', false)).not.toMatch(/[`*]/);
  });
  test('a comment with a fence in it stays a comment', () =>
    checkHover('; ```\n.const A 1\nLOAD_CONST A┆', ['.const A 1', '```']));
  test('covers the word', () => {
    const { snapshot, marks, texts } = openFixture('  LOAD_CONST 1┆23 ; x');
    const { range } = hover(snapshot, marks[0]) ?? {};
    expect(range && textIn(texts['/main.bcasm'], range)).toBe('123');
  });
  test('a method or an attribute: what it is where the object can be told, else what has that name', () => {
    checkHover('LOAD_CONST "a b"\nCALL_METHOD spl┆it 0\nPRINT', [
      'str.split(sep=None, maxsplit=-1)',
      'A method of `str`.',
    ]);
    checkHover('LOAD_VAR x\nLOAD_CONST 1\nCALL_METHOD app┆end 1\nPRINT', [
      'list.append(object, /)',
      'the class of the object cannot be told',
    ]);
    checkHover('LOAD_CONST 5\nLOAD_ATTR num┆erator\nPRINT', ['int.numerator', 'An attribute of `int`.']);
    checkHover('LOAD_CONST 5\nCALL_METHOD app┆end 0\nPRINT', null);
    checkHover('LOAD_VAR x\nLOAD_ATTR nothing┆\nPRINT', null);
    const stack = '.class Stack\n; Adds one.\n.func push self value\nLOAD_CONST None\nRETURN_VALUE\n.end\n.end\n';
    checkHover(`${stack}MAKE_CLASS Stack 0\nCALL 0\nLOAD_CONST 1\nCALL_METHOD push┆ 1\nPRINT`, [
      '.func push self value',
      'Adds one.',
      'A function in `Stack`.',
    ]);
    checkHover(`${stack}LOAD_VAR x\nLOAD_CONST 1\nCALL_METHOD push┆ 1\nPRINT`, [
      '.func push self value',
      'Found by its name',
    ]);
    checkHover('BUILD_LIST 0\nLOAD_VAR x\nSWAP\nSTORE_ATTR items\nLOAD_VAR x\nLOAD_ATTR items┆\nPRINT', [
      'attribute items',
      'Stored on line 4. Read on line 6. Holds `list`.',
    ]);
  });
});

const FACTORIAL =
  '.func fact n┆\nLOAD_VAR n\nLOAD_VAR n\nLOAD_CONST 1\nSUB\nCALL_FUNC fact 1\nMUL\nRETURN_VALUE\n.end\n';

/** `x` is a local of `g` and a global: what `g` loads is either. */
const HIDDEN =
  '.func f a┆\n.end\n.func g\nLOAD_VAR x\nCALL_FUNC f 1\nLOAD_CONST 1\nSTORE_VAR x\n.end\nLOAD_CONST "a"\nSTORE_VAR x';

function hoverText(fixture: Fixture, isMarkdown: boolean): string | null {
  const { snapshot, marks } = openFixture(fixture, { client: { hasMarkdownHover: isMarkdown } });
  const found = hover(snapshot, marks[0]);
  return found && (found.contents as MarkupContent).value;
}
