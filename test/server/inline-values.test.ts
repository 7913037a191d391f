import { describe, expect, test } from 'vitest';
import { inlineValues } from '../../server/features/inline-values.ts';
import { openFixture, textIn } from './fixture.ts';

/** `line: text = what is shown`, when the debugger stands at the mark. */
function checkInlineValues(fixture: string, expected: readonly string[], lines = { first: 0, last: 99 }): void {
  const { snapshot, marks, texts } = openFixture(fixture);
  const range = { start: { line: lines.first, character: 0 }, end: { line: lines.last, character: 0 } };
  const stoppedLocation = { start: marks[0], end: marks[0] };
  const shown = inlineValues(snapshot, range, { frameId: 1, stoppedLocation }).map(value => {
    const what = 'variableName' in value ? value.variableName : 'expression' in value ? value.expression : '';
    return `${value.range.start.line + 1}: ${textIn(texts['/main.bcasm'], value.range)} = ${what}`;
  });
  expect(shown).toEqual(expected);
}

const TEXT = '.func f a b\nLOAD_VAR a\nLOAD_CONST 1\n┆ADD\nSTORE_VAR c\nLOAD_VAR c\nRETURN_VALUE\n.end\nLOAD_VAR g';

describe('inlineValues', () => {
  test('the variables of the lines that have been passed, and the slots where they were pushed', () =>
    checkInlineValues(TEXT, [
      '1: a = a',
      '1: b = b',
      '2: a = a',
      '3: LOAD_CONST = stack[1]',
      '2: LOAD_VAR = stack[0]',
    ]));
  test('of the lines that are asked for', () =>
    checkInlineValues(TEXT, ['3: LOAD_CONST = stack[1]'], { first: 2, last: 3 }));
  test('no slots whose place is not sure', () =>
    checkInlineValues('LOAD_VAR c\nJUMP_IF_TRUE a\nLOAD_CONST 1\na: ┆NOP', ['1: c = c']));
  test('nothing of other functions, and no built-ins', () =>
    checkInlineValues('.func f x\nLOAD_VAR x\n.end\nLOAD_VAR y\nLOAD_VAR print\n┆HALT', [
      '4: y = y',
      '5: LOAD_VAR = stack[1]',
      '4: LOAD_VAR = stack[0]',
    ]));
});
