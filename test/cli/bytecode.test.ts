import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleCli, type BundledCli, type Finished } from '../support/bundled-cli.ts';

let cli: BundledCli;
let directory: string;
beforeAll(async () => {
  cli = await bundleCli();
  ({ directory } = cli);
  mkdirSync(path.join(directory, 'lib'));
  writeFileSync(path.join(directory, 'main.bcasm'), MAIN);
  writeFileSync(path.join(directory, 'lib', 'halves.bcasm'), HALVES);
});
afterAll(() => cli.remove());

const MAIN = `.import "lib/halves.bcasm"
        CALL_FUNC input 0
        CALL_FUNC int 1
        CALL_FUNC half 1
        PRINT
        LOAD_CONST "é"
        CALL_FUNC half 1
`;
const HALVES = `.func half n
        LOAD_VAR n
        LOAD_CONST 2
        DIV
        RETURN_VALUE
.end
`;

function bcasm(...words: string[]): Finished {
  return cli.run(words, { directory, input: '5\n' });
}

function done(...words: string[]): string {
  const { output, error, exitCode } = bcasm(...words);
  expect([error, exitCode]).toEqual(['', 0]);
  return output;
}

function bytes(file: string): string {
  return readFileSync(path.join(directory, file)).toString('hex');
}

describe('a program as bytecode', () => {
  test('does what its text does, down to the traceback', () => {
    done('asm', 'main.bcasm', '-o', 'main.bc');
    expect(bcasm('run', 'main.bc')).toEqual(bcasm('run', 'main.bcasm'));
    expect(bcasm('run', 'main.bcasm').error).toContain('File "lib/halves.bcasm", line 4, in half\n    DIV');
  });

  test('may lie elsewhere than its text', () => {
    done('asm', '-o', 'lib/main.bc', 'main.bcasm');
    expect(bytes('lib/main.bc')).toBe(bytes('main.bc'));
    expect(bcasm('run', 'lib/main.bc').output).toBe('2.5\n');
  });

  test('stripped it knows instructions in place of lines', () => {
    done('asm', 'main.bcasm', '--strip', '--output=stripped.bc');
    expect(bytes('stripped.bc').length).toBeLessThan(bytes('main.bc').length);
    const { output, error, exitCode } = bcasm('run', 'stripped.bc');
    expect([output, exitCode]).toEqual(['2.5\n', 1]);
    expect(error).toContain('  File "<stripped>", instruction 2, in half\nTypeError: ');
  });

  test.each(['main.bc', 'stripped.bc'])('%s as text assembles to the same bytes', file => {
    writeFileSync(path.join(directory, 'again.bcasm'), done('disasm', file));
    done('asm', 'again.bcasm', '-o', 'again.bc', ...(file === 'stripped.bc' ? ['--strip'] : []));
    expect(bytes('again.bc')).toBe(bytes(file));
    expect(done('fmt', '--check', 'again.bcasm')).toBe('');
  });

  test('can be traced', () => {
    const shown = bcasm('trace', 'stripped.bc').output;
    expect(shown).toMatch(/^ +- +2 +DIV +\[5, 2\] +→ \[2\.5\]$/m);
  });

  test('can be checked', () => {
    writeFileSync(path.join(directory, 'bad.bcasm'), '\n        POP_TOP\n');
    done('asm', 'bad.bcasm', '-o', 'bad.bc');
    expect(bcasm('check', 'bad.bc').output).toMatch(/^bad\.bcasm:2:1: warning BC201 .*\(instruction 0 of <main>\)\n/);
    expect(JSON.parse(bcasm('check', '--json', 'bad.bc').output)).toMatchObject([
      { file: 'bad.bcasm', line: 2, column: 1 },
    ]);
  });

  test('goes where it is wanted, also to a device', () => {
    done('asm', 'main.bcasm', '-o', '/dev/null');
    expect(statSync('/dev/null').isFile()).toBe(false);
  });
});

describe('what is refused', () => {
  test.each(['run', 'trace', 'disasm', 'check'])('%s of a file that is damaged', verb => {
    const whole = readFileSync(path.join(directory, 'main.bc'));
    writeFileSync(path.join(directory, 'cut.bc'), whole.subarray(0, 40));
    const { output, error, exitCode } = bcasm(verb, 'cut.bc');
    expect([output, exitCode]).toEqual(['', 2]);
    expect(error).toMatch(/^cut\.bc: byte 36: expected the checksum [0-9a-f]{8} .* damaged or cut off\n$/);
  });

  test('bytecode where text is imported', () => {
    writeFileSync(path.join(directory, 'imports.bcasm'), '.import "main.bc"\n');
    const { error, exitCode } = bcasm('run', 'imports.bcasm');
    expect(error).toBe(
      'imports.bcasm:1:9: error BC119 cannot import "main.bc": expected assembly text, found a .bc file\n',
    );
    expect(exitCode).toBe(2);
  });

  test('text by another name', () => {
    writeFileSync(path.join(directory, 'text.bc'), MAIN);
    const { error, exitCode } = bcasm('run', 'text.bc');
    expect(error).toBe('text.bc: byte 0: expected a .bc file, which begins with bc a5 4d 0a, found 0x2e\n');
    expect(exitCode).toBe(2);
  });

  test('text with errors: nothing is written', () => {
    writeFileSync(path.join(directory, 'wrong.bcasm'), 'FROB\n');
    const { error, exitCode } = bcasm('asm', 'wrong.bcasm', '-o', 'wrong.bc');
    expect(error).toMatch(/^wrong\.bcasm:1:1: error BC102 /);
    expect(exitCode).toBe(2);
    expect(() => statSync(path.join(directory, 'wrong.bc'))).toThrow(/ENOENT/);
  });

  test('a folder that is not there', () => {
    const { error, exitCode } = bcasm('asm', 'main.bcasm', '-o', 'nowhere/main.bc');
    expect([error, exitCode]).toEqual(['bcasm: cannot write nowhere/main.bc: there is no such folder\n', 2]);
  });
});
