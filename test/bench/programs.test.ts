import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROGRAMS, PROTOTYPE_PROGRAMS, programFile } from '../../bench/programs.mjs';
import { analyzeText } from '../support/run-program.ts';
import { Machine } from '../../vm/index.ts';

const BENCH = path.resolve(import.meta.dirname, '../../bench');

test('every program is listed', () => {
  const folders = readdirSync(path.join(BENCH, 'programs'));
  expect([...PROGRAMS.map(({ name }) => name), 'prototype'].toSorted()).toEqual(folders.toSorted());
  const files = readdirSync(path.join(BENCH, 'programs/prototype'));
  const listed = PROTOTYPE_PROGRAMS.flatMap(({ name }) => [`${name}.bcasm`, `${name}.py`]);
  expect(listed.toSorted()).toEqual(files.toSorted());
});

test.each(PROTOTYPE_PROGRAMS)("the prototype's $name has the result that it has in Python", program => {
  const expected = answers('python3', 'python.py', programFile(program, 'py'), [1]);
  expect(inMachine(programFile(program, 'bcasm'), [1], true)).toEqual(expected);
});

describe('a benchmark has the same results in all languages', () => {
  test.each(PROGRAMS)('$name', program => {
    const own = programFile(program, 'bcasm');
    const { diagnostics } = analyzeText(readFileSync(own, 'utf8'), own);
    expect(diagnostics).toEqual([]);
    const sizes = [1, 2, Math.ceil(program.size / 500)];
    const expected = answers('python3', 'python.py', programFile(program, 'py'), sizes);
    expect(inMachine(own, sizes)).toEqual(expected);
    for (const [engine, extension] of [
      ['javascript.mjs', 'mjs'],
      ['quickjs.mjs', 'mjs'],
      ['fengari.mjs', 'lua'],
    ]) {
      expect(answers(process.execPath, engine, programFile(program, extension), sizes), engine).toEqual(expected);
    }
  });
});

/** What an engine of the benchmarks says for the sizes, without the times. */
function answers(command: string, engine: string, file: string, sizes: readonly number[]): string[] {
  const words = [path.join(BENCH, 'engines', engine), file];
  const output = execFileSync(command, words, { input: sizes.join('\n'), encoding: 'utf8' });
  const [ready, ...lines] = output.trimEnd().split('\n');
  expect(ready).toBe('ready');
  return lines.map(line => line.replace(/^[0-9.e-]+ /, ''));
}

function inMachine(file: string, sizes: readonly number[], isFast = false): string[] {
  const { program, verification } = analyzeText(readFileSync(file, 'utf8'), file);
  const input = sizes.values();
  let output = '';
  const host = {
    write: (text: string) => void (output += text),
    readLine: () => input.next().value?.toString() ?? null,
  };
  expect(program).not.toBeNull();
  const stop = new Machine(program!, { host, isFast, proofs: verification.functions }).run(Infinity);
  expect(stop.kind).toBe('halted');
  return output.trimEnd().split('\n');
}
