import { readFileSync, readdirSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Position, Range } from 'vscode-languageserver';
import { codeActions } from '../../server/features/code-actions.ts';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from '../../server/features/call-hierarchy.ts';
import { codeLens, resolveCodeLens } from '../../server/features/code-lens.ts';
import { completion } from '../../server/features/completion.ts';
import { declaration } from '../../server/features/declaration.ts';
import { definition } from '../../server/features/definition.ts';
import { diagnostics } from '../../server/features/diagnostics.ts';
import { documentHighlight } from '../../server/features/document-highlight.ts';
import { documentLinks } from '../../server/features/document-links.ts';
import { documentSymbols } from '../../server/features/document-symbols.ts';
import { foldingRanges } from '../../server/features/folding-ranges.ts';
import { formatting, onTypeFormatting, rangeFormatting } from '../../server/features/formatting.ts';
import { hover } from '../../server/features/hover.ts';
import { implementation } from '../../server/features/implementation.ts';
import { inlayHints, resolveInlayHint } from '../../server/features/inlay-hints.ts';
import { inlineValues } from '../../server/features/inline-values.ts';
import { linkedEditingRanges } from '../../server/features/linked-editing.ts';
import { references } from '../../server/features/references.ts';
import { prepareRename, rename } from '../../server/features/rename.ts';
import { selectionRanges } from '../../server/features/selection-ranges.ts';
import { SEMANTIC_TOKENS_LEGEND, semanticTokens } from '../../server/features/semantic-tokens.ts';
import { signatureHelp } from '../../server/features/signature-help.ts';
import { prepareTypeHierarchy, subtypes, supertypes } from '../../server/features/type-hierarchy.ts';
import { DEFAULT_INLAY_HINTS } from '../../server/inlay-hint-settings.ts';
import type { Programs } from '../../server/program-names.ts';
import type { Snapshot } from '../../server/snapshot.ts';
import { formatText, parse } from '../../vm/index.ts';
import { applyEdits, openFixture, type OpenFixture } from './fixture.ts';
import { BROKEN, FACTORIAL, LIBRARY, SCOPES } from './programs.ts';

const EXAMPLES = new URL('../../examples/', import.meta.url);
const PROGRAMS = [FACTORIAL, SCOPES, BROKEN, LIBRARY['/main.bcasm']];
const EXAMPLE_PROGRAMS = readdirSync(EXAMPLES)
  .filter(file => file.endsWith('.bcasm'))
  .map(file => readFileSync(new URL(file, EXAMPLES), 'utf8'));

describe('every request answers', { timeout: 60_000 }, () => {
  test('at every position of whole and broken programs', () => {
    for (const text of PROGRAMS) askEverywhere(text, 1);
  });

  test('behind an instruction at the end that misses its operand', () => {
    for (const mnemonic of ['CALL_FUNC', 'MAKE_CLASS', 'LOAD_VAR', 'JUMP', 'LOAD_CONST']) askEverywhere(mnemonic, 1);
  });

  test('at every third position of the examples', () => {
    expect(EXAMPLE_PROGRAMS.length).toBeGreaterThan(0);
    for (const text of EXAMPLE_PROGRAMS) askEverywhere(text, 3);
  });

  test('at positions of programs cut off anywhere', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PROGRAMS), fc.double({ min: 0, max: 1, noNaN: true }), (text, part) => {
        const cut = text.slice(0, Math.round(part * text.length));
        askEverywhere(cut, 17);
        ask(openFixture(cut), endOf(cut));
      }),
      { numRuns: 60 },
    );
  });

  test('at positions of programs with changed pieces', () => {
    const piece = fc.constantFrom(
      '',
      ' ',
      '\n',
      '\r',
      '\r\n',
      '"',
      ':',
      ',',
      '.',
      '*',
      '=',
      ';',
      '😀',
      '\ud800',
      '.end',
      '.func ',
      'ADD ',
      '-',
      '\t',
    );
    const changes = fc.array(fc.tuple(fc.nat(1000), fc.nat(8), piece), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        fc.constantFrom(...PROGRAMS, ...EXAMPLE_PROGRAMS),
        changes,
        fc.constantFrom('utf-16', 'utf-8'),
        (text, made, encoding) => {
          let changed = text;
          for (const [at, length, inserted] of made) {
            const from = at % (changed.length + 1);
            changed = changed.slice(0, from) + inserted + changed.slice(from + length);
          }
          askEverywhere(changed, 29, encoding as 'utf-8');
        },
      ),
      { numRuns: 100 },
    );
  });

  test('outside of the text', () => {
    for (const text of ['', '\n', 'NOP']) {
      const fixture = openFixture(text);
      for (const position of [at(0, 0), at(0, 999), at(5, 0), at(2 ** 31 - 1, 2 ** 31 - 1)]) ask(fixture, position);
    }
  });
});

function askEverywhere(text: string, step: number, encoding: 'utf-16' | 'utf-8' = 'utf-16'): void {
  const fixture = openFixture(text, { encoding });
  const lines = text.split(/\r\n|\n|\r/);
  let count = 0;
  for (const [line, content] of lines.entries()) {
    for (let character = 0; character <= content.length; character++) {
      if (count++ % step === 0) ask(fixture, at(line, character));
    }
  }
  askOnce(fixture, text, encoding === 'utf-16' ? lines : undefined);
}

/** The requests that are asked at a position. What an answer covers is in the text; more the tests of each feature say. */
function ask({ snapshot, programs }: OpenFixture, position: Position): void {
  const range = { start: position, end: position };
  expectRange(hover(snapshot, position)?.range);
  const { items } = completion(snapshot, { position, files: () => ['/a.bcasm'] });
  for (const { textEdit } of items.slice(0, 1)) {
    if (textEdit && 'range' in textEdit) expect(textEdit.range.start.line).toBe(textEdit.range.end.line);
  }
  const help = signatureHelp(snapshot, position);
  if (help) {
    const { parameters } = help.signatures[help.activeSignature ?? 0];
    expect(help.activeParameter).toBeLessThan(Math.max(1, parameters?.length ?? 0));
  }
  for (const each of [definition(snapshot, position)].flat()) if (each && 'range' in each) expectRange(each.range);
  const found = references(snapshot, position, true, programs) ?? [];
  const highlights = documentHighlight(snapshot, position) ?? [];
  for (const each of [...found, ...highlights]) expectRange(each.range);
  const prepared = prepareRename(snapshot, position, programs);
  if (!('refusal' in prepared)) {
    expect(highlights.length).toBeGreaterThan(0);
    expect(found.length).toBeGreaterThanOrEqual(highlights.length);
    expectRange(prepared.range);
  }
  selectionRanges(snapshot, [position]);
  for (const each of [declaration(snapshot, position), implementation(snapshot, position)].flat())
    expectRange(each?.range);
  for (const { start } of linkedEditingRanges(snapshot, position)?.ranges ?? []) expect(start.line >= 0).toBe(true);
  inlineValues(snapshot, { start: at(0, 0), end: position }, { frameId: 0, stoppedLocation: range });
  askHierarchies(snapshot, position, programs);
  if ((position.line + position.character) % 7 !== 0) return;
  rename(snapshot, position, 'renamed', programs);
  for (const typed of ['\n', ':'])
    for (const edit of onTypeFormatting(snapshot, position, typed)) expectRange(edit.range);
  const action = { start: at(Math.max(0, position.line - 2), 0), end: position };
  for (const asked of [range, action]) {
    for (const { title } of codeActions(snapshot, asked, { diagnostics: [] })) expect(title).not.toMatch(/undefined/);
  }
}

function askHierarchies(snapshot: Snapshot, position: Position, programs: Programs): void {
  for (const item of prepareCallHierarchy(snapshot, position) ?? []) {
    expect(incomingCalls(snapshot, item, programs)).not.toBeNull();
    expect(outgoingCalls(snapshot, item)).not.toBeNull();
  }
  for (const item of prepareTypeHierarchy(snapshot, position) ?? []) {
    expect(subtypes(snapshot, item)).not.toBeNull();
    expect(supertypes(snapshot, item)).not.toBeNull();
  }
}

function askOnce({ snapshot, programs }: OpenFixture, text: string, lines: readonly string[] | undefined): void {
  for (const { range, message } of diagnostics(snapshot)) {
    expectRange(range);
    expect(message).not.toMatch(/undefined|\[object/);
  }
  documentSymbols(snapshot);
  for (const { range } of documentLinks(snapshot)) expectRange(range);
  for (const lens of codeLens(snapshot)) {
    expect((lens.command ?? resolveCodeLens(snapshot, lens, programs).command)?.title).not.toMatch(/undefined|NaN/);
  }
  const everywhere = { start: at(0, 0), end: at(2 ** 31 - 1, 0) };
  for (const hint of inlayHints(snapshot, everywhere, DEFAULT_INLAY_HINTS)) {
    expect(hint.label).not.toMatch(/undefined|NaN/);
    resolveInlayHint(snapshot, hint);
  }
  rangeFormatting(snapshot, everywhere);
  for (const { startLine, endLine } of foldingRanges(snapshot)) expect(endLine).toBeGreaterThan(startLine);
  const { data } = semanticTokens(snapshot);
  let line = 0;
  let end = 0;
  for (let index = 0; index < data.length; index += 5) {
    const [lineDelta, characterDelta, length, type] = data.slice(index, index + 5);
    line += lineDelta;
    end = (lineDelta === 0 ? end : 0) + characterDelta;
    expect(characterDelta).toBeGreaterThanOrEqual(0);
    expect(SEMANTIC_TOKENS_LEGEND.tokenTypes[type]).toBeDefined();
    if (lines) expect(end + length).toBeLessThanOrEqual(lines[line].length);
  }
  const isPlain = lines !== undefined && !/\r(?!\n)/.test(text);
  if (isPlain) expect(applyEdits(text, formatting(snapshot))).toBe(formatText(parse(text)));
}

function expectRange(range: Range | undefined): void {
  if (range === undefined) return;
  const { start, end } = range;
  expect(start.line >= 0 && start.character >= 0).toBe(true);
  expect(end.line - start.line || end.character - start.character).toBeGreaterThanOrEqual(0);
}

function at(line: number, character: number): Position {
  return { line, character };
}

function endOf(text: string): Position {
  const lines = text.split(/\r\n|\n|\r/);
  return at(lines.length - 1, (lines.at(-1) as string).length);
}
