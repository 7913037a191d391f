import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyze, isAssemblyError } from '../../vm/index.ts';

interface Snippet {
  readonly prefix: string | readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

interface Pattern {
  readonly pattern: string;
  readonly flags: string;
}

function matches({ pattern, flags }: Pattern, line: string): boolean {
  return new RegExp(pattern, flags).test(line);
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'));
}

/** Every string in a value, however deep. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

test('every file that the manifest names is there, or is built', () => {
  const named = strings((readJson('package.json') as { contributes: unknown }).contributes).filter(text =>
    text.startsWith('./'),
  );
  expect(named.length).toBeGreaterThan(5);
  const missing = named.filter(name => !name.startsWith('./dist/') && !existsSync(name));
  expect(missing).toEqual([]);
});

describe('snippets assemble as they are inserted', () => {
  const snippets = Object.entries(readJson('snippets/bcasm.json') as Record<string, Snippet>);

  test.each(snippets)('%s', (_name, { body }) => {
    const text = inserted(body.join('\n'));
    const { diagnostics, program } = analyze('snippet.bcasm', { read: () => ({ text }), resolve: path => path });
    expect(diagnostics.filter(({ kind }) => isAssemblyError(kind)).map(({ message }) => message)).toEqual([]);
    expect(program).not.toBeNull();
  });
});

/** A snippet as VS Code inserts it: each placeholder gives its default, which may hold another placeholder. */
function inserted(body: string): string {
  const next = body.replaceAll(/\$\{\d+:([^${}]*)\}/g, '$1');
  return next === body ? body.replaceAll(/\$\d/g, '') : inserted(next);
}

describe('the language configuration', () => {
  const configuration = readJson('client/language-configuration.json') as {
    wordPattern: Pattern;
    indentationRules: Record<'increaseIndentPattern' | 'decreaseIndentPattern', Pattern>;
    folding: { markers: { start: string; end: string } };
  };
  const { wordPattern, indentationRules, folding } = configuration;
  const { increaseIndentPattern, decreaseIndentPattern } = indentationRules;

  test.each([
    ['        LOAD_CONST -1_000', ['LOAD_CONST', '-1_000']],
    ['größe: .func f a=1', ['größe', '.func', 'f', 'a', '1']],
    ['CALL_FUNC sum,2', ['CALL_FUNC', 'sum', '2']],
  ])('words of %j', (line, words) => {
    expect(line.match(new RegExp(wordPattern.pattern, `g${wordPattern.flags}`))).toEqual(words);
  });

  test.each(['.func f a', '  .CLASS C ; c', 'again:', 'größe:  ; c'])('what follows %j is indented', line => {
    expect(matches(increaseIndentPattern, line)).toBe(true);
  });

  test.each(['        NOP', 'again: NOP', '.end', '; again:', '.function'])('what follows %j is not', line => {
    expect(matches(increaseIndentPattern, line)).toBe(false);
  });

  test.each(['        again:', '  .end', '.END'])('%j moves to the left', line => {
    expect(matches(decreaseIndentPattern, line)).toBe(true);
  });

  test('functions and classes fold', () => {
    expect(new RegExp(folding.markers.start).test('.Func f')).toBe(true);
    expect(new RegExp(folding.markers.start).test('.functional')).toBe(false);
    expect(new RegExp(folding.markers.end).test('  .END')).toBe(true);
  });
});
