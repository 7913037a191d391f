import { once } from 'node:events';
import { chmodSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleCli, type BundledCli } from '../support/bundled-cli.ts';

let cli: BundledCli;
beforeAll(async () => {
  cli = await bundleCli();
});
afterAll(() => cli.remove());

const COMMANDS = ['run', 'check', 'trace', 'asm', 'disasm', 'fmt', 'lsp', 'dap'];

describe('check', () => {
  const broken = 'JUMP a\na:\na:\n';

  test('prints a line for each diagnostic, and what explains it', () => {
    const { output, error, exitCode } = cli.runOn(broken, ['check', 'x.bcasm']);
    expect(output.split('\n').slice(0, 2)).toEqual([
      'x.bcasm:3:1: error BC112 a label `a` is in main already',
      expect.stringMatching(/^ {4}x\.bcasm:2:1: /),
    ]);
    expect(error).toBe('');
    expect(exitCode).toBe(2);
  });

  test('prints a list as JSON', () => {
    const { output, exitCode } = cli.runOn('LOAD_CONTS 1\n', ['check', '--json', 'x.bcasm']);
    expect(JSON.parse(output)).toEqual([
      {
        file: 'x.bcasm',
        severity: 'error',
        code: 'BC102',
        kind: 'unknown-opcode',
        message: 'unknown instruction `LOAD_CONTS`; did you mean `LOAD_CONST`?',
        line: 1,
        column: 1,
        endLine: 1,
        endColumn: 11,
        related: [],
        fixes: [
          {
            title: expect.stringContaining('LOAD_CONST'),
            edits: [{ line: 1, column: 1, endLine: 1, endColumn: 11, newText: 'LOAD_CONST' }],
          },
        ],
      },
    ]);
    expect(exitCode).toBe(2);
  });

  test('columns are in UTF-16 units', () => {
    expect(cli.runOn('LOAD_CONST "😀" 1\n', ['check', 'x.bcasm']).output).toMatch(/^x\.bcasm:1:17: error BC104 /);
  });

  test('findings alone are no failure', () => {
    const { output, exitCode } = cli.runOn('POP_TOP\n', ['check', 'x.bcasm']);
    expect(output).toMatch(/^x\.bcasm:1:1: warning BC201 /);
    expect(exitCode).toBe(0);
  });

  test('reads standard input, and several files', () => {
    writeFileSync(path.join(cli.directory, 'y.bcasm'), 'FROB\n');
    const { output, error, exitCode } = cli.runOn(
      'POP_TOP\n',
      ['check', '-', 'x.bcasm', 'none.bcasm', 'y.bcasm'],
      'NPO',
    );
    expect(output.replace(/ .*/g, '')).toBe('<stdin>:1:1:\nx.bcasm:1:1:\ny.bcasm:1:1:\n');
    expect(error).toBe('bcasm: cannot read none.bcasm: no such file\n');
    expect(exitCode).toBe(2);
  });

  test('says where bytes are no UTF-8', () => {
    const { output, exitCode } = cli.runOn(Buffer.from('4e4f500a2320ff0a', 'hex'), ['check', 'x.bcasm']);
    expect(output).toMatch(/^x\.bcasm:2:1: error BC101 /);
    expect(exitCode).toBe(2);
  });

  test('follows imports by their real path', () => {
    writeFileSync(path.join(cli.directory, 'y.bcasm'), '.import "link.bcasm"\n');
    symlinkSync('x.bcasm', path.join(cli.directory, 'link.bcasm'));
    const { output, exitCode } = cli.runOn('.import "y.bcasm"\n', ['check', 'x.bcasm']);
    expect(output).toMatch(/^x\.bcasm:1:9: error BC119 /);
    expect(exitCode).toBe(2);
  });
});

describe('trace', () => {
  test('shows each instruction with the stack before and after it', () => {
    const text =
      '.func f n\n        LOAD_VAR n\n        RETURN_VALUE\n.end\n        INPUT\n        CALL_FUNC f 1\n        PRINT\n';
    const { output, exitCode } = cli.runOn(text, ['trace', 'x.bcasm'], 'hi\n');
    const shown = output.split('\n').map(line => line.replaceAll(/ {2,}/g, '  '));
    expect(shown).toEqual([
      ' line  at  instruction  stack before  → stack after',
      '  » input: hi',
      "  5  0  INPUT  []  → ['hi']",
      "  6  1  CALL_FUNC f 1  ['hi']  → f(n='hi') []",
      "  2  0  LOAD_VAR n  []  → ['hi']",
      "  3  1  RETURN_VALUE  ['hi']  → <main> ['hi']",
      "  7  2  PRINT  ['hi']  → []",
      '  » output: hi',
      '',
    ]);
    expect(exitCode).toBe(0);
  });

  test('shows the error that ends the program', () => {
    const { output, error, exitCode } = cli.runOn('LOAD_CONST 1\nLOAD_CONST 0\nDIV\n', ['trace', 'x.bcasm']);
    expect(output).toMatch(/DIV +\[1, 0\] +→ ZeroDivisionError: division by zero\n$/);
    expect(error).toMatch(/ZeroDivisionError: division by zero\n$/);
    expect(exitCode).toBe(1);
  });

  test('streams', async () => {
    const child = cli.startOn('again: JUMP again\n', ['trace', 'x.bcasm']);
    await once(child.stdout, 'data');
    child.stdout.destroy();
    expect(((await once(child, 'close')) as [number])[0]).toBe(141);
  });
});

/** The file that `runOn` writes. */
function file(): string {
  return path.join(cli.directory, 'x.bcasm');
}

describe('fmt', () => {
  test('rewrites a file that is not formatted, with its mode', () => {
    writeFileSync(file(), '');
    chmodSync(file(), 0o640);
    const { output, error, exitCode } = cli.runOn(' nop\r\n', ['fmt', 'x.bcasm']);
    expect([output, error, exitCode]).toEqual(['', '', 0]);
    expect(readFileSync(file(), 'utf8')).toBe('        NOP\r\n');
    expect(statSync(file()).mode & 0o777).toBe(0o640);
  });

  test('does not touch one that is', () => {
    writeFileSync(file(), '        NOP\n');
    const before = statSync(file()).mtimeMs;
    expect(cli.run(['fmt', 'x.bcasm'], { directory: cli.directory }).exitCode).toBe(0);
    expect(statSync(file()).mtimeMs).toBe(before);
  });

  test('--check lists what would change', () => {
    writeFileSync(path.join(cli.directory, 'y.bcasm'), '        NOP\n');
    const { output, exitCode } = cli.runOn(' nop\n', ['fmt', '--check', 'x.bcasm', 'y.bcasm']);
    expect([output, exitCode]).toEqual(['x.bcasm\n', 1]);
    expect(readFileSync(file(), 'utf8')).toBe(' nop\n');
  });

  test('leaves a file with syntax errors alone', () => {
    const { error, exitCode } = cli.runOn(' nop\n "\n', ['fmt', 'x.bcasm']);
    expect(error).toMatch(/^x\.bcasm:2:2: error BC101 /);
    expect(exitCode).toBe(2);
    expect(readFileSync(file(), 'utf8')).toBe(' nop\n "\n');
  });

  test('writes through a link', () => {
    rmSync(path.join(cli.directory, 'link.bcasm'), { force: true });
    symlinkSync('x.bcasm', path.join(cli.directory, 'link.bcasm'));
    cli.runOn(' nop\n', ['fmt', 'link.bcasm']);
    expect(readFileSync(file(), 'utf8')).toBe('        NOP\n');
  });
});

describe('used wrongly', () => {
  test.each([
    [['frob'], 'bcasm: there is no command `frob`; bcasm --help lists the commands'],
    [['chekc'], 'bcasm: there is no command `chekc`; did you mean check?'],
    [['compile', 'x.py'], 'bcasm: this version of bcasm has no command compile'],
    [['asm', 'x.bcasm'], 'bcasm: asm takes the file to write: -o OUT.bc'],
    [['asm', 'x.bcasm', '-o'], 'bcasm: -o takes OUT.bc, found nothing'],
    [['asm', 'x.bcasm', '-o', 'x.bcasm'], 'bcasm: asm would write over x.bcasm itself'],
    [['asm', 'x.bcasm', '-o', 'x.bc', '-O'], 'bcasm: this version of bcasm does not optimize: it has no -O'],
    [['asm', 'x.bc', '-o', 'y.bc'], 'bcasm: this version of bcasm assembles .bcasm files only, found x.bc'],
    [['disasm', 'none.bc'], 'bcasm: cannot read none.bc: no such file'],
    [['run', 'none.bc'], 'bcasm: cannot read none.bc: no such file'],
    [['run'], 'bcasm: run takes one file, found none'],
    [['run', 'a', 'b'], 'bcasm: run takes one file, found `a` `b`'],
    [['run', 'none.bcasm'], 'bcasm: cannot read none.bcasm: no such file'],
    [['run', '.'], 'bcasm: cannot read .: it is a directory'],
    [['run', 'x.py'], 'bcasm: this version of bcasm runs .bcasm and .bc files only, found x.py'],
    [['check', '.'], 'bcasm: cannot read .: it is a directory'],
    [['fmt', 'none.bcasm'], 'bcasm: cannot format none.bcasm: no such file'],
    [['dap', 'x'], 'bcasm: dap takes no operand, found `x`'],
  ])('%j', (words, message) => {
    const { output, error, exitCode } = cli.run(words, { directory: cli.directory });
    expect([output, error, exitCode]).toEqual(['', `${message}\n`, 2]);
  });
});

describe('bytes of all kinds are text, or an error that says where', () => {
  test.each<[title: string, bytes: string | Buffer, output: string]>([
    ['nothing', '', ''],
    ['a byte order mark alone', '\uFEFF', ''],
    ['a byte order mark, and CR LF', '\uFEFFNOP\r\nHALT', ''],
    ['a lone CR in a comment and a string', 'LOAD_CONST "a\rb" ; a\rb\nPOP_TOP', ''],
    [
      'a lone CR elsewhere',
      'NOP\rNOP',
      '1:1: error BC101 expected a label, an instruction or a directive, found `NOPU+000DNOP`',
    ],
    [
      'a CR at the end',
      'NOP\nNOP\r',
      '2:1: error BC101 expected a label, an instruction or a directive, found `NOPU+000D`',
    ],
    ['NUL', '\0', '1:1: error BC101 expected a label, an instruction or a directive, found `U+0000`'],
    ['a form feed', '\fNOP', '1:1: error BC101 expected a label, an instruction or a directive, found `U+000CNOP`'],
    [
      'no UTF-8',
      Buffer.from('NOP ; \xff', 'latin1'),
      '1:1: error BC101 expected text in UTF-8, found bytes that are none',
    ],
    ['a label at the end', 'JUMP end\nend:', ''],
    ['an end that is no line end', '.func f', '1:1: error BC118 `.func f` has no `.end`'],
  ])('%s', (_, bytes, diagnostic) => {
    const { output, error, exitCode } = cli.run(['check', '-'], { input: bytes, directory: cli.directory });
    const expected = diagnostic === '' ? ['', '', 0] : [`<stdin>:${diagnostic}\n`, '', 2];
    expect([output, error, exitCode]).toEqual(expected);
  });
});

describe('help', () => {
  test('lists the commands that there are', () => {
    const { output, exitCode } = cli.run(['--help']);
    expect([...output.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name)).toEqual(COMMANDS);
    expect(exitCode).toBe(0);
  });

  test.each(COMMANDS)('of %s', name => {
    const { output, exitCode } = cli.run([name, '--help']);
    expect(output).toMatch(new RegExp(`^Usage: bcasm ${name}`));
    expect(exitCode).toBe(0);
  });
});
