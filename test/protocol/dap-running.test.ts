import { describe, expect, test } from 'vitest';
import { DapClient, writeProgram } from './dap-client.ts';

const ENDLESS = `again:  LOAD_CONST 1
        STORE_VAR x
        JUMP again
`;

const ENDLESS_PRINT = `again:  LOAD_CONST "the same line again and again"
        PRINT
        JUMP again
`;

describe('a program that runs', () => {
  test('an endless loop is paused, looked at, and goes on', async () => {
    const { file } = writeProgram(ENDLESS);
    const client = new DapClient();
    await client.launch({ program: file });
    for (let time = 0; time < 3; time++) {
      await client.ask('pause', { threadId: 1 });
      const { reason, frameId } = await client.stop();
      expect(reason).toBe('pause');
      expect(await client.scope(frameId, 'Globals')).toEqual(['x = 1']);
      await client.ask('continue', { threadId: 1 });
    }
    expect(await client.leave()).toEqual([]);
  });

  test('a pause that comes before the program is let go stops it before its first instruction', async () => {
    const { file } = writeProgram(ENDLESS);
    const client = new DapClient();
    await client.initialize();
    await client.ask('launch', { program: file });
    await client.ask('pause', { threadId: 1 });
    await client.ask('configurationDone');
    const { reason, line, frameId } = await client.stop();
    expect({ reason, line }).toEqual({ reason: 'pause', line: 1 });
    expect(await client.scope(frameId, 'Globals')).toEqual([]);
    await client.ask('continue', { threadId: 1 });
    expect(await client.leave()).toEqual([]);
  });

  test('requests that need a program that stands still are refused while it runs', async () => {
    const { file } = writeProgram(ENDLESS);
    const client = new DapClient();
    await client.launch({ program: file });
    for (const command of ['stackTrace', 'continue', 'next', 'exceptionInfo']) {
      const response = await client.send(command, { threadId: 1 });
      expect(response).toMatchObject({ success: false, message: 'notStopped' });
    }
    expect(await client.leave()).toEqual([]);
  });

  test('breakpoints set while it runs stop it', async () => {
    const { file } = writeProgram(ENDLESS);
    const client = new DapClient();
    await client.launch({ program: file });
    await client.setBreakpoints(file, [2]);
    expect(await client.stop()).toMatchObject({ reason: 'breakpoint', line: 2 });
    expect(await client.leave()).toEqual([]);
  });

  test('a step over an endless call is paused', async () => {
    const { file } = writeProgram('.func spin\nagain:  JUMP again\n.end\n        CALL_FUNC spin 0\n');
    const client = new DapClient();
    await client.launch({ program: file, stopOnEntry: true });
    await client.stop();
    await client.ask('next', { threadId: 1 });
    await client.ask('pause', { threadId: 1 });
    expect(await client.stop()).toMatchObject({ reason: 'pause', name: 'spin' });
    expect(await client.leave()).toEqual([]);
  });

  test('a program that prints endlessly is paused, and what it wrote has come in few messages', async () => {
    const { file } = writeProgram(ENDLESS_PRINT);
    const client = new DapClient();
    await client.launch({ program: file });
    await client.untilOutput('stdout', 'again and again\n'.repeat(1));
    while (client.output('stdout').length < 300_000) await client.event('output');
    await client.ask('pause', { threadId: 1 });
    expect(await client.stop()).toMatchObject({ reason: 'pause' });
    const written = client.output('stdout');
    expect(written.replaceAll('the same line again and again\n', '')).toBe('');
    const eventCount = client.messages.filter(message => 'event' in message && message.event === 'output').length;
    expect(written.length / eventCount).toBeGreaterThan(1000);
    await client.ask('continue', { threadId: 1 });
    await client.event('output');
    expect(await client.leave()).toEqual([]);
  });

  test('a program that prints megabytes at a time is paused and stepped at once', async () => {
    const { file } = writeProgram(`        LOAD_CONST "x"
        LOAD_CONST 3000000
        MUL
        STORE_VAR large
again:  LOAD_VAR large
        PRINT
        JUMP again
`);
    const client = new DapClient();
    await client.launch({ program: file });
    await client.event('output');
    await client.ask('pause', { threadId: 1 });
    await client.stop();
    for (let step = 0; step < 6; step++) expect(await client.go('next')).toMatchObject({ reason: 'step' });
    expect(await client.leave()).toEqual([]);
  });

  test('a recursion 100,000 calls deep shows its frames page by page', async () => {
    const { file, line } = writeProgram(`
.func down n
        LOAD_VAR n
        JUMP_IF_FALSE bottom
        LOAD_VAR n
        LOAD_CONST 1
        SUB
        CALL_FUNC down 1 ┆call
        RETURN_VALUE
bottom: LOAD_CONST "bottom" ┆bottom
        RETURN_VALUE
.end
        LOAD_CONST 100000
        CALL_FUNC down 1
        PRINT
`);
    const client = new DapClient();
    await client.launch({ program: file, maxDepth: 200_000 }, { [file]: [line.bottom] });
    expect(await client.stop()).toMatchObject({ reason: 'breakpoint', line: line.bottom });
    const page = await client.ask('stackTrace', { threadId: 1, startFrame: 50_000, levels: 3 });
    expect(page.totalFrames).toBe(100_002);
    expect(page.stackFrames.map(frame => frame.line)).toEqual([line.call, line.call, line.call]);
    expect(await client.scope(page.stackFrames[0].id, 'Locals')).toEqual(['n = 50000']);
    const all = await client.ask('stackTrace', { threadId: 1 });
    expect(all.stackFrames).toHaveLength(100_002);
    await client.setBreakpoints(file, []);
    expect(await client.go('stepOut')).toMatchObject({ reason: 'step', name: 'down' });
    await client.ask('continue', { threadId: 1 });
    await client.event('terminated');
    expect(client.output('stdout')).toBe('bottom\n');
    expect(await client.leave()).toEqual([]);
  });

  test('a recursion too deep is an error with a traceback that can be read', async () => {
    const { file } = writeProgram('.func f\n        CALL_FUNC f 0\n.end\n        CALL_FUNC f 0\n');
    const client = new DapClient();
    await client.launch({ program: file });
    expect(await client.stop()).toMatchObject({ reason: 'exception' });
    const { details } = await client.ask('exceptionInfo', { threadId: 1 });
    expect(details?.stackTrace?.split('\n')).toHaveLength(12);
    expect(details?.stackTrace).toContain('[Previous line repeated 996 more times]');
    expect(await client.leave()).toEqual([]);
  });
});

describe('a program that reads input', () => {
  const GREET = '        INPUT ┆ask\n        PRINT ┆print\n        INPUT\n        PRINT\n';

  test('asks for each line, takes what is typed, and answers other requests meanwhile', async () => {
    const { file } = writeProgram(GREET);
    const client = new DapClient();
    await client.launch({ program: file });
    await client.untilOutput('console', 'waits for a line of input');
    expect((await client.ask('threads')).threads).toHaveLength(1);
    const { stackFrames } = await client.ask('stackTrace', { threadId: 1 });
    expect(stackFrames[0].line).toBe(1);
    expect(await client.send('continue', { threadId: 1 })).toMatchObject({ success: false, message: 'notStopped' });
    expect((await client.ask('evaluate', { expression: '  Ann ', context: 'repl' })).result).toBe('  Ann ');
    await client.untilOutput('stdout', '  Ann \n');
    await client.ask('evaluate', { expression: 'Bob', context: 'repl' });
    expect(await client.event('exited')).toEqual({ exitCode: 0 });
    expect(client.output('stdout')).toBe('  Ann \nBob\n');
    expect(await client.leave()).toEqual([]);
  });

  test('several lines at once are lines for several INPUTs; an empty line is a line', async () => {
    const { file } = writeProgram(GREET);
    const client = new DapClient();
    await client.launch({ program: file });
    await client.untilOutput('console', 'waits');
    await client.ask('evaluate', { expression: '\nlast', context: 'repl' });
    await client.event('terminated');
    expect(client.output('stdout')).toBe('\nlast\n');
    expect(await client.leave()).toEqual([]);
  });

  test('^D ends the input', async () => {
    const { file } = writeProgram(GREET);
    const client = new DapClient();
    await client.launch({ program: file });
    await client.untilOutput('console', '^D');
    await client.ask('evaluate', { expression: '^D', context: 'repl' });
    expect(await client.stop()).toMatchObject({ reason: 'exception', line: 1 });
    expect((await client.ask('exceptionInfo', { threadId: 1 })).exceptionId).toBe('EOFError');
    expect(await client.leave()).toEqual([]);
  });

  test('can be paused while it waits, and stepped', async () => {
    const { file, line } = writeProgram(GREET);
    const client = new DapClient();
    await client.launch({ program: file });
    await client.untilOutput('console', 'waits');
    await client.ask('pause', { threadId: 1 });
    expect(await client.stop()).toMatchObject({ reason: 'pause', line: line.ask });
    expect((await client.ask('evaluate', { expression: '1', context: 'repl' })).result).toBe('1');
    await client.ask('next', { threadId: 1 });
    while (client.output('console').match(/waits/g)?.length !== 2) await client.event('output');
    await client.ask('evaluate', { expression: 'typed', context: 'repl' });
    const { line: at, frameId } = await client.stop();
    expect(at).toBe(line.print);
    expect(await client.scope(frameId, 'Operand Stack')).toEqual(["[0] top = 'typed'"]);
    expect(await client.leave()).toEqual([]);
  });

  test('takes the lines that came with the launch, and ends with them', async () => {
    const { file } = writeProgram(GREET);
    const client = new DapClient();
    await client.launch({ program: file, input: ['one', 'two'] });
    await client.event('terminated');
    expect(client.output('stdout')).toBe('one\ntwo\n');
    expect(client.output('console')).toBe('');
    expect(await client.leave()).toEqual([]);
  });
});

test('what is no Unicode text is written as U+FFFD', async () => {
  const { file } = writeProgram('        LOAD_CONST "a\\ud800b😀"\n        PRINT\n');
  const client = new DapClient();
  await client.launch({ program: file });
  await client.event('terminated');
  expect(client.output('stdout')).toBe('a\uFFFDb😀\n');
  expect(await client.leave()).toEqual([]);
});
