import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleCli, type BundledCli } from '../support/bundled-cli.ts';

let cli: BundledCli;
beforeAll(async () => {
  cli = await bundleCli();
});
afterAll(() => cli.remove());

const LOOP = 'again:\n        LOAD_CONST "line"\n        PRINT\n        JUMP again\n';
const ECHO = ['again:', 'INPUT', 'CALL_FUNC repr 1', 'PRINT', 'JUMP again', ''].join('\n');

describe('run', () => {
  test('writes what the program prints, in UTF-8, and nothing else', () => {
    const { output, error, exitCode } = cli.runOn('LOAD_CONST "é 😀\\ud800"\nPRINT\nLOAD_CONST 1', ['run', 'x.bcasm']);
    expect(output).toBe('é 😀\ufffd\n');
    expect(error).toBe('');
    expect(exitCode).toBe(0);
  });

  test('shows the final stack on standard error, last', () => {
    const { output, error } = cli.runOn('LOAD_CONST 1\nLOAD_CONST "a"', ['run', '--stats', '--stack', 'x.bcasm']);
    expect(output).toBe('');
    expect(error.split('\n').slice(-2)).toEqual(["stack: [1, 'a']", '']);
    expect(error).toMatch(/^instructions +2$/m);
  });

  test('tells with --stats what the run took, also behind an error', () => {
    const text = `${'BUILD_LIST 0\nPOP_TOP\n'.repeat(3)}LOAD_CONST 1\nRAISE`;
    const { output, error, exitCode } = cli.runOn(text, ['run', '--stats', 'x.bcasm']);
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
    const { error, exitCode } = cli.runOn('LOAD_CONST 1\nLOAD_VAR nowhere', ['run', '--stack', 'x.bcasm']);
    expect(error.trimEnd().split('\n').at(-1)).toBe("NameError: name 'nowhere' is not defined");
    expect(exitCode).toBe(1);
  });

  test('prints the traceback as CPython does', () => {
    const text =
      '.func f x\n        LOAD_VAR x\n        LOAD_CONST 0\n        DIV\n        RETURN_VALUE\n.end\nLOAD_CONST 1\nCALL_FUNC f 1\n';
    expect(cli.runOn(text, ['run', 'x.bcasm']).error).toBe(
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
    const { error } = cli.runOn(text, ['run', 'x.bcasm']);
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
    writeFileSync(path.join(cli.directory, 'x.py'), 'one\n  two\n');
    const { error } = cli.runOn('.source "x.py"\n.line 2\nLOAD_VAR nowhere\n', ['run', 'x.bcasm']);
    expect(error).toContain('  File "x.py", line 2, in <main>\n    two\n');
  });

  test('shows assembly errors and does not run', () => {
    const { output, error, exitCode } = cli.runOn('LOAD_CONST 1\nPRINT\nPRNT\n', ['run', 'x.bcasm']);
    expect(output).toBe('');
    expect(error).toBe('x.bcasm:3:1: error BC102 unknown instruction `PRNT`; did you mean `PRINT`?\n');
    expect(exitCode).toBe(2);
  });

  test('shows no findings', () => {
    expect(cli.runOn('LOAD_CONST 1\nJUMP 2\nunused:\n', ['run', 'x.bcasm']).error).toBe('');
  });

  test.each([
    ['--max-instructions=3', LOOP, 'InstructionLimit: the limit of 3 instructions is reached'],
    ['--max-stack=1', 'LOAD_CONST 1\nLOAD_CONST 1', 'StackOverflow: the operand stack exceeds its limit of 1 values'],
    ['--max-depth=1', '.func f\nHALT\n.end\nCALL_FUNC f 0', 'RecursionError: maximum recursion depth exceeded'],
  ])('%s', (option, text, last) => {
    expect(cli.runOn(text, ['run', option, 'x.bcasm']).error.trimEnd().split('\n').at(-1)).toBe(last);
  });

  test('--undefined-none', () => {
    expect(cli.runOn('LOAD_VAR nowhere\nPRINT', ['run', 'x.bcasm', '--undefined-none']).output).toBe('None\n');
  });

  test('--trace keeps standard output for the program', () => {
    const { output, error } = cli.runOn('LOAD_CONST 1\nPRINT\n', ['run', '--trace', 'x.bcasm']);
    expect(output).toBe('1\n');
    expect(error).toMatch(/LOAD_CONST 1 +\[\] +→ \[1\]\n.*PRINT +\[1\] +→ \[\]\n/);
  });

  test('ends without a word when nobody reads its output any more', async () => {
    const child = cli.startOn(LOOP, ['run', 'x.bcasm']);
    let error = '';
    child.stderr.on('data', (data: Buffer) => (error += data.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    const [exitCode] = (await once(child, 'close')) as [number];
    expect(error).toBe('');
    expect(exitCode).toBe(141);
  });

  test('lets its output be seen while it runs', async () => {
    const text = 'LOAD_CONST 1\nPRINT\nLOAD_CONST 2\nPRINT\nagain: JUMP again\n';
    const child = cli.startOn(text, ['run', 'x.bcasm']);
    let output = '';
    for await (const data of child.stdout.setEncoding('utf8')) {
      output += data as string;
      if (output.length >= '1\n2\n'.length) break;
    }
    expect(output).toBe('1\n2\n');
    expect(child.exitCode).toBe(null);
    child.kill('SIGKILL');
    await once(child, 'close');
  });

  test('writes everything before it ends, also to who reads later', async () => {
    const text = 'LOAD_CONST "x"\nLOAD_CONST 2000000\nMUL\nPRINT\nLOAD_CONST 1\nRAISE\n';
    const child = cli.startOn(text, ['run', 'x.bcasm']);
    // The program is over by then, or waits until the pipe takes more.
    await once(child.stdout, 'readable');
    await new Promise(resolve => setTimeout(resolve, 300));
    let length = 0;
    child.stdout.setEncoding('utf8').on('data', (data: string) => (length += data.length));
    const [exitCode] = (await once(child, 'close')) as [number | null];
    expect(length).toBe(2_000_001);
    expect(exitCode).toBe(1);
  });

  test('ends at once at Control-C, also in an endless loop without output', async () => {
    const child = cli.startOn('LOAD_CONST 1\nPRINT\nagain: JUMP again\n', ['run', 'x.bcasm']);
    await once(child.stdout, 'data');
    child.kill('SIGINT');
    const [, signal] = (await once(child, 'close')) as [number | null, string | null];
    expect(signal).toBe('SIGINT');
  });
});

describe('standard input', () => {
  const lastLine = 'EOFError: EOF when reading a line';

  test('is read line by line, with either line end, up to a last line without one', () => {
    const { output, error } = cli.runOn(ECHO, ['run', 'x.bcasm'], 'a\r\n\n b \nc\rd');
    expect(output).toBe("'a'\n''\n' b '\n'c\\rd'\n");
    expect(error.trimEnd().split('\n').at(-1)).toBe(lastLine);
  });

  test('is UTF-8 also where the pieces of a pipe part a character', async () => {
    const child = cli.startOn('INPUT\nPRINT\n', ['run', 'x.bcasm']);
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
    expect(cli.runOn('INPUT\nCALL_FUNC len 1\nPRINT\n', ['run', 'x.bcasm'], `${line}\n`).output).toBe('1000000\n');
  });

  test('may be a file', () => {
    writeFileSync(path.join(cli.directory, 'x.bcasm'), ECHO);
    writeFileSync(path.join(cli.directory, 'input'), 'from a file\n');
    const input = openSync(path.join(cli.directory, 'input'), 'r');
    const { stdout } = spawnSync(process.execPath, [cli.file, 'run', 'x.bcasm'], {
      cwd: cli.directory,
      stdio: [input, 'pipe', 'pipe'],
      encoding: 'utf8',
    });
    closeSync(input);
    expect(stdout).toBe("'from a file'\n");
  });

  test('may be closed', () => {
    writeFileSync(path.join(cli.directory, 'x.bcasm'), ECHO);
    const { stderr, status } = spawnSync('sh', ['-c', '"$0" "$1" run x.bcasm <&-', process.execPath, cli.file], {
      cwd: cli.directory,
      encoding: 'utf8',
    });
    expect(stderr.trimEnd().split('\n').at(-1)).toBe(lastLine);
    expect(status).toBe(1);
  });
});
