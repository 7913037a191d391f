import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { InlayHint, MarkupContent, Range } from 'vscode-languageserver';
import { hover } from '../../server/features/hover.ts';
import { inlayHints, resolveInlayHint } from '../../server/features/inlay-hints.ts';
import {
  DEFAULT_INLAY_HINTS,
  STACK_HINTS,
  readInlayHintSettings,
  type InlayHintSettings,
} from '../../server/inlay-hint-settings.ts';
import { openFixture } from './fixture.ts';
import { FACTORIAL } from './programs.ts';

const EVERYWHERE: Range = { start: { line: 0, character: 0 }, end: { line: 9_999, character: 0 } };
const NONE: InlayHintSettings = { stack: 'off', blockEntries: false, jumpDirections: false, argumentNames: false };

/** The text with the hints in it, as an editor shows them. */
function checkInlayHints(text: string, settings: Partial<InlayHintSettings>, expected: string): void {
  const { snapshot } = openFixture(text);
  const hints = inlayHints(snapshot, EVERYWHERE, { ...NONE, ...settings });
  expect(withHints(text, hints)).toBe(expected);
}

describe('inlayHints', () => {
  test('the kinds on the stack behind each instruction', () =>
    checkInlayHints(
      'LOAD_CONST 1\nLOAD_VAR x ; c\nADD\nPRINT\nHALT',
      { stack: 'kinds' },
      'LOAD_CONST 1‹[int]›\nLOAD_VAR x‹[int, any]› ; c\nADD‹[any]›\nPRINT‹[]›\nHALT',
    ));
  test('the kinds of variables, by what is stored in them and given to parameters', () =>
    checkInlayHints(
      '.func f n step=1\nLOAD_VAR n\nLOAD_VAR step\nADD\nRETURN_VALUE\n.end\nLOAD_CONST 1\nSTORE_VAR x\nLOAD_VAR x\nCALL_FUNC f 1\nLOAD_CONST "a"\nSTORE_VAR x\nLOAD_VAR x\nPRINT',
      { stack: 'kinds' },
      '.func f n step=1\nLOAD_VAR n‹[int | str]›\nLOAD_VAR step‹[int | str, int]›\nADD‹[int]›\nRETURN_VALUE\n.end\nLOAD_CONST 1‹[int]›\nSTORE_VAR x‹[]›\nLOAD_VAR x‹[int | str]›\nCALL_FUNC f 1‹[any]›\nLOAD_CONST "a"‹[any, str]›\nSTORE_VAR x‹[any]›\nLOAD_VAR x‹[any, int | str]›\nPRINT‹[any]›',
    ));
  test('in a large file only what the function itself tells', () => {
    const text =
      '.func f n\nLOAD_CONST 1\nSTORE_VAR x\nLOAD_VAR x\nLOAD_VAR n\nADD\nRETURN_VALUE\n.end\nLOAD_CONST 2\nCALL_FUNC f 1\n';
    const shownIn = (file: string): readonly unknown[] => {
      const { snapshot } = openFixture(file);
      const lines: Range = { start: { line: 3, character: 0 }, end: { line: 4, character: 99 } };
      return inlayHints(snapshot, lines, { ...NONE, stack: 'kinds' }).map(({ label }) => label);
    };
    expect(shownIn(text)).toEqual(['[int]', '[int, int]']);
    expect(shownIn(text + 'NOP\n'.repeat(60_000))).toEqual(['[int]', '[int, any]']);
  });
  test('the same kinds as the hover of the variable tells', () => {
    const { snapshot, programs } = openFixture({
      '/lib.bcasm': '.func f n\nLOAD_VAR n\nRETURN_VALUE\n.end',
      '/main.bcasm': '.import "lib.bcasm"\nLOAD_CONST "a"\nCALL_FUNC f 1\nPRINT',
    });
    const [hint] = inlayHints(snapshot, EVERYWHERE, { ...NONE, stack: 'kinds' }, programs);
    expect(hint.label).toBe('[str]');
    const { contents } = hover(snapshot, { line: 0, character: 8 }, programs) as { contents: MarkupContent };
    expect(contents.value).toContain('Holds `str`');
    const { value } = resolveInlayHint(snapshot, hint, programs).tooltip as MarkupContent;
    expect(value).toContain('str  ← line 2: LOAD_VAR n');
  });
  test('its height', () =>
    checkInlayHints('LOAD_CONST 1\nDUP_TOP\nHALT', { stack: 'depth' }, 'LOAD_CONST 1‹[1]›\nDUP_TOP‹[2]›\nHALT'));
  test('what the values are', () =>
    checkInlayHints(
      '.func f n\nLOAD_VAR n\nLOAD_CONST 1\nSUB\nCALL_FUNC f 1\nRETURN_VALUE\n.end',
      { stack: 'values' },
      '.func f n\nLOAD_VAR n‹[n]›\nLOAD_CONST 1‹[n, 1]›\nSUB‹[any]›\nCALL_FUNC f 1‹[f(…)]›\nRETURN_VALUE\n.end',
    ));
  test('the topmost values of many', () =>
    checkInlayHints(
      `LOAD_CONST 1\n${'DUP_TOP\n'.repeat(6)}HALT`,
      { stack: 'kinds' },
      `LOAD_CONST 1‹[int]›\n${[2, 3, 4, 5, 6].map(count => `DUP_TOP‹[${Array(count).fill('int').join(', ')}]›\n`).join('')}DUP_TOP‹[…, int, int, int, int, int, int]›\nHALT`,
    ));
  test('both heights where paths disagree', () =>
    checkInlayHints(
      'LOAD_VAR c\nJUMP_IF_TRUE a\nLOAD_CONST 1\na: NOP',
      { stack: 'depth', blockEntries: true },
      'LOAD_VAR c‹[1]›\nJUMP_IF_TRUE a‹[0]›\nLOAD_CONST 1‹[1]›\na:‹[0–1]› NOP‹[0–1]›',
    ));
  test('the stack at a label, unless it is empty', () =>
    checkInlayHints(
      'start: LOAD_CONST "a"\nGET_ITER\nnext: FOR_ITER start\nPOP_TOP\nJUMP next',
      { blockEntries: true, stack: 'off' },
      'start: LOAD_CONST "a"\nGET_ITER\nnext:‹[1]› FOR_ITER start\nPOP_TOP\nJUMP next',
    ));
  test('which way a jump goes', () =>
    checkInlayHints('a: JUMP a\nJUMP b\nb: HALT', { jumpDirections: true }, 'a: JUMP a‹↑›\nJUMP b‹↓›\nb: HALT'));
  test('what the arguments of a call are', () =>
    checkInlayHints(
      '.func f a b *rest c\n.end\nCALL_FUNC f 4 c\nCALL_FUNC f 2 b a\nCALL_FUNC print 1',
      { argumentNames: true },
      '.func f a b *rest c\n.end\nCALL_FUNC f 4 c‹(a, b, rest, c)›\nCALL_FUNC f 2 b a‹(b, a)›\nCALL_FUNC print 1',
    ));
  test('in a function that is being typed, up to the line that is not whole', () =>
    checkInlayHints(
      'LOAD_CONST 1\nCALL_FUNC\nPRINT\n.func f\nLOAD_CONST 1\n.end',
      { stack: 'kinds' },
      'LOAD_CONST 1‹[int]›\nCALL_FUNC\nPRINT\n.func f\nLOAD_CONST 1‹[int]›\n.end',
    ));
  test('nothing in code that is never reached', () =>
    checkInlayHints('HALT\nLOAD_CONST 1\na: NOP', { stack: 'kinds' }, 'HALT\nLOAD_CONST 1\na: NOP'));

  test('only those of the lines that are asked for, and they are the same', () => {
    const { snapshot } = openFixture(FACTORIAL);
    const all = inlayHints(snapshot, EVERYWHERE, DEFAULT_INLAY_HINTS);
    const lineCount = FACTORIAL.split('\n').length;
    const each = Array.from({ length: lineCount }, (_, line) =>
      inlayHints(snapshot, { start: { line, character: 0 }, end: { line, character: 99 } }, DEFAULT_INLAY_HINTS),
    );
    expect(each.flat()).toEqual(all);
  });

  test('tell of every slot when they are looked at', () => {
    const { snapshot } = openFixture('LOAD_CONST 1\nLOAD_VAR x\nHALT');
    const hint = inlayHints(snapshot, EVERYWHERE, { ...NONE, stack: 'kinds' })[1];
    expect(hint.tooltip).toBeUndefined();
    const { value } = resolveInlayHint(snapshot, hint).tooltip as MarkupContent;
    expect(value).toContain('2 values, top first');
    expect(value).toContain('any value  ← line 2: LOAD_VAR x\nint        ← line 1: LOAD_CONST 1');
  });
  test('a hint of another text is left as it is', () => {
    const { snapshot } = openFixture('NOP');
    const hint = {
      position: { line: 0, character: 0 },
      label: 'x',
      data: { uri: 'file:///main.bcasm', statement: 99 },
    };
    expect(resolveInlayHint(snapshot, hint)).toBe(hint);
  });
});

describe('readInlayHintSettings', () => {
  test('takes what is of use, and else the default', () => {
    expect(readInlayHintSettings(undefined)).toEqual(DEFAULT_INLAY_HINTS);
    expect(readInlayHintSettings({ stack: 'values', argumentNames: false, jumpDirections: 'no' })).toEqual({
      ...DEFAULT_INLAY_HINTS,
      stack: 'values',
      argumentNames: false,
    });
    expect(readInlayHintSettings({ stack: 'everything' })).toEqual(DEFAULT_INLAY_HINTS);
  });
  test('the defaults are those that the editor is told of', () => {
    const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      contributes: { configuration: { properties: Record<string, { default: unknown; enum?: unknown }> } };
    };
    const { properties } = manifest.contributes.configuration;
    for (const [name, value] of Object.entries(DEFAULT_INLAY_HINTS)) {
      expect(properties[`bcasm.inlayHints.${name}`].default).toBe(value);
    }
    expect(properties['bcasm.inlayHints.stack'].enum).toEqual(STACK_HINTS);
  });
});

function withHints(text: string, hints: readonly InlayHint[]): string {
  const lines = text.split('\n');
  return lines
    .map((content, line) => {
      let shown = '';
      let end = 0;
      for (const { position, label } of hints.filter(hint => hint.position.line === line)) {
        shown += `${content.slice(end, position.character)}‹${label as string}›`;
        end = position.character;
      }
      return shown + content.slice(end);
    })
    .join('\n');
}
