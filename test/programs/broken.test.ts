import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { DIAGNOSTIC_KINDS, type Diagnostic } from '../../vm/index.ts';
import { splitCases } from '../support/expectations.ts';
import { analyzeText } from '../support/run-program.ts';

/**
 * Programs with mistakes that say what they are: `┆` stands on both sides of every culprit, and `;!` with the kinds of the
 * diagnostics that begin in a line stands at its end. What is found is drawn into the text without them; both must be the same.
 */
const DIRECTORY = path.join(import.meta.dirname, 'broken');

const cases = readdirSync(DIRECTORY)
  .filter(name => name.endsWith('.bcasm'))
  .toSorted()
  .flatMap(name =>
    splitCases(readFileSync(path.join(DIRECTORY, name), 'utf8')).map(({ title, text }) => ({
      title: `${name}: ${title}`,
      file: path.join(DIRECTORY, name),
      marked: text.trimEnd(),
    })),
  );

test.each(cases)('$title', ({ file, marked }) => {
  const text = marked.replaceAll(/ *;!.*$/gm, '').replaceAll('┆', '');
  expect(draw(text, analyzeText(text, file).diagnostics)).toBe(marked);
});

test('every kind is among them', () => {
  const shown = new Set(
    cases.flatMap(({ marked }) => [...marked.matchAll(/;! (.*)$/gm)].flatMap(([, kinds]) => kinds.split(', '))),
  );
  expect(DIAGNOSTIC_KINDS.filter(kind => !shown.has(kind))).toEqual([]);
});

function draw(text: string, diagnostics: readonly Diagnostic[]): string {
  return text
    .split('\n')
    .map((line, number) => {
      const places = diagnostics
        .flatMap(({ span }) => [span.start, span.end])
        .filter(place => place.line === number)
        .map(place => place.column);
      const drawn = [...line.split(''), '']
        .map((unit, column) => '┆'.repeat(places.filter(place => place === column).length) + unit)
        .join('');
      const kinds = diagnostics.filter(({ span }) => span.start.line === number).map(({ kind }) => kind);
      return kinds.length === 0 ? drawn : `${drawn} ;! ${kinds.join(', ')}`;
    })
    .join('\n');
}
