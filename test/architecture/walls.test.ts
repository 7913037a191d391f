import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A copy of the house in which walls can be broken. */
let copy: string;

beforeAll(() => {
  copy = mkdtempSync(path.join(tmpdir(), 'bcasm-walls-'));
  for (const part of [
    'vm',
    'host',
    'server',
    'debug-adapter',
    'cli',
    'tsconfig.base.json',
    '.oxlintrc.json',
    'package.json',
  ]) {
    cpSync(path.join(ROOT, part), path.join(copy, part), { recursive: true });
  }
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'));
});

afterAll(() => rmSync(copy, { recursive: true }));

/** What lint and the compiler say of the copy with one more file; nothing when they are content. */
function complaintsOf(file: string, text: string): string {
  const planted = path.join(copy, file);
  mkdirSync(path.dirname(planted), { recursive: true });
  writeFileSync(planted, text);
  const folder = file.split('/')[0];
  const complaints = run('oxlint', ['--deny-warnings', file]) + run('tsc', ['--noEmit', '-p', folder]);
  rmSync(planted);
  return complaints;
}

function run(tool: string, parameters: string[]): string {
  try {
    execFileSync(path.join(ROOT, 'node_modules/.bin', tool), parameters, {
      cwd: copy,
      encoding: 'utf8',
      stdio: 'pipe',
    });
    return '';
  } catch (error) {
    return String((error as { stdout: unknown }).stdout);
  }
}

describe('the walls of the house', () => {
  test('stand open where they should', () => {
    const text = "import { Op } from '../isa/index.ts';\n\nexport const nop = Op.NOP;\n";
    expect(complaintsOf('vm/runtime/planted.ts', text)).toBe('');
  });

  test.each([
    ['vm/planted.ts', '../server/convert.ts', 'vm imports nothing outside vm'],
    ['vm/planted.ts', 'node:fs', 'vm is pure'],
    ['vm/planted.ts', 'prettier', 'vm is pure'],
    ['vm/isa/planted.ts', '../syntax/index.ts', 'vm/isa may use no other part of vm'],
    ['vm/runtime/planted.ts', '../assembly/index.ts', 'vm/runtime may use isa, bytecode'],
    ['vm/runtime/values/planted.ts', '../../verifier/index.ts', 'vm/runtime may use isa, bytecode'],
    ['server/planted.ts', '../cli/main.ts', 'is not under'],
    ['cli/planted.ts', '../debug-adapter/main.ts', 'is not under'],
  ])('%s may not import %s', (file, imported, complaint) => {
    expect(complaintsOf(file, `import * as planted from '${imported}';\n\nexport const all = planted;\n`)).toContain(
      complaint,
    );
  });
});
