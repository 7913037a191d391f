import { describe, expect, test } from 'vitest';
import { analyzeText } from '../support/run-program.ts';

/** The kinds of what is said of a program, each with its 1-based line. */
function saidOf(text: string): string[] {
  return analyzeText(text, 'main.bcasm').diagnostics.map(({ kind, span }) => `${span.start.line + 1} ${kind}`);
}

describe('a comment allows', () => {
  test('what begins on its line', () => {
    expect(saidOf('a: NOP ; bcasm: allow BC211\nb: NOP\n')).toEqual(['2 unused-label']);
  });

  test('what begins on the line below comments of their own', () => {
    expect(saidOf('# bcasm: allow unused-label\n; and why\na: NOP\nb: NOP\n')).toEqual(['4 unused-label']);
    expect(saidOf('; bcasm: allow unused-label\n\na: NOP\n')).toEqual(['3 unused-label']);
  });

  test('all of a function or class below it', () => {
    const body = '.func f\na: LOAD_CONST 1\nRETURN_VALUE\n.end\n';
    expect(saidOf(`; bcasm: allow BC21x\n${body}NOP\n`)).toEqual([]);
    expect(saidOf(`NOP\n; bcasm: allow BC212\n${body}NOP\n`)).toEqual(['4 unused-label']);
    expect(saidOf(`${body.replace('.func f', '.func f ; bcasm: allow BC2xx')}NOP\n`)).toEqual([]);
  });

  test('all of a file, above its code', () => {
    expect(saidOf('; bcasm: allow-file BC211, BC201\na: POP_TOP\nADD\nb: NOP\n')).toEqual([]);
    expect(saidOf('NOP\n; bcasm: allow-file BC211\na: NOP\n')).toEqual(['3 unused-label']);
  });

  test('only what it names, and never an assembly error', () => {
    expect(saidOf('a: POP_TOP ; bcasm: allow BC212 BC2 BCxxx\n')).toEqual(['1 unused-label', '1 stack-underflow']);
    expect(saidOf('NOPE ; bcasm: allow BC102 unknown-opcode BC1xx\n')).toEqual(['1 unknown-opcode']);
  });
});
