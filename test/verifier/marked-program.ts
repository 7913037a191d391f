import { expect } from 'vitest';
import { analyze, type Analysis, type Diagnostic, type Position, type Span } from '../../vm/index.ts';

/**
 * Verifies a program that shows what it expects: `┆` stands on both sides of every culprit, and comments that begin with
 * `;!` say kind and message at the end of the culprit's first line; `;~` below it give the related locations by their text.
 * The program without the marks is analyzed, and what is found, but for unused names, is drawn into it again; both must be
 * the same text.
 */
export function check(marked: string): void {
  const text = stripMarks(marked);
  const diagnostics = analyzeText(text).diagnostics.filter(({ kind }) => !kind.startsWith('unused-'));
  expect(draw(text, diagnostics)).toBe(trimBlock(marked));
}

/** Analyzes the text of a single file. */
export function analyzeText(text: string): Analysis {
  return analyze('test.bcasm', {
    read: () => ({ text }),
    resolve: path => path,
  });
}

function stripMarks(marked: string): string {
  return trimBlock(marked)
    .split('\n')
    .filter(line => !line.trimStart().startsWith(';~'))
    .map(line => line.replace(/ *;!.*$/, '').replaceAll('┆', ''))
    .join('\n');
}

/** Without the blank lines that a template literal begins and ends with. */
function trimBlock(text: string): string {
  return text.replace(/^\n+/, '').trimEnd();
}

function draw(text: string, diagnostics: readonly Diagnostic[]): string {
  const lines = text.split('\n');
  const drawn = lines.map((line, number) => drawMarks(line, number, diagnostics));
  return drawn
    .map((line, number) => {
      const here = diagnostics.filter(({ span }) => span.start.line === number);
      const messages = here.map(({ kind, message }) => ` ;! ${kind}: ${message}`);
      const related = here.flatMap(diagnostic =>
        diagnostic.related.map(({ span, message }) => `\n;~ ${textOf(lines, span)}: ${message}`),
      );
      return [line, ...messages, ...related].join('');
    })
    .join('\n');
}

function drawMarks(line: string, number: number, diagnostics: readonly Diagnostic[]): string {
  const places = diagnostics
    .flatMap(({ span }) => [span.start, span.end])
    .filter((place: Position) => place.line === number)
    .map(place => place.column);
  return [...line, '']
    .map((character, column) => '┆'.repeat(places.filter(place => place === column).length) + character)
    .join('');
}

function textOf(lines: readonly string[], { start, end }: Span): string {
  return lines[start.line].slice(start.column, start.line === end.line ? end.column : undefined);
}
