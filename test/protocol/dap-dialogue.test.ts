import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { DebugProtocol } from '@vscode/debugprotocol';
import { expect, test } from 'vitest';
import { DapClient, writeProgram, writePrograms, type Message } from './dap-client.ts';

const FACTORIAL = `; factorial by recursion      ┆comment
.func fact n                                     ┆func
        LOAD_VAR n                               ┆first
        LOAD_CONST 1
        LE
        JUMP_IF_FALSE recurse
        LOAD_CONST 1                             ┆base
        RETURN_VALUE
recurse:                                         ┆label
        LOAD_VAR n                               ┆behindLabel
        LOAD_VAR n
        LOAD_CONST 1
        SUB
        CALL_FUNC fact 1                         ┆recurse
        MUL                                      ┆multiply
        RETURN_VALUE
.end                                             ┆end

        LOAD_CONST 5                             ┆entry
        STORE_VAR five
        LOAD_CONST "result"
        LOAD_VAR five
        CALL_FUNC fact 1                         ┆call
        PRINT                                    ┆print
        POP_TOP
        HALT
`;

test('a whole dialogue, message by message', async () => {
  const { file, line } = writeProgram(FACTORIAL);
  const client = new DapClient();
  await client.initialize();
  await client.event('initialized');
  await client.ask('launch', { program: file });
  await client.setBreakpoints(file, [line.base]);
  await client.ask('configurationDone');
  const stop = await client.stop();
  await client.scope(stop.frameId, 'Locals');
  await client.go('stepOut');
  await client.ask('continue', { threadId: 1 });
  await client.event('terminated');
  expect(await client.leave()).toEqual([]);
  expect(transcript(client.messages, file)).toBe(`
→ initialize {"adapterID":"bcasm","clientID":"test","linesStartAt1":true,"columnsStartAt1":true}
← initialize {"supportsConfigurationDoneRequest":true,"supportsBreakpointLocationsRequest":true,"supportsEvaluateForHovers":true,"supportsClipboardContext":true,"supportsCompletionsRequest":true,"supportsDelayedStackTraceLoading":true,"supportsExceptionInfoRequest":true,"exceptionBreakpointFilters":[{"filter":"uncaught","label":"Uncaught Errors","description":"Stops at an error that nothing catches, before its frames are gone.","default":true}],"supportsLoadedSourcesRequest":true,"supportsRestartRequest":true,"supportsTerminateRequest":true}
event initialized
→ launch {"program":"<file>"}
← launch
→ setBreakpoints {"source":{"path":"<file>"},"breakpoints":[{"line":7}]}
← setBreakpoints {"breakpoints":[{"id":1,"verified":true,"source":{"name":"main.bcasm","path":"<file>"},"line":7}]}
→ configurationDone
← configurationDone
event stopped {"reason":"breakpoint","hitBreakpointIds":[1],"threadId":1,"allThreadsStopped":true}
→ stackTrace {"threadId":1,"startFrame":0,"levels":1}
← stackTrace {"stackFrames":[{"id":1,"name":"fact","source":{"name":"main.bcasm","path":"<file>"},"line":7,"column":1}],"totalFrames":6}
→ scopes {"frameId":1}
← scopes {"scopes":[{"name":"Locals","presentationHint":"locals","variablesReference":2,"namedVariables":1,"expensive":false},{"name":"Operand Stack","variablesReference":3,"indexedVariables":0,"expensive":false},{"name":"Globals","presentationHint":"globals","variablesReference":4,"namedVariables":1,"expensive":false}]}
→ variables {"variablesReference":2}
← variables {"variables":[{"type":"int","variablesReference":0,"name":"n","value":"1","evaluateName":"n"}]}
→ stepOut {"threadId":1}
← stepOut
event stopped {"reason":"step","threadId":1,"allThreadsStopped":true}
→ stackTrace {"threadId":1,"startFrame":0,"levels":1}
← stackTrace {"stackFrames":[{"id":5,"name":"fact","source":{"name":"main.bcasm","path":"<file>"},"line":15,"column":1}],"totalFrames":5}
→ continue {"threadId":1}
← continue {"allThreadsContinued":true}
event output {"category":"stdout","output":"120\\n"}
event exited {"exitCode":0}
event terminated
→ disconnect
← disconnect
`);
});

test('the frames, scopes and values of every frame', async () => {
  const { file, line } = writeProgram(FACTORIAL);
  const client = new DapClient();
  await client.launch({ program: file }, { [file]: [line.base] });
  await client.event('stopped');
  const { stackFrames, totalFrames } = await client.ask('stackTrace', { threadId: 1 });
  expect(totalFrames).toBe(6);
  expect(stackFrames.map(frame => `${frame.name}:${frame.line}`)).toEqual([
    `fact:${line.base}`,
    ...Array.from({ length: 4 }, () => `fact:${line.recurse}`),
    `<main>:${line.call}`,
  ]);
  expect(await client.scope(stackFrames[1].id, 'Locals')).toEqual(['n = 2']);
  expect(await client.scope(stackFrames[1].id, 'Operand Stack')).toEqual(['[0] top = 2']);
  expect(await client.scope(stackFrames[1].id, 'Globals')).toEqual(['five = 5']);
  const main = stackFrames[5].id;
  expect(await client.scope(main, 'Locals')).toEqual(['five = 5']);
  expect(await client.scope(main, 'Operand Stack')).toEqual(["[0] top = 'result'"]);
  const page = await client.ask('stackTrace', { threadId: 1, startFrame: 4, levels: 100 });
  expect(page.stackFrames.map(frame => frame.id)).toEqual([stackFrames[4].id, main]);
  expect(await client.leave()).toEqual([]);
});

test('stepping in, over and out', async () => {
  const { file, line } = writeProgram(FACTORIAL);
  const client = new DapClient();
  await client.launch({ program: file, stopOnEntry: true });
  expect(await client.stop()).toMatchObject({ reason: 'entry', line: line.entry, name: '<main>' });
  for (let step = 0; step < 4; step++) await client.go('next');
  expect(await client.go('stepIn')).toMatchObject({ reason: 'step', line: line.first, name: 'fact' });
  expect(await client.go('stepOut')).toMatchObject({ reason: 'step', line: line.print, name: '<main>' });
  expect(await client.leave()).toEqual([]);
});

test('breakpoints move to the next instruction, in imported files too, and say where they cannot stand', async () => {
  const { directory, file, line } = writePrograms({
    'main.bcasm': `.import "lib/helper.bcasm"\n${FACTORIAL}        CALL_FUNC help 0\n`,
    'other.bcasm': '        HALT\n',
  });
  mkdirSync(path.join(directory, 'lib'));
  const helper = path.join(directory, 'lib', 'helper.bcasm');
  writeFileSync(helper, '        NOP\n.func help\n\n        LOAD_CONST 1\n        RETURN_VALUE\n.end\n');
  const client = new DapClient();
  await client.launch({ program: file });
  const set = async (source: string, lines: number[]): Promise<unknown[]> =>
    (await client.setBreakpoints(source, lines)).map(({ verified, line: found, message }) =>
      verified ? found : message,
    );
  expect(await set(file, [line.comment, line.func, line.label, line.recurse, line.end, 10_000])).toEqual([
    line.entry,
    line.first,
    line.behindLabel,
    line.recurse,
    'no instruction follows in function `fact`',
    'no instruction follows in the main program',
  ]);
  expect(await set(helper, [1, 2, 3, 5, 6])).toEqual([
    'the main code of an imported file does not run',
    4,
    4,
    5,
    'no instruction follows in function `help`',
  ]);
  expect(await set(path.join(directory, 'lib', '..', 'lib', 'helper.bcasm'), [3])).toEqual([4]);
  expect(await set(path.join(directory, 'other.bcasm'), [1])).toEqual([
    'this file is no part of the program that is debugged',
  ]);
  expect(await set(path.join(directory, 'missing.bcasm'), [1])).toEqual([
    'this file is no part of the program that is debugged',
  ]);
  const { breakpoints } = await client.ask('breakpointLocations', { source: { path: helper }, line: 1, endLine: 99 });
  expect(breakpoints).toEqual([{ line: 4 }, { line: 5 }]);
  const { sources } = await client.ask('loadedSources');
  expect(sources.map(source => source.path).toSorted()).toEqual([helper, file].toSorted());
  expect((await client.ask('source', { source: { path: helper }, sourceReference: 0 })).content).toContain(
    '.func help',
  );
  expect(await client.leave()).toEqual([]);
});

test('a program stops in an imported file', async () => {
  const { directory, file, line } = writePrograms({
    'main.bcasm': '.import "helper.bcasm"\n        CALL_FUNC help 0\n        PRINT\n',
    'helper.bcasm': '.func help\n        LOAD_CONST "helped" ┆here\n        RETURN_VALUE\n.end\n',
  });
  const helper = path.join(directory, 'helper.bcasm');
  const client = new DapClient();
  await client.launch({ program: file }, { [helper]: [line.here] });
  expect(await client.stop()).toMatchObject({ reason: 'breakpoint', line: line.here, name: 'help' });
  const { stackFrames } = await client.ask('stackTrace', { threadId: 1 });
  expect(stackFrames.map(frame => frame.source?.path)).toEqual([helper, file]);
  expect(await client.leave()).toEqual([]);
});

test('a client that sets breakpoints and is configured before it launches gets the same', async () => {
  const { file, line } = writeProgram(FACTORIAL);
  const client = new DapClient();
  await client.initialize();
  const [breakpoint] = await client.setBreakpoints(file, [line.label]);
  expect(breakpoint).toMatchObject({ verified: true, line: line.behindLabel });
  await client.ask('setExceptionBreakpoints', { filters: ['uncaught'] });
  await client.ask('configurationDone');
  await client.ask('launch', { program: file });
  expect(await client.stop()).toMatchObject({ reason: 'breakpoint', line: line.behindLabel });
  expect(await client.leave()).toEqual([]);
});

test('a breakpoint in a file that turns out to be no part of the program is taken back', async () => {
  const { directory, file } = writePrograms({ 'main.bcasm': '        HALT\n', 'other.bcasm': '        HALT\n' });
  const client = new DapClient();
  await client.initialize();
  const [before] = await client.setBreakpoints(path.join(directory, 'other.bcasm'), [1]);
  expect(before.verified).toBe(true);
  await client.ask('launch', { program: file });
  const { breakpoint } = await client.event('breakpoint');
  expect(breakpoint).toMatchObject({ id: before.id, verified: false });
  expect(await client.leave()).toEqual([]);
});

test('a client that counts from 0', async () => {
  const { file, line } = writeProgram(FACTORIAL);
  const client = new DapClient();
  await client.ask('initialize', { adapterID: 'bcasm', linesStartAt1: false, columnsStartAt1: false });
  await client.ask('launch', { program: file });
  const [breakpoint] = await client.setBreakpoints(file, [line.label - 1]);
  expect(breakpoint.line).toBe(line.behindLabel - 1);
  await client.ask('configurationDone');
  await client.event('stopped');
  const { stackFrames } = await client.ask('stackTrace', { threadId: 1, levels: 1 });
  expect(stackFrames[0]).toMatchObject({ line: line.behindLabel - 1, column: 0 });
  expect(await client.leave()).toEqual([]);
});

test('an uncaught error stops with its kind, its message and its frames, and ends with exit code 1', async () => {
  const { file, line } = writeProgram(
    '.func fail\n        LOAD_CONST 1\n        LOAD_CONST 0\n        DIV ┆error\n.end\n        CALL_FUNC fail 0 ┆call\n',
  );
  const client = new DapClient();
  await client.launch({ program: file });
  const { text } = await client.event('stopped');
  expect(text).toBe('ZeroDivisionError: division by zero');
  const { stackFrames } = await client.ask('stackTrace', { threadId: 1 });
  expect(stackFrames.map(frame => frame.line)).toEqual([line.error, line.call]);
  expect(await client.scope(stackFrames[0].id, 'Operand Stack')).toEqual(['[0] = 1', '[1] top = 0']);
  const traceback = `Traceback (most recent call last):
  File "${file}", line ${line.call}, in <main>
    CALL_FUNC fail 0
  File "${file}", line ${line.error}, in fail
    DIV
ZeroDivisionError: division by zero
`;
  expect(await client.ask('exceptionInfo', { threadId: 1 })).toEqual({
    exceptionId: 'ZeroDivisionError',
    description: 'ZeroDivisionError: division by zero',
    breakMode: 'unhandled',
    details: {
      message: 'division by zero',
      typeName: 'ZeroDivisionError',
      fullTypeName: 'ZeroDivisionError',
      stackTrace: traceback,
    },
  });
  await client.ask('continue', { threadId: 1 });
  expect(await client.event('exited')).toEqual({ exitCode: 1 });
  await client.event('terminated');
  expect(client.output('stderr')).toBe(traceback);
  expect(await client.leave()).toEqual([]);
});

test('without the filter, or without debugging, an uncaught error ends the program', async () => {
  const { file } = writeProgram('        LOAD_CONST 1\n        LOAD_CONST 0\n        DIV\n');
  const client = new DapClient();
  await client.initialize();
  await client.ask('launch', { program: file });
  await client.ask('setExceptionBreakpoints', { filters: [] });
  await client.ask('configurationDone');
  expect(await client.event('exited')).toEqual({ exitCode: 1 });
  expect(client.output('stderr')).toContain('ZeroDivisionError: division by zero\n');
  expect(await client.leave()).toEqual([]);
});

test('without debugging nothing stops', async () => {
  const { file } = writeProgram(
    '        BREAKPOINT\n        LOAD_CONST "ran"\n        PRINT\n        LOAD_CONST 1\n        LOAD_CONST 0\n        DIV\n',
  );
  const client = new DapClient();
  await client.launch({ program: file, noDebug: true, stopOnEntry: true }, { [file]: [2, 3] });
  expect(await client.event('exited')).toEqual({ exitCode: 1 });
  expect(client.output('stdout')).toBe('ran\n');
  expect(client.messages.some(message => 'event' in message && message.event === 'stopped')).toBe(false);
  expect(await client.leave()).toEqual([]);
});

test('BREAKPOINT stops', async () => {
  const { file } = writeProgram('        BREAKPOINT\n        NOP\n');
  const client = new DapClient();
  await client.launch({ program: file });
  expect(await client.stop()).toMatchObject({ reason: 'breakpoint', line: 2 });
  expect(await client.leave()).toEqual([]);
});

test('names, stack slots and literals evaluate in the frame; hovers show names only', async () => {
  const { file, line } = writeProgram(FACTORIAL);
  const client = new DapClient();
  await client.launch({ program: file }, { [file]: [line.multiply] });
  const { frameId } = await client.stop();
  const value = async (expression: string, context = 'watch'): Promise<string> =>
    (await client.ask('evaluate', { expression, frameId, context })).result;
  expect(await value('n')).toBe('2');
  expect(await value('five')).toBe('5');
  expect(await value('stack[-1]')).toBe('1');
  expect(await value('n', 'hover')).toBe('2');
  expect(await value("'text'", 'repl')).toBe("'text'");
  const stack = await client.ask('evaluate', { expression: 'stack', frameId, context: 'watch' });
  expect(stack).toMatchObject({ result: '2 values', indexedVariables: 2 });
  const { variables } = await client.ask('variables', { variablesReference: stack.variablesReference });
  expect(variables.map(variable => variable.value)).toEqual(['2', '1']);
  expect(await client.refusal('evaluate', { expression: 'm', frameId })).toBe('`m` is not available here');
  expect(await client.refusal('evaluate', { expression: 'stack[0]', frameId, context: 'hover' })).toContain('expected');
  const { targets } = await client.ask('completions', { frameId, text: 'fi', column: 3 });
  expect(targets).toMatchObject([{ label: 'five', start: 0, length: 2 }]);
  expect(await client.leave()).toEqual([]);
});

test('the operand stack comes in pages', async () => {
  const pushes = Array.from({ length: 250 }, (_, index) => `        LOAD_CONST ${index}`).join('\n');
  const { file } = writeProgram(`${pushes}\n        BREAKPOINT\n        NOP\n`);
  const client = new DapClient();
  await client.launch({ program: file });
  const { frameId } = await client.stop();
  const { scopes } = await client.ask('scopes', { frameId });
  const stack = scopes.find(scope => scope.name === 'Operand Stack');
  expect(stack?.indexedVariables).toBe(250);
  const page = async (start: number, count: number, filter?: string): Promise<string[]> => {
    const { variables } = await client.ask('variables', {
      variablesReference: stack?.variablesReference,
      start,
      count,
      filter,
    });
    return variables.map(variable => `${variable.name} ${variable.value}`);
  };
  expect(await page(100, 2, 'indexed')).toEqual(['[100] 100', '[101] 101']);
  expect(await page(249, 100)).toEqual(['[249] top 249']);
  expect(await page(250, 100)).toEqual([]);
  expect(await page(0, 0)).toHaveLength(250);
  expect(await page(0, 10, 'named')).toEqual([]);
  expect(await client.leave()).toEqual([]);
});

test('numbers from an earlier stop mean nothing', async () => {
  const { file } = writeProgram(FACTORIAL);
  const client = new DapClient();
  await client.launch({ program: file, stopOnEntry: true });
  const { frameId } = await client.stop();
  const { scopes } = await client.ask('scopes', { frameId });
  await client.go('next');
  expect(await client.refusal('scopes', { frameId })).toContain('at this stop');
  const { variablesReference } = scopes[0];
  expect(await client.refusal('variables', { variablesReference })).toContain('at this stop');
  expect(await client.leave()).toEqual([]);
});

test('restart runs the changed program from its beginning', async () => {
  const { file } = writeProgram('        LOAD_CONST "one"\n        PRINT\n        NOP ┆here\n');
  const client = new DapClient();
  await client.launch({ program: file }, { [file]: [3] });
  await client.stop();
  writeFileSync(file, '\n        LOAD_CONST "two"\n        PRINT\n        NOP\n');
  await client.ask('restart');
  // A client that showed the program as stopped has to learn that it no longer is.
  await client.event('continued');
  expect(await client.stop()).toMatchObject({ reason: 'breakpoint', line: 3 });
  await client.ask('continue');
  await client.event('terminated');
  expect(client.output('stdout')).toBe('one\ntwo\n');
  expect(await client.leave()).toEqual([]);
});

test('a restart that fails leaves the program where it is', async () => {
  const { file } = writeProgram('        NOP\n');
  const client = new DapClient();
  await client.launch({ program: file, stopOnEntry: true });
  await client.stop();
  writeFileSync(file, '        NOPE\n');
  expect(await client.refusal('restart')).toContain('unknown instruction `NOPE`');
  expect((await client.ask('stackTrace', { threadId: 1 })).totalFrames).toBe(1);
  expect(await client.leave()).toEqual([]);
});

test('an old client sets breakpoints by bare lines', async () => {
  const { file } = writeProgram(FACTORIAL);
  const client = new DapClient();
  await client.initialize();
  const { breakpoints } = await client.ask('setBreakpoints', { source: { path: file }, lines: [1, 3] });
  expect(breakpoints.map(({ verified }) => verified)).toEqual([true, true]);
  expect(await client.leave()).toEqual([]);
});

/** The messages in their order, a line each, without the places of temporary files. */
function transcript(messages: readonly Message[], file: string): string {
  const lines = messages.map(message => {
    const name =
      'event' in message ? `event ${message.event}` : `${message.type === 'request' ? '→' : '←'} ${nameOf(message)}`;
    const content: unknown = 'arguments' in message ? message.arguments : (message as DebugProtocol.Event).body;
    return content === undefined ? name : `${name} ${JSON.stringify(content).replaceAll(file, '<file>')}`;
  });
  return `\n${lines.join('\n')}\n`;
}

function nameOf(message: DebugProtocol.Request | DebugProtocol.Response): string {
  const failure = 'success' in message && !message.success ? ' failed' : '';
  return message.command + failure;
}
