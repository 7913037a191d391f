import { CodeActionKind, DiagnosticSeverity, DiagnosticTag, type Range } from 'vscode-languageserver';
import { describe, expect, test } from 'vitest';
import { codeActions } from '../../server/features/code-actions.ts';
import { diagnostics } from '../../server/features/diagnostics.ts';
import { applyEdits, openFixture, textIn } from './fixture.ts';

function checkDiagnostics(text: string, expected: readonly string[]): void {
  const { snapshot } = openFixture(text);
  expect(diagnostics(snapshot).map(({ code, range, message }) => `${code} ${textIn(text, range)}: ${message}`)).toEqual(
    expected,
  );
}

describe('diagnostics', () => {
  test('have code, exact range and message', () =>
    checkDiagnostics('LOAD_CONTS 1', [
      'BC102 LOAD_CONTS: unknown instruction `LOAD_CONTS`; did you mean `LOAD_CONST`?',
    ]));
  test('an `.end` too many is told where the layout shows it, and nothing else because of it', () => {
    const method = (name: string) =>
      `    .func ${name} self\n            LOAD_CONST 1\n            RETURN_VALUE\n    .end\n`;
    const end = 'BC120 .end: `.end` ends nothing: what was to end here is ended above';
    checkDiagnostics(`.class A\n${method('a')}    .end\n${method('b')}.end\nMAKE_CLASS A 0\nPRINT`, [end]);
    // Whoever lets all stand as deep as the last method means it so.
    checkDiagnostics(`.class A\n${method('a')}    .end\nMAKE_CLASS A 0\nPRINT`, []);
    checkDiagnostics(
      `.class A\n${method('a')}    .end\n.class B\n${method('b')}.end\nMAKE_CLASS A 0\nPRINT\nMAKE_CLASS B 0\nPRINT`,
      [],
    );
  });
  test('carry severity, source, tags and the way to related places', () => {
    const { snapshot } = openFixture('a: JUMP a\na: NOP\nunused: HALT');
    const [duplicate, unused] = diagnostics(snapshot).filter(({ code }) => code === 'BC112' || code === 'BC211');
    expect(duplicate).toMatchObject({
      severity: DiagnosticSeverity.Error,
      source: 'bcasm',
      relatedInformation: [{ location: { uri: 'file:///main.bcasm', range: { start: { line: 0, character: 0 } } } }],
    });
    expect(unused).toMatchObject({ severity: DiagnosticSeverity.Hint, tags: [DiagnosticTag.Unnecessary] });
  });
  test('point into the file that is imported', () => {
    const { snapshot } = openFixture({ '/main.bcasm': '.import "other"', '/other': 'NOP\nFROB' });
    expect(diagnostics(snapshot)[0].relatedInformation?.[0].location).toEqual({
      uri: 'file:///other',
      range: { start: { line: 1, character: 0 }, end: { line: 1, character: 4 } },
    });
  });
  test('say in words what a client cannot show otherwise', () => {
    const client = { hasRelatedInformation: false, hasUnnecessaryTag: false, hasCodeDescriptions: false };
    const { snapshot } = openFixture(
      { '/main.bcasm': 'a: JUMP a\na: NOP\n.import "other"', '/other': 'NOP\nFROB' },
      { client },
    );
    const found = diagnostics({ ...snapshot, documentation: 'file:///docs/' });
    expect(
      found.filter(({ code }) => code === 'BC112').map(({ message }) => String(message).split('\n').at(-1)),
    ).toEqual(['line 1: `a` is defined here']);
    expect(found.some(({ message }) => String(message).includes('\n/other, line 2: '))).toBe(true);
    for (const each of found)
      expect(Object.keys(each).toSorted()).toEqual(['code', 'message', 'range', 'severity', 'source']);
  });
});

function checkCodeActions(fixture: string, expected: string): void {
  const { snapshot, marks, texts } = openFixture(fixture);
  const [action] = codeActions(snapshot, { start: marks[0], end: marks[0] }, { diagnostics: [] });
  expect(action).toMatchObject({ kind: CodeActionKind.QuickFix, isPreferred: true });
  const edits = action.edit?.changes?.['file:///main.bcasm'] ?? [];
  expect(applyEdits(texts['/main.bcasm'], edits)).toBe(expected);
}

describe('codeActions', () => {
  const everywhere: Range = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };

  test('mend an instruction', () => checkCodeActions('LOAD_CON┆TS 1', 'LOAD_CONST 1'));
  test('mend a directive', () => checkCodeActions('.fucn┆ f\n.end', '.func f\n.end'));
  test('mend a label', () => checkCodeActions('loop: NOP\nJUMP lop┆', 'loop: NOP\nJUMP loop'));
  test('mend a function', () =>
    checkCodeActions('.func fact n\n.end\nCALL_FUNC fcat┆ 1', '.func fact n\n.end\nCALL_FUNC fact 1'));
  test('mend a constant', () =>
    checkCodeActions('.const LIMIT 1\nLOAD_CONST LIMTI┆', '.const LIMIT 1\nLOAD_CONST LIMIT'));
  test('remove what is too much', () => checkCodeActions('ADD ┆1 2', 'ADD'));
  test('nothing where nothing is wrong', () => {
    const { snapshot } = openFixture('NOP\nFROB');
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } };
    expect(codeActions(snapshot, range, { diagnostics: [] })).toEqual([]);
  });
  test('only kinds that are wanted', () => {
    const { snapshot } = openFixture('LOAD_CONTS 1');
    const kinds = (only: string[]) =>
      codeActions(snapshot, everywhere, { diagnostics: [], only }).map(({ kind }) => kind);
    expect(kinds([CodeActionKind.QuickFix])).toEqual([CodeActionKind.QuickFix]);
    expect(kinds([CodeActionKind.Source])).toEqual([CodeActionKind.SourceFixAll]);
    expect(kinds([CodeActionKind.Refactor])).toEqual([]);
  });
  test('everything at once', () => {
    const text = 'LOAD_CONTS 1\nx: JUMPP x\nADD 1';
    const { snapshot } = openFixture(text);
    const [action] = codeActions(snapshot, everywhere, { diagnostics: [], only: [CodeActionKind.SourceFixAll] });
    const edits = action.edit?.changes?.['file:///main.bcasm'] ?? [];
    expect(applyEdits(text, edits)).toBe('LOAD_CONST 1\nx: JUMP x\nADD');
  });
});
