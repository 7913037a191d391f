import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { withStoredFiles } from '../../host/index.ts';
import {
  decodeProgram,
  describeDecodeError,
  disassemble,
  encodeProgram,
  formatText,
  parse,
  type Program,
} from '../../vm/index.ts';
import { ROOT } from '../support/bundled-cli.ts';
import { randomProgram } from '../verifier/random-program.ts';
import { EVERYTHING, PROGRAM_FILES, programOf, programOfFile } from './programs.ts';
import { randomStructure } from './random-structure.ts';
import { SEED } from '../support/seed.ts';

const RANDOM_PROGRAMS = 60;

describe('bytes and text stand for the same program', () => {
  test.each(PROGRAM_FILES)('%s', file => checkRoundTrips(programOfFile(file)));

  test('everything that the format can say', () => checkRoundTrips(programOf(EVERYTHING)));

  test('nothing at all', () => checkRoundTrips(programOf('')));

  test.each([
    ['random instructions', randomProgram],
    ['random functions and classes', randomStructure],
  ])(`%s, from seed ${SEED}`, { timeout: 60_000 }, (_, generate) => {
    for (let seed = SEED; seed < SEED + RANDOM_PROGRAMS; seed++) {
      const text = generate(seed);
      try {
        checkRoundTrips(programOf(text));
      } catch (error) {
        throw new Error(`seed ${seed}\n${text}`, { cause: error });
      }
    }
  });
});

describe('assembling is reproducible', () => {
  test('the bytes depend on the text, not on the folder that it lies in', () => {
    const bytes = ['', 'sub/', '../other/', `${ROOT}/`].map(folder => {
      const file = `${folder}program.bcasm`;
      return encodeProgram(withStoredFiles(programOf(EVERYTHING, file), file));
    });
    for (const other of bytes) expect(other).toEqual(bytes[0]);
  });

  test('imported files are stored as they lie beside the first one', () => {
    const program = programOfFile('test/programs/imports.bcasm');
    const stored = withStoredFiles(program, path.join(ROOT, 'test/programs/imports.bcasm'));
    const files = new Set(stored.functions.map(({ debug }) => debug?.file));
    expect([...files].toSorted()).toEqual(['imported/numbers.bcasm', 'imported/shapes.bcasm', 'imports.bcasm']);
  });

  test('comments, blanks, the order of declarations and the names of constants leave no trace in stripped bytes', () => {
    const one =
      '.const N 1\n.func f a b\n.func g\n.nonlocal b a\n LOAD_VAR a\n LOAD_VAR b\n.end\n CALL_FUNC g 0\n.end\n LOAD_CONST N\n';
    const other =
      '.func f a b ; comment\n\n CALL_FUNC g 0\n.func g\n LOAD_VAR a\n LOAD_VAR b\n.nonlocal a\n.nonlocal b\n.end\n.end\nlabel: LOAD_CONST 0x1';
    expect(encodeProgram(programOf(one), true)).toEqual(encodeProgram(programOf(other), true));
  });
});

/** Encoded and decoded it is the same program; disassembled and assembled the same bytes, with and without debug information. */
function checkRoundTrips(program: Program): void {
  const isOneFile = program.functions.every(({ debug }) => debug?.source === null);
  if (isOneFile) expectEqual(decoded(encodeProgram(program)), program);
  expectEqual(withoutDebug(decoded(encodeProgram(program))), withoutDebug(program));
  for (const isStripped of [false, true]) {
    const bytes = encodeProgram(program, isStripped);
    const again = decoded(bytes);
    expect(encodeProgram(again)).toEqual(bytes);
    const text = disassemble(again);
    expect(formatText(parse(text))).toBe(text);
    expect(encodeProgram(programOf(text, 'other.bcasm'), isStripped)).toEqual(bytes);
  }
  expect(encodeProgram(decoded(encodeProgram(program)), true)).toEqual(encodeProgram(program, true));
}

/** Shows the difference only where there is one: looking for it takes long. */
function expectEqual(actual: Program, expected: Program): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected);
}

function decoded(bytes: Uint8Array): Program {
  const result = decodeProgram(bytes);
  if ('error' in result) throw new Error(describeDecodeError(result.error));
  return result.program;
}

function withoutDebug(program: Program): Program {
  return { ...program, functions: program.functions.map(code => ({ ...code, debug: null })) };
}
