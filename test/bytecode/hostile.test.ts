import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { decodeProgram, describeDecodeError, encodeProgram, type Program } from '../../vm/index.ts';
import { randomFrom } from '../verifier/random.ts';
import { randomProgram } from '../verifier/random-program.ts';
import { checkPromise, mutate, withChecksum, type Fate } from './mutations.ts';
import { EVERYTHING, PROGRAM_FILES, programOf, programOfFile } from './programs.ts';
import { randomStructure } from './random-structure.ts';
import { SEED } from '../support/seed.ts';

/** In a run on its own, a million: `BCASM_MUTATIONS=1000000 npx vitest run test/bytecode/hostile.test.ts`. */
const MUTATIONS = Number(process.env.BCASM_MUTATIONS ?? 2_000);

const everything = programOf(EVERYTHING);

describe('damaged files', () => {
  test('cut off anywhere', () => {
    const bytes = encodeProgram(everything);
    for (let length = 0; length < bytes.length; length++) {
      expect('error' in decodeProgram(bytes.slice(0, length))).toBe(true);
      expect(checkPromise(withChecksum(bytes.slice(0, length)))).toBe<Fate>('refused');
    }
  });

  test('a single bit turned anywhere is noticed', () => {
    const bytes = encodeProgram(everything);
    for (let bit = 0; bit < 8 * bytes.length; bit++) {
      const damaged = bytes.slice();
      damaged[bit >> 3] ^= 1 << (bit & 7);
      expect('error' in decodeProgram(damaged), `bit ${bit}`).toBe(true);
    }
  });

  test.each([false, true])(
    'each byte replaced, the checksum right again (stripped: %s)',
    { timeout: 60_000 },
    isStripped => {
      const bytes = encodeProgram(everything, isStripped);
      let accepted = 0;
      for (let at = 0; at < bytes.length; at++) {
        for (const value of [bytes[at] + 1, bytes[at] - 1]) {
          const changed = bytes.slice();
          changed[at] = value;
          if (checkPromise(withChecksum(changed)) === 'accepted') accepted++;
        }
      }
      expect(accepted).toBeGreaterThan(0);
    },
  );

  test(`${MUTATIONS} random mutations, from seed ${SEED}`, { timeout: Infinity }, () => {
    const originals = [
      ...PROGRAM_FILES.map(file => shortened(programOfFile(file))),
      everything,
      ...[1, 2, 3].map(seed => programOf(randomProgram(seed))),
      ...[1, 2, 3, 4, 5, 6].map(seed => programOf(randomStructure(seed))),
    ].flatMap(program => [encodeProgram(program), encodeProgram(program, true)]);
    const fates = { accepted: 0, refused: 0 };
    for (let seed = SEED; seed < SEED + MUTATIONS; seed++) {
      const original = originals[seed % originals.length];
      const mutated = mutate(original, randomFrom(seed));
      try {
        fates[checkPromise(mutated)]++;
      } catch (error) {
        throw new Error(`seed ${seed}: ${Buffer.from(mutated).toString('hex')}`, { cause: error });
      }
    }
    if (MUTATIONS > 10_000) console.log(fates);
    expect(fates.accepted).toBeGreaterThan(MUTATIONS / 100);
  });
});

/** Files of the tests keep their names short, so that mutations meet something else. */
function shortened(program: Program): Program {
  return {
    ...program,
    functions: program.functions.map(code => ({ ...code, debug: code.debug && { ...code.debug, file: 'a' } })),
  };
}

describe('files that are meant to hurt', () => {
  test.each([
    ['a pool of 2^32 constants', [0x80, 0x80, 0x80, 0x80, 0x10], /a number of constants that fit/],
    ['a number of more than 5 bytes', [0xff, 0xff, 0xff, 0xff, 0xff, 0x01], /more than 5 bytes/],
    ['a number that goes on for ever', Array.from({ length: 1000 }, () => 0x80), /more than 5 bytes/],
    ['a string of 2^31 bytes', [1, 6, 0xff, 0xff, 0xff, 0xff, 0x07], /the length of a string that fit/],
    ['an int of 2^28 bytes', [1, 3, 0x80, 0x80, 0x80, 0x80, 0x01], /the length of an int that fit/],
    ['2^28 functions', [0, 0, 0x80, 0x80, 0x80, 0x80, 0x01], /a number of functions that fit/],
    ['no main', [0, 0, 0, 0], /main counted, found 0/],
    ['2^28 instructions', [0, 0, 1, 0, 0x80, 0x80, 0x80, 0x80, 0x01], /a number of instructions that fit/],
    [
      'a function in a function that is not there',
      [0, 1, 1, 0x66, 2, 0, 0, 0, 2, 0, 0, 0, 0, 0],
      /a depth \(1 at most\)/,
    ],
  ])('%s', (_, contents, message) => {
    const bytes = withChecksum(Uint8Array.from([0xbc, 0xa5, 0x4d, 0x0a, 1, 0, ...contents, 0, 0, 0, 0]));
    const decoded = decodeProgram(bytes);
    expect('error' in decoded ? describeDecodeError(decoded.error) : 'accepted').toMatch(message);
  });

  test('functions nested as deep as they may be, and one deeper', () => {
    const nested = (depth: number): string => `${'.func f\n'.repeat(depth)}${'.end\n'.repeat(depth)}`;
    expect(checkPromise(encodeProgram(programOf(nested(100))))).toBe<Fate>('accepted');
    expect(() => programOf(nested(101))).toThrow(/nested deeper than 100/);
  });

  test('captures that multiply with calls', { timeout: 60_000 }, () => {
    const names = Array.from({ length: 300 }, (_, index) => `v${index}`);
    const clique = (count: number): string =>
      [
        `.func outer ${names.join(' ')}`,
        ...Array.from({ length: count }, (_, caller) => [
          `.func f${caller}`,
          ...(caller === 0 ? [`.nonlocal ${names.join(' ')}`, ...names.map(name => ` LOAD_VAR ${name}`)] : []),
          ...Array.from({ length: count }, (_, callee) => ` CALL_FUNC f${callee} 0`),
          '.end',
        ]).flat(),
        '.end',
      ].join('\n');
    expect(checkPromise(encodeProgram(programOf(clique(20))))).toBe<Fate>('accepted');
    expect(() => programOf(clique(100))).toThrow(/captures too much/);
  });

  test('many parameters, and many calls that name them', { timeout: 60_000 }, () => {
    const names = Array.from({ length: 20_000 }, (_, index) => `p${index}`);
    const call = ` LOAD_VAR f\n CALL_FUNC f ${names.length} ${names.toReversed().join(' ')}\n`;
    const program = programOf(`.func f ${names.join(' ')}\n.end\n${call.repeat(20)}`);
    const decoded = decodeProgram(encodeProgram(program));
    expect('program' in decoded && isDeepStrictEqual(decoded.program, program)).toBe(true);
  });
});
