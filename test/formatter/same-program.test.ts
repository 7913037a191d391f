import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatText, parse, type Program } from '../../vm/index.ts';
import { ROOT } from '../support/bundled-cli.ts';
import { analyzeText } from '../support/run-program.ts';
import { randomProgram } from '../verifier/random-program.ts';
import { SEED } from '../support/seed.ts';

const PROGRAMS = 60;

const files = ['examples', 'test/programs', 'test/programs/imported'].flatMap(directory =>
  readdirSync(path.join(ROOT, directory))
    .filter(name => name.endsWith('.bcasm'))
    .map(name => path.join(ROOT, directory, name)),
);

describe('a formatted program is the same program', () => {
  test.each(files)('%s', file => {
    const text = readFileSync(file, 'utf8');
    expect(programOf(untidy(text), file)).toEqual(programOf(text, file));
    expect(programOf(formatText(parse(untidy(text))), file)).toEqual(programOf(text, file));
  });

  test(`random ones from seed ${SEED}`, () => {
    for (let seed = SEED; seed < SEED + PROGRAMS; seed++) {
      const text = randomProgram(seed);
      expect(programOf(formatText(parse(text)), 'random.bcasm'), `seed ${seed}`).toEqual(
        programOf(text, 'random.bcasm'),
      );
    }
  });
});

/** The same program in another style: everything at the left, a blank line below each line, CRLF. */
function untidy(text: string): string {
  return text.replaceAll(/^ +/gm, '').replaceAll('\n', '\n\n').replaceAll('\n', '\r\n');
}

/** The program that a text is assembled to, but for the lines that it stood in. */
function programOf(text: string, file: string): Program['functions'] {
  const { program } = analyzeText(text, file);
  if (program === null) throw new Error(`it does not assemble:\n${text}`);
  return program.functions.map(code => ({ ...code, debug: null }));
}
