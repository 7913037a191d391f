import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { CATALOGUE, formatText, isAssemblyError, parse } from '../../vm/index.ts';
import { readExpectations, splitCases } from '../support/expectations.ts';
import { analyzeText, runProgram } from '../support/run-program.ts';

/** Programs that say in comments what they do, and do it; each file is one, in `errors/` each case of a file. */
const DIRECTORY = import.meta.dirname;

const programs = listFiles('.').map(file => ({ title: file, file, text: readText(file) }));
const errorCases = listFiles('errors').flatMap(file =>
  splitCases(readText(file)).map(({ title, text }) => ({ title: `${file}: ${title}`, file, text })),
);

describe('a program does what its comments say', () => {
  test.each([...programs, ...errorCases])('$title', ({ file, text }) => checkProgram(path.join(DIRECTORY, file), text));
});

describe('CPython does the same', () => {
  const version = execFileSync('python3', ['-c', 'import sys; print(*sys.version_info[:2], sep=".")'], {
    encoding: 'utf8',
  }).trim();
  test.each([...programs, ...errorCases].filter(({ text }) => text.includes('; python:')))('$title', ({ text }) =>
    checkPython(text, version === '3.11'),
  );
});

test.each(programs)('$title is formatted', ({ text }) => {
  expect(formatText(parse(text))).toBe(text);
});

function checkProgram(file: string, text: string): void {
  const expectations = readExpectations(text);
  const { program, diagnostics } = analyzeText(text, file);
  const errors = diagnostics.filter(({ kind }) => isAssemblyError(kind)).map(({ message }) => message);
  expect(errors).toEqual([]);
  if (program === null) throw new Error('there is no program, although there are no errors');
  const findings = diagnostics.map(({ kind, span }) => `${span.start.line + 1} ${CATALOGUE[kind].code}`);
  expect(findings).toEqual(expectations.findings);
  const outcome = runProgram(program, expectations);
  expect({ ...outcome, result: expectations.result === null ? null : outcome.result }).toEqual({
    output: expectations.output,
    error: expectations.error,
    result: expectations.result,
  });
}

/** Other versions than 3.11 word their errors in other ways: there only the kind of the error is compared. */
function checkPython(text: string, comparesMessages: boolean): void {
  const { python, input, output, error } = readExpectations(text);
  const ran = spawnSync('python3', ['-c', python], {
    input: input.map(line => `${line}\n`).join(''),
    encoding: 'utf8',
    env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
  });
  const lastError = ran.stderr.trimEnd().split('\n').at(-1) ?? '';
  const shown = (line: string): string => (comparesMessages ? line : line.split(':')[0]);
  expect(ran.stdout.split('\n').slice(0, -1)).toEqual(output);
  expect(shown(lastError)).toBe(shown(error ?? ''));
}

function listFiles(directory: string): string[] {
  return readdirSync(path.join(DIRECTORY, directory))
    .filter(name => name.endsWith('.bcasm'))
    .toSorted()
    .map(name => path.join(directory, name));
}

function readText(file: string): string {
  return readFileSync(path.join(DIRECTORY, file), 'utf8');
}
