import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleCli, type BundledCli, type Finished } from '../support/bundled-cli.ts';

let cli: BundledCli;
let directory: string;
beforeAll(async () => {
  cli = await bundleCli();
  directory = mkdtempSync(path.join(tmpdir(), 'bcasm-files-'));
});
afterAll(() => {
  cli.remove();
  rmSync(directory, { recursive: true, force: true });
});

/** Runs the command line in a directory of its own, with `x.bcasm` in it. */
function runOn(text: string | Buffer, words: readonly string[], input: string | Buffer = ''): Finished {
  writeFileSync(path.join(directory, 'x.bcasm'), text);
  return cli.run(words, { directory, input });
}

const COMMANDS = ['run', 'check', 'trace', 'asm', 'disasm', 'fmt', 'lsp', 'dap'];
const LOOP = 'again:\n        LOAD_CONST "line"\n        PRINT\n        JUMP again\n';
const ECHO = ['again:', 'INPUT', 'CALL_FUNC repr 1', 'PRINT', 'JUMP again', ''].join('\n');

describe('run', () => {
  test('writes what the program prints, in UTF-8, and nothing else', () => {
    const { output, error, exitCode } = runOn('LOAD_CONST "é 😀\\ud800"\nPRINT\nLOAD_CONST 1', ['run', 'x.bcasm']);
    expect(output).toBe('é 😀\ufffd\n');
    expect(error).toBe('');
    expect(exitCode).toBe(0);
  });

  test('shows the final stack on standard error, last', () => {
    const { output, error } = runOn('LOAD_CONST 1\nLOAD_CONST "a"', ['run', '--stats', '--stack', 'x.bcasm']);
    expect(output).toBe('');
    expect(error.split('\n').slice(-2)).toEqual(["stack: [1, 'a']", '']);
    expect(error).toMatch(/^instructions +2$/m);
  });

  test('tells with --stats what the run took, also behind an error', () => {
    const text = `${'BUILD_LIST 0\nPOP_TOP\n'.repeat(3)}LOAD_CONST 1\nRAISE`;
    const { output, error, exitCode } = runOn(text, ['run', '--stats', 'x.bcasm']);
    expect(output).toBe('');
    expect(exitCode).toBe(1);
    expect(error).toMatch(/^TypeError: exceptions must derive from BaseException$/m);
    const rows = Object.fromEntries(
      [...error.matchAll(/^([a-z ]+?) {2,}([\d,.]+(?: ms)?)$/gm)].map(row => row.slice(1)),
    );
    expect(Object.keys(rows)).toEqual([
      'instructions',
      'objects made',
      'bytes made',
      'objects on the heap',
      'bytes on the heap',
      'collections',
      'collecting',
      'longest pause',
      'time',
    ]);
    // Three lists, and the exception with its arguments.
    expect(rows).toMatchObject({
      instructions: '8',
      'objects made': '5',
      'objects on the heap': '5',
      collections: '0',
    });
    expect(rows.time).toMatch(/^\d+\.\d ms$/);
  });

  test('shows no stack behind an error', () => {
    const { error, exitCode } = runOn('LOAD_CONST 1\nLOAD_VAR nowhere', ['run', '--stack', 'x.bcasm']);
    expect(error.trimEnd().split('\n').at(-1)).toBe("NameError: name 'nowhere' is not defined");
    expect(exitCode).toBe(1);
  });

  test('prints the traceback as CPython does', () => {
    const text =
      '.func f x\n        LOAD_VAR x\n        LOAD_CONST 0\n        DIV\n        RETURN_VALUE\n.end\nLOAD_CONST 1\nCALL_FUNC f 1\n';
    expect(runOn(text, ['run', 'x.bcasm']).error).toBe(
      [
        'Traceback (most recent call last):',
        '  File "x.bcasm", line 8, in <main>',
        '    CALL_FUNC f 1',
        '  File "x.bcasm", line 4, in f',
        '    DIV',
        'ZeroDivisionError: division by zero',
        '',
      ].join('\n'),
    );
  });

  test('counts the frames of a deep recursion', () => {
    const text = '.func f\n        CALL_FUNC f 0\n        RETURN_VALUE\n.end\nCALL_FUNC f 0\n';
    const { error } = runOn(text, ['run', 'x.bcasm']);
    expect(error.split('\n').slice(1, -1)).toEqual([
      '  File "x.bcasm", line 5, in <main>',
      '    CALL_FUNC f 0',
      '  File "x.bcasm", line 2, in f',
      '    CALL_FUNC f 0',
      '  File "x.bcasm", line 2, in f',
      '    CALL_FUNC f 0',
      '  File "x.bcasm", line 2, in f',
      '    CALL_FUNC f 0',
      '  [Previous line repeated 996 more times]',
      'RecursionError: maximum recursion depth exceeded',
    ]);
  });

  test('shows the source that the program was compiled from', () => {
    writeFileSync(path.join(directory, 'x.py'), 'one\n  two\n');
    const { error } = runOn('.source "x.py"\n.line 2\nLOAD_VAR nowhere\n', ['run', 'x.bcasm']);
    expect(error).toContain('  File "x.py", line 2, in <main>\n    two\n');
  });

  test('shows assembly errors and does not run', () => {
    const { output, error, exitCode } = runOn('LOAD_CONST 1\nPRINT\nPRNT\n', ['run', 'x.bcasm']);
    expect(output).toBe('');
    expect(error).toBe('x.bcasm:3:1: error BC102 unknown instruction `PRNT`; did you mean `PRINT`?\n');
    expect(exitCode).toBe(2);
  });

  test('shows no findings', () => {
    expect(runOn('LOAD_CONST 1\nJUMP 2\nunused:\n', ['run', 'x.bcasm']).error).toBe('');
  });

  test.each([
    ['--max-instructions=3', LOOP, 'InstructionLimit: the limit of 3 instructions is reached'],
    ['--max-stack=1', 'LOAD_CONST 1\nLOAD_CONST 1', 'StackOverflow: the operand stack exceeds its limit of 1 values'],
    ['--max-depth=1', '.func f\nHALT\n.end\nCALL_FUNC f 0', 'RecursionError: maximum recursion depth exceeded'],
  ])('%s', (option, text, last) => {
    expect(runOn(text, ['run', option, 'x.bcasm']).error.trimEnd().split('\n').at(-1)).toBe(last);
  });

  test('--undefined-none', () => {
    expect(runOn('LOAD_VAR nowhere\nPRINT', ['run', 'x.bcasm', '--undefined-none']).output).toBe('None\n');
  });

  test('--trace keeps standard output for the program', () => {
    const { output, error } = runOn('LOAD_CONST 1\nPRINT\n', ['run', '--trace', 'x.bcasm']);
    expect(output).toBe('1\n');
    expect(error).toMatch(/LOAD_CONST 1 +\[\] +→ \[1\]\n.*PRINT +\[1\] +→ \[\]\n/);
  });

  test('ends without a word when nobody reads its output any more', async () => {
    writeFileSync(path.join(directory, 'x.bcasm'), LOOP);
    const child = spawn(process.execPath, [cli.file, 'run', 'x.bcasm'], { cwd: directory });
    let error = '';
    child.stderr.on('data', (data: Buffer) => (error += data.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    const [exitCode] = (await once(child, 'close')) as [number];
    expect(error).toBe('');
    expect(exitCode).toBe(141);
  });

  test('ends at once at Control-C, also in an endless loop without output', async () => {
    writeFileSync(path.join(directory, 'x.bcasm'), 'LOAD_CONST 1\nPRINT\nagain: JUMP again\n');
    const child = spawn(process.execPath, [cli.file, 'run', 'x.bcasm'], { cwd: directory });
    await once(child.stdout, 'data');
    child.kill('SIGINT');
    const [, signal] = (await once(child, 'close')) as [number | null, string | null];
    expect(signal).toBe('SIGINT');
  });
});

describe('standard input', () => {
  const lastLine = 'EOFError: EOF when reading a line';

  test('is read line by line, with either line end, up to a last line without one', () => {
    const { output, error } = runOn(ECHO, ['run', 'x.bcasm'], 'a\r\n\n b \nc\rd');
    expect(output).toBe("'a'\n''\n' b '\n'c\\rd'\n");
    expect(error.trimEnd().split('\n').at(-1)).toBe(lastLine);
  });

  test('is UTF-8 also where the pieces of a pipe part a character', async () => {
    writeFileSync(path.join(directory, 'x.bcasm'), 'INPUT\nPRINT\n');
    const child = spawn(process.execPath, [cli.file, 'run', 'x.bcasm'], { cwd: directory });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (data: string) => (output += data));
    const bytes = Buffer.from('a😀b\n');
    for (const byte of bytes) {
      child.stdin.write(Buffer.from([byte]));
      await new Promise(resolve => setImmediate(resolve));
    }
    await once(child, 'close');
    expect(output).toBe('a😀b\n');
  });

  test('may be long', () => {
    const line = 'x'.repeat(1_000_000);
    expect(runOn('INPUT\nCALL_FUNC len 1\nPRINT\n', ['run', 'x.bcasm'], `${line}\n`).output).toBe('1000000\n');
  });

  test('may be a file', () => {
    writeFileSync(path.join(directory, 'x.bcasm'), ECHO);
    writeFileSync(path.join(directory, 'input'), 'from a file\n');
    const input = openSync(path.join(directory, 'input'), 'r');
    const { stdout } = spawnSync(process.execPath, [cli.file, 'run', 'x.bcasm'], {
      cwd: directory,
      stdio: [input, 'pipe', 'pipe'],
      encoding: 'utf8',
    });
    closeSync(input);
    expect(stdout).toBe("'from a file'\n");
  });

  test('may be closed', () => {
    writeFileSync(path.join(directory, 'x.bcasm'), ECHO);
    const { stderr, status } = spawnSync('sh', ['-c', '"$0" "$1" run x.bcasm <&-', process.execPath, cli.file], {
      cwd: directory,
      encoding: 'utf8',
    });
    expect(stderr.trimEnd().split('\n').at(-1)).toBe(lastLine);
    expect(status).toBe(1);
  });
});

describe('check', () => {
  const broken = 'JUMP a\na:\na:\n';

  test('prints a line for each diagnostic, and what explains it', () => {
    const { output, error, exitCode } = runOn(broken, ['check', 'x.bcasm']);
    expect(output.split('\n').slice(0, 2)).toEqual([
      'x.bcasm:3:1: error BC112 a label `a` is in main already',
      expect.stringMatching(/^ {4}x\.bcasm:2:1: /),
    ]);
    expect(error).toBe('');
    expect(exitCode).toBe(2);
  });

  test('prints a list as JSON', () => {
    const { output, exitCode } = runOn('LOAD_CONTS 1\n', ['check', '--json', 'x.bcasm']);
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
    expect(runOn('LOAD_CONST "😀" 1\n', ['check', 'x.bcasm']).output).toMatch(/^x\.bcasm:1:17: error BC104 /);
  });

  test('findings alone are no failure', () => {
    const { output, exitCode } = runOn('POP_TOP\n', ['check', 'x.bcasm']);
    expect(output).toMatch(/^x\.bcasm:1:1: warning BC201 /);
    expect(exitCode).toBe(0);
  });

  test('reads standard input, and several files', () => {
    writeFileSync(path.join(directory, 'y.bcasm'), 'FROB\n');
    const { output, error, exitCode } = runOn('POP_TOP\n', ['check', '-', 'x.bcasm', 'none.bcasm', 'y.bcasm'], 'NPO');
    expect(output.replace(/ .*/g, '')).toBe('<stdin>:1:1:\nx.bcasm:1:1:\ny.bcasm:1:1:\n');
    expect(error).toBe('bcasm: cannot read none.bcasm: no such file\n');
    expect(exitCode).toBe(2);
  });

  test('says where bytes are no UTF-8', () => {
    const { output, exitCode } = runOn(Buffer.from('4e4f500a2320ff0a', 'hex'), ['check', 'x.bcasm']);
    expect(output).toMatch(/^x\.bcasm:2:1: error BC101 /);
    expect(exitCode).toBe(2);
  });

  test('follows imports by their real path', () => {
    writeFileSync(path.join(directory, 'y.bcasm'), '.import "link.bcasm"\n');
    symlinkSync('x.bcasm', path.join(directory, 'link.bcasm'));
    const { output, exitCode } = runOn('.import "y.bcasm"\n', ['check', 'x.bcasm']);
    expect(output).toMatch(/^x\.bcasm:1:9: error BC119 /);
    expect(exitCode).toBe(2);
  });
});

describe('trace', () => {
  test('shows each instruction with the stack before and after it', () => {
    const text =
      '.func f n\n        LOAD_VAR n\n        RETURN_VALUE\n.end\n        INPUT\n        CALL_FUNC f 1\n        PRINT\n';
    const { output, exitCode } = runOn(text, ['trace', 'x.bcasm'], 'hi\n');
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
    const { output, error, exitCode } = runOn('LOAD_CONST 1\nLOAD_CONST 0\nDIV\n', ['trace', 'x.bcasm']);
    expect(output).toMatch(/DIV +\[1, 0\] +→ ZeroDivisionError: division by zero\n$/);
    expect(error).toMatch(/ZeroDivisionError: division by zero\n$/);
    expect(exitCode).toBe(1);
  });

  test('streams', async () => {
    writeFileSync(path.join(directory, 'x.bcasm'), 'again: JUMP again\n');
    const child = spawn(process.execPath, [cli.file, 'trace', 'x.bcasm'], { cwd: directory });
    await once(child.stdout, 'data');
    child.stdout.destroy();
    expect(((await once(child, 'close')) as [number])[0]).toBe(141);
  });
});

/** The file that `runOn` writes. */
function file(): string {
  return path.join(directory, 'x.bcasm');
}

describe('fmt', () => {
  test('rewrites a file that is not formatted, with its mode', () => {
    writeFileSync(file(), '');
    chmodSync(file(), 0o640);
    const { output, error, exitCode } = runOn(' nop\r\n', ['fmt', 'x.bcasm']);
    expect([output, error, exitCode]).toEqual(['', '', 0]);
    expect(readFileSync(file(), 'utf8')).toBe('        NOP\r\n');
    expect(statSync(file()).mode & 0o777).toBe(0o640);
  });

  test('does not touch one that is', () => {
    writeFileSync(file(), '        NOP\n');
    const before = statSync(file()).mtimeMs;
    expect(cli.run(['fmt', 'x.bcasm'], { directory }).exitCode).toBe(0);
    expect(statSync(file()).mtimeMs).toBe(before);
  });

  test('--check lists what would change', () => {
    writeFileSync(path.join(directory, 'y.bcasm'), '        NOP\n');
    const { output, exitCode } = runOn(' nop\n', ['fmt', '--check', 'x.bcasm', 'y.bcasm']);
    expect([output, exitCode]).toEqual(['x.bcasm\n', 1]);
    expect(readFileSync(file(), 'utf8')).toBe(' nop\n');
  });

  test('leaves a file with syntax errors alone', () => {
    const { error, exitCode } = runOn(' nop\n "\n', ['fmt', 'x.bcasm']);
    expect(error).toMatch(/^x\.bcasm:2:2: error BC101 /);
    expect(exitCode).toBe(2);
    expect(readFileSync(file(), 'utf8')).toBe(' nop\n "\n');
  });

  test('writes through a link', () => {
    rmSync(path.join(directory, 'link.bcasm'), { force: true });
    symlinkSync('x.bcasm', path.join(directory, 'link.bcasm'));
    runOn(' nop\n', ['fmt', 'link.bcasm']);
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
    const { output, error, exitCode } = cli.run(words, { directory });
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
    const { output, error, exitCode } = cli.run(['check', '-'], { input: bytes, directory });
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
