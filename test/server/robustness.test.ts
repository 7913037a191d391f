import { readFileSync, readdirSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Position, Range } from 'vscode-languageserver';
import { codeActions } from '../../server/features/code-actions.ts';
import { completion } from '../../server/features/completion.ts';
import { definition } from '../../server/features/definition.ts';
import { diagnostics } from '../../server/features/diagnostics.ts';
import { documentHighlight } from '../../server/features/document-highlight.ts';
import { documentSymbols } from '../../server/features/document-symbols.ts';
import { foldingRanges } from '../../server/features/folding-ranges.ts';
import { formatting } from '../../server/features/formatting.ts';
import { hover } from '../../server/features/hover.ts';
import { references } from '../../server/features/references.ts';
import { prepareRename, rename } from '../../server/features/rename.ts';
import { selectionRanges } from '../../server/features/selection-ranges.ts';
import { SEMANTIC_TOKENS_LEGEND, semanticTokens } from '../../server/features/semantic-tokens.ts';
import { signatureHelp } from '../../server/features/signature-help.ts';
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
  codeActions(snapshot, range, { diagnostics: [] });
  selectionRanges(snapshot, [position]);
  if ((position.line + position.character) % 7 === 0) rename(snapshot, position, 'renamed', programs);
}

function askOnce({ snapshot }: OpenFixture, text: string, lines: readonly string[] | undefined): void {
  for (const { range, message } of diagnostics(snapshot)) {
    expectRange(range);
    expect(message).not.toMatch(/undefined|\[object/);
  }
  documentSymbols(snapshot);
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
