import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createFileProvider, withStoredFiles } from '../../host/index.ts';
import { analyze, encodeProgram } from '../../vm/index.ts';
import { DapClient, writeProgram, writePrograms } from './dap-client.ts';

describe('what cannot be launched is said in one sentence', () => {
  test.each<[string, object, string]>([
    ['no program', {}, 'launch attribute `program`: expected the path of a .bcasm file, found nothing'],
    ['a number', { program: 7 }, 'launch attribute `program`: expected a path, found 7'],
    ['nothing in it', { program: ' ' }, 'launch attribute `program`: expected a path, found " "'],
    [
      'a URI',
      { program: 'file:///a.bcasm' },
      'launch attribute `program`: expected a path of the file system, not a URI, found "file:///a.bcasm"',
    ],
    ['a wrong directory', { program: 'a.bcasm', cwd: 1 }, 'launch attribute `cwd`: expected a path, found 1'],
    [
      'a wrong flag',
      { program: 'a.bcasm', stopOnEntry: 'yes' },
      'launch attribute `stopOnEntry`: expected true or false, found "yes"',
    ],
    [
      'a wrong limit',
      { program: 'a.bcasm', maxDepth: 0 },
      'launch attribute `maxDepth`: expected a whole number of at least 1, found 0',
    ],
    [
      'a broken limit',
      { program: 'a.bcasm', maxInstructions: 1.5 },
      'launch attribute `maxInstructions`: expected a whole number of at least 1, found 1.5',
    ],
    [
      'a limit in words',
      { program: 'a.bcasm', maxHeapBytes: '1 GB' },
      'launch attribute `maxHeapBytes`: expected a whole number of at least 1, found "1 GB"',
    ],
    [
      'a wrong input',
      { program: 'a.bcasm', input: 'line' },
      'launch attribute `input`: expected a list of strings, one for each line, found "line"',
    ],
  ])('%s', async (_, attributes, message) => {
    const client = new DapClient();
    await client.initialize();
    expect(await client.refusal('launch', attributes)).toBe(message);
    expect(await client.leave()).toEqual([]);
  });

  test('files that are not there, no files, or of another kind', async () => {
    const { directory } = writePrograms({ 'notes.txt': 'text', plain: 'text' });
    mkdirSync(path.join(directory, 'folder.bcasm'));
    const client = new DapClient();
    await client.initialize();
    const refusal = (name: string): Promise<string> => client.refusal('launch', { program: name, cwd: directory });
    const start = `cannot launch ${directory}${path.sep}`;
    expect(await refusal('missing.bcasm')).toBe(`${start}missing.bcasm: no such file`);
    expect(await refusal('folder.bcasm')).toBe(`${start}folder.bcasm: it is a directory`);
    expect(await refusal('notes.txt')).toBe(`${start}notes.txt: expected a .bcasm or .bc file, found a .txt file`);
    expect(await refusal('plain')).toBe(
      `${start}plain: expected a .bcasm or .bc file, found a file without an extension`,
    );
    expect(await refusal('C:\\programs\\a.bcasm')).toContain('a.bcasm: no such file');
    expect(await client.leave()).toEqual([]);
  });

  test('a program that does not assemble: the first error, how many more, and a link for each', async () => {
    const { file } = writeProgram('        LOAD_CONTS 1\n        JUMP nowhere\n        ADD 1\n');
    const client = new DapClient();
    await client.initialize();
    const response = await client.send('launch', { program: file });
    expect(response.success).toBe(false);
    expect(response.message).toMatch(/main\.bcasm:1:9: unknown instruction `LOAD_CONTS`.* \(and 2 more errors\)$/);
    expect(response.body).toMatchObject({ error: { showUser: true, urlLabel: 'Show Problems' } });
    const errors = client.messages.flatMap(message =>
      'event' in message && message.event === 'output' ? message.body : [],
    );
    expect(errors).toMatchObject([
      { category: 'stderr', line: 1, column: 9, source: { path: file } },
      { category: 'stderr', line: 2, column: 14, source: { path: file } },
      { category: 'stderr', line: 3, column: 13, source: { path: file } },
    ]);
    writeFileSync(file, '        HALT\n');
    await client.ask('launch', { program: file });
    await client.ask('configurationDone');
    await client.event('terminated');
    expect(await client.leave()).toEqual([]);
  });

  test('an error in an imported file is said with its own place', async () => {
    const { directory, file } = writePrograms({
      'main.bcasm': '.import "broken.bcasm"\n        HALT\n',
      'broken.bcasm': '\n.func f\n        BROKEN\n.end\n',
    });
    const client = new DapClient();
    await client.initialize();
    const message = await client.refusal('launch', { program: file });
    expect(message).toContain(`${path.join(directory, 'broken.bcasm')}:3:9: unknown instruction \`BROKEN\``);
    expect(await client.leave()).toEqual([]);
  });
});

test('the program is found from the working directory that is given', async () => {
  const { directory } = writePrograms({ 'main.bcasm': '        LOAD_CONST "found"\n        PRINT\n' });
  const client = new DapClient();
  await client.launch({ program: path.join('.', 'main.bcasm'), cwd: directory });
  await client.event('terminated');
  expect(client.output('stdout')).toBe('found\n');
  expect(await client.leave()).toEqual([]);
});

test('a breakpoint set through another path to the same file stands', async () => {
  const { directory, file } = writePrograms({ 'main.bcasm': '        NOP\n        HALT\n' });
  const link = path.join(directory, 'link.bcasm');
  symlinkSync(file, link);
  const client = new DapClient();
  await client.launch({ program: file }, { [link]: [2] });
  expect(await client.stop()).toMatchObject({ reason: 'breakpoint', line: 2 });
  expect(await client.leave()).toEqual([]);
});

test('limits hold', async () => {
  const { file } = writeProgram('again:  JUMP again\n');
  const client = new DapClient();
  await client.launch({ program: file, maxInstructions: 1000 });
  expect(await client.stop()).toMatchObject({ reason: 'exception' });
  expect((await client.ask('exceptionInfo', { threadId: 1 })).exceptionId).toBe('InstructionLimit');
  expect(await client.leave()).toEqual([]);
});

test('undefined names may be None', async () => {
  const { file } = writeProgram('        LOAD_VAR nothing\n        PRINT\n');
  const client = new DapClient();
  await client.launch({ program: file, undefinedNone: true });
  await client.event('terminated');
  expect(client.output('stdout')).toBe('None\n');
  expect(await client.leave()).toEqual([]);
});

test('a client that speaks in URIs is refused, and so are breakpoints on one', async () => {
  const client = new DapClient();
  expect(await client.refusal('initialize', { adapterID: 'bcasm', pathFormat: 'uri' })).toContain('not by URIs');
  await client.initialize();
  const source = { path: 'file:///a.bcasm' };
  expect(await client.refusal('setBreakpoints', { source, breakpoints: [] })).toContain('found the URI');
  expect(await client.leave()).toEqual([]);
});

describe('bytecode', () => {
  test('is debugged in the text that it was assembled from', async () => {
    const text = '.func f\n        LOAD_CONST 1\n        RETURN_VALUE\n.end\n\n        CALL_FUNC f 0\n        PRINT\n';
    const { directory } = writePrograms({ 'a.bcasm': text });
    const file = path.join(directory, 'a.bcasm');
    const { program } = analyze(file, createFileProvider());
    if (program === null) throw new Error('it does not assemble');
    writeFileSync(path.join(directory, 'a.bc'), encodeProgram(withStoredFiles(program, file)));

    const client = new DapClient();
    await client.initialize();
    await client.launch({ program: 'a.bc', cwd: directory }, { [file]: [3] });
    expect(await client.stop()).toMatchObject({ reason: 'breakpoint', line: 3, name: 'f' });
    await client.send('continue');
    await client.untilOutput('stdout', '1');
    expect(await client.leave()).toEqual([]);
  });

  test('stripped it runs and can be stopped at the start', async () => {
    const { directory } = writePrograms({ 'a.bcasm': '        LOAD_CONST 1\n        PRINT\n' });
    const { program } = analyze(path.join(directory, 'a.bcasm'), createFileProvider());
    if (program === null) throw new Error('it does not assemble');
    writeFileSync(path.join(directory, 'a.bc'), encodeProgram(program, true));
    writeFileSync(path.join(directory, 'cut.bc'), encodeProgram(program, true).subarray(0, 20));

    const client = new DapClient();
    await client.initialize();
    expect(await client.refusal('launch', { program: 'cut.bc', cwd: directory })).toMatch(
      /cut\.bc: byte 16: expected the checksum/,
    );
    await client.launch({ program: 'a.bc', cwd: directory, stopOnEntry: true });
    expect(await client.stop()).toMatchObject({ reason: 'entry' });
    await client.send('next');
    await client.send('continue');
    await client.untilOutput('stdout', '1');
    expect(await client.leave()).toEqual([]);
  });
});
