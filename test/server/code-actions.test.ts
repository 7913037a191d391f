import { CodeActionKind, type CodeAction } from 'vscode-languageserver';
import { describe, expect, test } from 'vitest';
import { codeActions } from '../../server/features/code-actions.ts';
import { analyze } from '../../vm/index.ts';
import { applyEdits, openFixture, providerOf, type Fixture } from './fixture.ts';

interface Offer {
  readonly title: string;
  readonly text: string;
}

/** What is offered between the first and the last mark, with the text that each makes. */
function offersAt(fixture: Fixture, only?: readonly string[]): Offer[] {
  const { snapshot, marks, texts } = openFixture(fixture);
  const [file] = Object.keys(texts);
  const range = { start: marks[0], end: marks.at(-1) ?? marks[0] };
  const actions = codeActions(snapshot, range, { diagnostics: [], only: only && [...only] });
  return actions.map((action: CodeAction) => ({
    title: action.title,
    text: applyEdits(texts[file], action.edit?.changes?.[`file://${file}`] ?? []),
  }));
}

/** The text that one of the offers makes. */
function checkAction(fixture: Fixture, title: string, expected: string, only?: readonly string[]): void {
  const offers = offersAt(fixture, only);
  expect(offers.map(offer => offer.title)).toContain(title);
  expect(offers.find(offer => offer.title === title)?.text).toBe(expected);
}

function checkNotOffered(fixture: Fixture, title: string): void {
  expect(offersAt(fixture).map(offer => offer.title)).not.toContain(title);
}

describe('what is nearly right is mended', () => {
  test('a string without its closing quote, in front of blanks and comments', () => {
    checkAction('LOAD_CONST ┆"abc  ; text\nPRINT\n', 'Change to `"abc"  ; text`', 'LOAD_CONST "abc"  ; text\nPRINT\n');
    checkAction("LOAD_CONST ┆'abc\nPRINT\n", "Change to `'abc'`", "LOAD_CONST 'abc'\nPRINT\n");
  });

  test('ints with zeros or a plus in front', () => {
    checkAction('LOAD_CONST ┆007\nPRINT\n', 'Change to `7`', 'LOAD_CONST 7\nPRINT\n');
    checkAction('LOAD_CONST ┆-0_1\nPRINT\n', 'Change to `-1`', 'LOAD_CONST -1\nPRINT\n');
    checkAction('LOAD_CONST ┆+1_0\nPRINT\n', 'Change to `1_0`', 'LOAD_CONST 1_0\nPRINT\n');
  });

  test('a label without its colon', () =>
    checkAction(
      'INPUT\nJUMP_IF_TRUE done\nNOP\n┆done\nHALT\n',
      'Change to `done:`',
      'INPUT\nJUMP_IF_TRUE done\nNOP\ndone:\nHALT\n',
    ));

  test('a name with two letters in the wrong order, rather than with one that is wrong', () =>
    checkAction(
      'INPUT\nJUMP_IF_TRUE ┆end_21\nend_11:\nJUMP end_11\nend_12:\nHALT\n',
      'Change to `end_12`',
      'INPUT\nJUMP_IF_TRUE end_12\nend_11:\nJUMP end_11\nend_12:\nHALT\n',
    ));

  test('a variable of the function around', () =>
    checkAction(
      '.func f x\n.func g\n        LOAD_VAR ┆x\n        RETURN_VALUE\n.end\n        CALL_FUNC g 0\n        RETURN_VALUE\n.end\nLOAD_CONST 1\nCALL_FUNC f 1\n',
      'Declare `.nonlocal x`',
      '.func f x\n.func g\n        .nonlocal x\n        LOAD_VAR x\n        RETURN_VALUE\n.end\n        CALL_FUNC g 0\n        RETURN_VALUE\n.end\nLOAD_CONST 1\nCALL_FUNC f 1\n',
    ));

  test('an `.end` and a `POP_TRY` too many', () => {
    checkAction('NOP\n┆.end\nNOP\n', 'Remove `.end`', 'NOP\nNOP\n');
    checkAction('NOP\n┆POP_TRY\nNOP\n', 'Remove `POP_TRY`', 'NOP\nNOP\n');
  });

  test('an `.end` where the layout misses it', () =>
    checkAction(
      '┆.func f\n    LOAD_CONST 1\n    RETURN_VALUE\n\n; about g\n.func g\n    CALL_FUNC f 0\n    RETURN_VALUE\n.end\nCALL_FUNC g 0\n',
      'Add `.end`',
      '.func f\n    LOAD_CONST 1\n    RETURN_VALUE\n.end\n\n; about g\n.func g\n    CALL_FUNC f 0\n    RETURN_VALUE\n.end\nCALL_FUNC g 0\n',
    ));
});

describe('what is missing is created', () => {
  test('a label in main', () =>
    checkAction(
      'LOAD_VAR c\nJUMP_IF_TRUE ┆done\nNOP\n',
      'Create label `done`',
      'LOAD_VAR c\nJUMP_IF_TRUE done\nNOP\ndone:\nHALT\n',
    ));
  test('a label in a function: with what ends it, as the stack there needs it', () => {
    checkAction(
      '.func f a\n        LOAD_VAR a\n        JUMP_IF_TRUE ┆done\n        LOAD_CONST 1\n        RETURN_VALUE\n.end\n',
      'Create label `done`',
      '.func f a\n        LOAD_VAR a\n        JUMP_IF_TRUE done\n        LOAD_CONST 1\n        RETURN_VALUE\ndone:\n        LOAD_CONST None\n        RETURN_VALUE\n.end\n',
    );
    checkAction(
      '.func f a\n LOAD_VAR a\n JUMP_IF_TRUE_OR_POP ┆done\n LOAD_CONST 1\n RETURN_VALUE\n.end\n',
      'Create label `done`',
      '.func f a\n LOAD_VAR a\n JUMP_IF_TRUE_OR_POP done\n LOAD_CONST 1\n RETURN_VALUE\ndone:\n RETURN_VALUE\n.end\n',
    );
  });
  test('a function, with as many parameters as the call has arguments', () => {
    checkAction(
      'LOAD_CONST 1\nLOAD_CONST 2\nCALL_FUNC ┆area 2 height\nPRINT',
      'Create function `area`',
      'LOAD_CONST 1\nLOAD_CONST 2\nCALL_FUNC area 2 height\nPRINT\n\n.func area a1 height\n        LOAD_CONST None\n        RETURN_VALUE\n.end\n',
    );
  });
  test('a function behind the one that uses it, and one to make a value of', () =>
    checkAction(
      '.func f\nMAKE_FUNC ┆g\nRETURN_VALUE\n.end\nCALL_FUNC f 0\nPRINT\n',
      'Create function `g`',
      '.func f\nMAKE_FUNC g\nRETURN_VALUE\n.end\n\n.func g\n        LOAD_CONST None\n        RETURN_VALUE\n.end\nCALL_FUNC f 0\nPRINT\n',
    ));
  test('a class and a constant', () => {
    checkAction('MAKE_CLASS ┆C 0\nPRINT\n', 'Create class `C`', 'MAKE_CLASS C 0\nPRINT\n\n.class C\n.end\n');
    checkAction('LOAD_CONST ┆C\nPRINT\n', 'Create constant `C`', '.const C 0\nLOAD_CONST C\nPRINT\n');
  });
});

describe('counts', () => {
  const FUNCTION = '.func f a b=1\nLOAD_VAR a\nRETURN_VALUE\n.end\n';
  test('one that is missing', () => {
    checkAction(
      `${FUNCTION}LOAD_CONST 1\nCALL_FUNC┆ f\nPRINT`,
      'Add the count 1',
      `${FUNCTION}LOAD_CONST 1\nCALL_FUNC f 1\nPRINT`,
    );
    checkAction('LOAD_CONST 1\nBUILD_LIST┆\nPRINT', 'Add the count 1', 'LOAD_CONST 1\nBUILD_LIST 1\nPRINT');
  });
  test('only one that the stack allows', () => checkNotOffered('LOAD_CONST 1\nBUILD_LIST┆\nPRINT', 'Add the count 2'));
  test('one that the function does not take', () =>
    checkAction(
      `${FUNCTION}LOAD_CONST 1\nLOAD_CONST 1\nCALL_FUNC f ┆3\nPRINT`,
      'Pass 2 arguments',
      `${FUNCTION}LOAD_CONST 1\nLOAD_CONST 1\nCALL_FUNC f 2\nPRINT`,
    ));
  test('what is too much', () => checkAction('NOP ┆1 2', 'Remove what is too much', 'NOP'));
});

describe('what is not needed is removed', () => {
  test('a label', () => {
    checkAction('NOP\n┆a: NOP\nb: JUMP b', 'Remove label `a`', 'NOP\n   NOP\nb: JUMP b');
    checkAction('NOP\n┆a:\nNOP', 'Remove label `a`', 'NOP\nNOP');
  });
  test('a function with the comment above it, whatever then is unused as well', () =>
    checkAction(
      '.func g\nLOAD_CONST 1\nRETURN_VALUE\n.end\n; calls g\n.func ┆f\nTAIL_CALL_FUNC g 0\n.end\nNOP',
      'Remove function `f`',
      '.func g\nLOAD_CONST 1\nRETURN_VALUE\n.end\nNOP',
    ));
  test('a constant and an import', () => {
    checkAction('.const ┆A 1\nNOP', 'Remove A', 'NOP');
    checkAction({ '/main.bcasm': '.import "┆b"\nNOP', '/b': '.const B 1\n' }, 'Remove "b"', 'NOP');
  });
  test('a variable: its value is made all the same', () => {
    checkAction('LOAD_CONST 1\nSTORE_VAR ┆x\nNOP', 'Drop what is stored in `x`', 'LOAD_CONST 1\nPOP_TOP\nNOP');
    checkAction('LOAD_CONST 1\nSTORE_VAR ┆x\nNOP', 'Rename to `_x`', 'LOAD_CONST 1\nSTORE_VAR _x\nNOP');
  });
  test('code that is never reached', () =>
    checkAction(
      'NOP\nHALT\nL┆OAD_CONST 1\nPRINT ; one\na: NOP\n',
      'Remove code that is never reached',
      'NOP\nHALT\na:\n',
    ));
});

describe('endings are added', () => {
  test('RETURN_VALUE, of what is there or of None', () => {
    checkAction(
      '.func f\n LOAD_CONST 1┆\n.end\nMAKE_FUNC f\nPRINT',
      'Add `RETURN_VALUE`',
      '.func f\n LOAD_CONST 1\n RETURN_VALUE\n.end\nMAKE_FUNC f\nPRINT',
    );
    checkAction(
      '.func f\n NOP┆\n.end\nMAKE_FUNC f\nPRINT',
      'Add `RETURN_VALUE` of `None`',
      '.func f\n NOP\n LOAD_CONST None\n RETURN_VALUE\n.end\nMAKE_FUNC f\nPRINT',
    );
    checkNotOffered('.func f\n NOP┆\n.end\nMAKE_FUNC f\nPRINT', 'Add `RETURN_VALUE`');
  });
  test('HALT', () =>
    checkAction(
      '.func f\n NOP┆\n.end\nMAKE_FUNC f\nPRINT',
      'Add `HALT`',
      '.func f\n NOP\n HALT\n.end\nMAKE_FUNC f\nPRINT',
    ));
  test('.end before the next function, or at the end of the file', () => {
    checkAction(
      '.func┆ f\nLOAD_CONST 1\nRETURN_VALUE\n.func g\nTAIL_CALL_FUNC f 0\n.end\nMAKE_FUNC g\nPRINT\n',
      'Add `.end`',
      '.func f\nLOAD_CONST 1\nRETURN_VALUE\n.end\n.func g\nTAIL_CALL_FUNC f 0\n.end\nMAKE_FUNC g\nPRINT\n',
    );
    checkAction('.class┆ C', 'Add `.end`', '.class C\n.end\n');
  });
});

describe('the stack is balanced where ways meet', () => {
  test('by dropping on the way that brings too much', () =>
    checkAction(
      'LOAD_VAR c\nJUMP_IF_TRUE e\nLOAD_CONST 1\n┆e: NOP\n',
      'Drop what some ways bring too much',
      'LOAD_VAR c\nJUMP_IF_TRUE e\nLOAD_CONST 1\nPOP_TOP\ne: NOP\n',
    ));
  test('where an underflow comes of it', () =>
    checkAction(
      'LOAD_VAR c\nJUMP_IF_TRUE b\nJUMP e\nb: LOAD_CONST 1\ne: PRI┆NT\n',
      'Push `None` where ways bring too little',
      'LOAD_VAR c\nJUMP_IF_TRUE b\nLOAD_CONST None\nJUMP e\nb: LOAD_CONST 1\ne: PRINT\n',
    ));
  test('in a loop that leaves something on each round', () =>
    checkAction(
      '┆loop: LOAD_CONST 1\nLOAD_VAR c\nJUMP_IF_TRUE e\nJUMP loop\ne: NOP\n',
      'Drop what some ways bring too much',
      'loop: LOAD_CONST 1\nLOAD_VAR c\nJUMP_IF_TRUE e\nPOP_TOP\nJUMP loop\ne: NOP\n',
    ));
});

describe('jumps by number and by label', () => {
  test('a label is made, or the one that is there taken', () => {
    checkAction('NOP\nHALT\nJUMP ┆1', 'Jump to a label: `L1`', 'NOP\nL1: HALT\nJUMP L1');
    checkAction(
      'NOP\na: NOP\nLOAD_VAR x\nJUMP_IF_TRUE a\nLOAD_VAR x\nJUMP_IF_TRUE ┆1',
      'Jump to a label: `a`',
      'NOP\na: NOP\nLOAD_VAR x\nJUMP_IF_TRUE a\nLOAD_VAR x\nJUMP_IF_TRUE a',
    );
  });
  test('and back', () =>
    checkAction('NOP\na: NOP\nJUMP ┆a', 'Jump to instruction 1 by its number', 'NOP\na: NOP\nJUMP 1'));
});

describe('extracting a function', () => {
  const TITLE = 'Extract into a function';
  test('what is taken from the stack becomes arguments, what is left the result', () =>
    checkAction(
      '        LOAD_CONST 1\n        LOAD_CONST 2\n┆        LOAD_CONST 3\n        MUL\n        ADD\n┆        PRINT\n',
      TITLE,
      '        LOAD_CONST 1\n        LOAD_CONST 2\n        CALL_FUNC extracted 2\n        PRINT\n\n.func extracted a1 a2\n        LOAD_VAR a1\n        LOAD_VAR a2\n        LOAD_CONST 3\n        MUL\n        ADD\n        RETURN_VALUE\n.end\n',
    ));
  test('variables of main stay globals', () =>
    checkAction(
      'LOAD_CONST 1\n┆STORE_VAR x\nLOAD_VAR x\nPRINT┆\n',
      TITLE,
      'LOAD_CONST 1\nCALL_FUNC extracted 1\nPOP_TOP\n\n.func extracted a1\n.global x\n        LOAD_VAR a1\n        STORE_VAR x\n        LOAD_VAR x\n        PRINT\n        LOAD_CONST None\n        RETURN_VALUE\n.end\n',
    ));
  test('variables of a function that are only read become arguments', () =>
    checkAction(
      '.func f n\n        ┆LOAD_VAR n\n        LOAD_VAR n\n        MUL┆\n        RETURN_VALUE\n.end\nMAKE_FUNC f\nPRINT\n',
      TITLE,
      '.func f n\n        LOAD_VAR n\n        CALL_FUNC extracted 1\n        RETURN_VALUE\n.end\n\n.func extracted n\n        LOAD_VAR n\n        LOAD_VAR n\n        MUL\n        RETURN_VALUE\n.end\nMAKE_FUNC f\nPRINT\n',
    ));
  test('a variable that is stored comes back, or is shared where others store it too', () => {
    checkAction(
      '.func f n\n        ┆LOAD_VAR n\n        STORE_VAR m┆\n        LOAD_VAR m\n        RETURN_VALUE\n.end\nMAKE_FUNC f\nPRINT\n',
      TITLE,
      '.func f n\n        LOAD_VAR n\n        CALL_FUNC extracted 1\n        STORE_VAR m\n        LOAD_VAR m\n        RETURN_VALUE\n.end\n\n.func extracted n\n        LOAD_VAR n\n        STORE_VAR m\n        LOAD_VAR m\n        RETURN_VALUE\n.end\nMAKE_FUNC f\nPRINT\n',
    );
    checkAction(
      '.func f n\n        ┆LOAD_CONST 1\n        STORE_VAR n┆\n        LOAD_VAR n\n        RETURN_VALUE\n.end\nMAKE_FUNC f\nPRINT\n',
      TITLE,
      '.func f n\n        CALL_FUNC extracted 0\n        POP_TOP\n        LOAD_VAR n\n        RETURN_VALUE\n.func extracted\n.nonlocal n\n        LOAD_CONST 1\n        STORE_VAR n\n        LOAD_CONST None\n        RETURN_VALUE\n.end\n.end\nMAKE_FUNC f\nPRINT\n',
    );
    checkAction(
      '.func f n\n        ┆LOAD_VAR n\n        STORE_VAR m\n        LOAD_VAR m\n        PRINT┆\n        LOAD_VAR n\n        RETURN_VALUE\n.end\nMAKE_FUNC f\nPRINT\n',
      TITLE,
      '.func f n\n        LOAD_VAR n\n        CALL_FUNC extracted 1\n        POP_TOP\n        LOAD_VAR n\n        RETURN_VALUE\n.end\n\n.func extracted n\n        LOAD_VAR n\n        STORE_VAR m\n        LOAD_VAR m\n        PRINT\n        LOAD_CONST None\n        RETURN_VALUE\n.end\nMAKE_FUNC f\nPRINT\n',
    );
  });
  test('loops go along, with their labels', () =>
    checkAction(
      'LOAD_CONST "ab"\n┆GET_ITER\nnext: FOR_ITER done\nPRINT\nJUMP next\ndone: NOP┆\nHALT\n',
      TITLE,
      'LOAD_CONST "ab"\nCALL_FUNC extracted 1\nPOP_TOP\nHALT\n\n.func extracted a1\n        LOAD_VAR a1\n        GET_ITER\nnext: FOR_ITER done\n        PRINT\n        JUMP next\ndone: NOP\n        LOAD_CONST None\n        RETURN_VALUE\n.end\n',
    ));
  test('not where a jump leads in or out, two values are left, or the frame matters', () => {
    checkNotOffered('a: NOP\n┆NOP\nb: NOP┆\nLOAD_VAR c\nJUMP_IF_TRUE b\n', TITLE);
    checkNotOffered('┆LOAD_VAR c\nJUMP_IF_TRUE e┆\nNOP\ne: NOP\n', TITLE);
    checkNotOffered('┆LOAD_CONST 1\nLOAD_CONST 2┆\nADD\nPRINT\n', TITLE);
    checkNotOffered('.func f\n┆LOAD_CONST 1\nRETURN_VALUE┆\n.end\nMAKE_FUNC f\nPRINT\n', TITLE);
    checkNotOffered('NOP\n┆NOP\nNOP┆\nLOAD_VAR c\nJUMP_IF_TRUE 0\n', TITLE);
    checkNotOffered('LOAD_CONST 1\n┆PRINT\n', TITLE);
    const global = 'LOAD_CONST 1\nSTORE_VAR x\nMAKE_FUNC f\nPRINT\n';
    checkNotOffered(
      `.func f\n┆LOAD_VAR x\nPRINT┆\nLOAD_CONST 1\nSTORE_VAR x\nLOAD_VAR x\nRETURN_VALUE\n.end\n${global}`,
      TITLE,
    );
  });
});

describe('inlining a function', () => {
  test('arguments become variables, labels get names of their own', () =>
    checkAction(
      '.func max a b\nLOAD_VAR a\nLOAD_VAR b\nGT\nJUMP_IF_TRUE first\nLOAD_VAR b\nJUMP end\nfirst: LOAD_VAR a\nend: RETURN_VALUE\n.end\n        LOAD_CONST 1\n        LOAD_CONST 2\n        CALL_FUNC ┆max 2\n        PRINT\n',
      'Inline `max`',
      '.func max a b\nLOAD_VAR a\nLOAD_VAR b\nGT\nJUMP_IF_TRUE first\nLOAD_VAR b\nJUMP end\nfirst: LOAD_VAR a\nend: RETURN_VALUE\n.end\n' +
        '        LOAD_CONST 1\n        LOAD_CONST 2\n        STORE_VAR max_b\n        STORE_VAR max_a\n        LOAD_VAR max_a\n        LOAD_VAR max_b\n        GT\n        JUMP_IF_TRUE max_first\n        LOAD_VAR max_b\n        JUMP max_end\nmax_first:\n        LOAD_VAR max_a\nmax_end:\n        NOP\n        PRINT\n',
    ));
  test('a store of a global stays one', () =>
    checkAction(
      '.func f\n.global x\nLOAD_CONST 1\nSTORE_VAR x\nLOAD_CONST 2\nRETURN_VALUE\n.end\n.func g\na: CALL_FUNC┆ f 0\nRETURN_VALUE\n.end\nMAKE_FUNC g\nPRINT\nLOAD_VAR x\nPRINT\n',
      'Inline `f`',
      '.func f\n.global x\nLOAD_CONST 1\nSTORE_VAR x\nLOAD_CONST 2\nRETURN_VALUE\n.end\n.func g\na:\nLOAD_CONST 1\nSTORE_GLOBAL x\nLOAD_CONST 2\nRETURN_VALUE\n.end\nMAKE_FUNC g\nPRINT\nLOAD_VAR x\nPRINT\n',
    ));
  test('not what needs its frame, calls itself, or says a name that means something else here', () => {
    const main = 'LOAD_CONST 1\nCALL_FUNC ┆f 1\nPRINT\n';
    checkNotOffered(`.func f a\nLOAD_VAR a\nYIELD\nRETURN_VALUE\n.end\n${main}`, 'Inline `f`');
    checkNotOffered(`.func f a\nLOAD_VAR a\nCALL_FUNC f 1\nRETURN_VALUE\n.end\n${main}`, 'Inline `f`');
    checkNotOffered(`.func f a=2\nLOAD_VAR a\nRETURN_VALUE\n.end\nCALL_FUNC ┆f 0\nPRINT\n`, 'Inline `f`');
    checkNotOffered(
      '.func f\nLOAD_VAR x\nRETURN_VALUE\n.end\n.func g x\nCALL_FUNC ┆f 0\nRETURN_VALUE\n.end\nMAKE_FUNC g\nPRINT\n',
      'Inline `f`',
    );
  });
});

describe('many at once', () => {
  test('all of one kind', () =>
    checkAction(
      'LOAD_CON┆TS 1\nPRINT\nLOAD_CNST 2\nPRINT\nJUMP x',
      'Fix all of BC102 in this file',
      'LOAD_CONST 1\nPRINT\nLOAD_CONST 2\nPRINT\nJUMP x',
    ));
  test('what nothing uses', () => checkAction('.const A┆ 1\n.const B 2\nNOP', 'Fix all of BC214 in this file', 'NOP'));
  test('imports in order, without those that nothing uses', () => {
    const files = { '/b': '.const B 1\n', '/a': '.const A 1\n', '/c': '.const C 1\n' };
    checkAction(
      {
        '/main.bcasm': '┆.import "b"\n\n.import "c"\nLOAD_CONST B\n.import "a" ; first\nLOAD_CONST A\nADD\nPRINT\n',
        ...files,
      },
      'Organise imports',
      '.import "a" ; first\n.import "b"\n\nLOAD_CONST B\nLOAD_CONST A\nADD\nPRINT\n',
      [CodeActionKind.SourceOrganizeImports],
    );
  });
});

describe('the law of code actions', () => {
  test('what is offered mends what it says, and brings no error', () => {
    const broken = [
      'LOAD_CONTS 1\nJUMP nowhere\nCALL_FUNC f\nCALL_FUNC f 9\n.func f a\nNOP\n.end\n.func g',
      'a: NOP\n.const X 1\nLOAD_VAR c\nJUMP_IF_TRUE e\nLOAD_CONST 1\ne: PRINT\nHALT\nNOP\n',
    ];
    for (const text of broken) {
      const { snapshot, texts } = openFixture(text);
      const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
      const before = snapshot.analysis.diagnostics;
      for (const { edit, diagnostics = [] } of codeActions(snapshot, range, { diagnostics: [] })) {
        const changed = applyEdits(texts['/main.bcasm'], edit?.changes?.['file:///main.bcasm'] ?? []);
        const after = analyze('/main.bcasm', providerOf({ '/main.bcasm': changed })).diagnostics;
        const count = (messages: readonly { readonly message: unknown }[], wanted: unknown) =>
          messages.filter(({ message }) => message === wanted).length;
        for (const { message } of diagnostics) expect(count(after, message)).toBeLessThan(count(before, message));
        for (const { kind } of after.filter(({ kind }) => !before.some(each => each.kind === kind))) {
          expect(['unused-label', 'unused-function', 'runs-off-end', 'stack-underflow', 'unreachable-code']).toContain(
            kind,
          );
        }
      }
    }
  });
});
