import * as assert from 'node:assert/strict';
import type { DebugProtocol } from '@vscode/debugprotocol';
import * as vscode from 'vscode';
import { ask, behind, everythingIn, fileUri, open, until } from './workspace.ts';

type Event = DebugProtocol.Event & { readonly body?: Record<string, unknown> };

suite('debugging', () => {
  let events: Event[];
  let tracker: vscode.Disposable;

  setup(() => {
    events = [];
    tracker = vscode.debug.registerDebugAdapterTrackerFactory('bcasm', {
      createDebugAdapterTracker: () => ({
        onDidSendMessage: (message: DebugProtocol.ProtocolMessage) => {
          if (message.type === 'event') events.push(message as Event);
        },
      }),
    });
  });

  teardown(async () => {
    tracker.dispose();
    // A session that is ending by itself must not be told to.
    if (!hasEnded()) await vscode.debug.stopDebugging();
    await sessionEnd();
    vscode.debug.removeBreakpoints(vscode.debug.breakpoints);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  test('stops at a breakpoint, shows the stack, and prints', async () => {
    const { document } = await open('factorial.bcasm');
    const place = new vscode.Location(document.uri, behind(document, '        MUL'));
    vscode.debug.addBreakpoints([new vscode.SourceBreakpoint(place)]);
    assert.ok(await launch('factorial.bcasm'));
    await event('stopped');

    const session = activeSession();
    const { stackFrames } = (await session.customRequest('stackTrace', {
      threadId: 1,
    })) as DebugProtocol.StackTraceResponse['body'];
    assert.equal(stackFrames[0].line, place.range.start.line + 1);
    // fact(2): the call to fact(1) has returned, under fact(3), fact(4), fact(5) and main.
    assert.equal(stackFrames.length, 5);
    assert.deepEqual(await scope(session, stackFrames[0].id, 'Operand Stack'), ['2', '1']);
    assert.deepEqual(await scope(session, stackFrames[0].id, 'Locals'), ['2']);

    const values = await ask<{ readonly variableName?: string; readonly expression?: string }[]>(
      'vscode.executeInlineValueProvider',
      document.uri,
      everythingIn(document),
      { frameId: stackFrames[0].id, stoppedLocation: document.lineAt(place.range.start.line).range },
    );
    // Not every version of VS Code answers with objects of its own classes.
    const beside = values.map(({ variableName, expression }) => variableName ?? expression);
    assert.deepEqual([...new Set(beside)].toSorted(), ['n', 'stack[0]', 'stack[1]']);

    vscode.debug.removeBreakpoints(vscode.debug.breakpoints);
    await session.customRequest('continue', { threadId: 1 });
    await event('terminated');
    assert.equal(output(), '120\n');
  });

  test('the debug button starts what is in the editor', async () => {
    await open('factorial.bcasm');
    await vscode.commands.executeCommand('bcasm.debugFile');
    await event('terminated');
    assert.equal(output(), '120\n');
  });

  test('the run button stops at no breakpoint', async () => {
    const { document } = await open('factorial.bcasm');
    vscode.debug.addBreakpoints([
      new vscode.SourceBreakpoint(new vscode.Location(document.uri, behind(document, '        MUL'))),
    ]);
    await vscode.commands.executeCommand('bcasm.runFile');
    await event('terminated');
    assert.equal(output(), '120\n');
    assert.deepEqual(
      events.filter(({ event: name }) => name === 'stopped'),
      [],
    );
  });

  test('an endless loop can be paused and ended', async () => {
    assert.ok(await launch('endless.bcasm'));
    const session = activeSession();
    await session.customRequest('pause', { threadId: 1 });
    await event('stopped');
    await vscode.debug.stopDebugging(session);
    await sessionEnd();
  });

  test('a program that does not assemble is not started, and its first error is gone to', async () => {
    await open('factorial.bcasm');
    // VS Code shows no dialog while it runs tests: it throws what the dialog would say.
    await assert.rejects(async () => launch('misspelt.bcasm'), /misspelt\.bcasm:3:14: /);
    await until('the cursor to be at the error', () => {
      const { document, selection } = vscode.window.activeTextEditor ?? {};
      return document?.fileName.endsWith('misspelt.bcasm') && selection?.active.line === 2 ? true : undefined;
    });
  });

  function event(name: string): Promise<Event> {
    return until(`the event "${name}"`, () => events.find(candidate => candidate.event === name));
  }

  function hasEnded(): boolean {
    return vscode.debug.activeDebugSession === undefined || events.some(({ event: name }) => name === 'terminated');
  }

  /** What the program has printed so far. */
  function output(): string {
    return events
      .filter(({ event: name, body }) => name === 'output' && body?.['category'] === 'stdout')
      .map(({ body }) => body?.['output'])
      .join('');
  }
});

function launch(name: string): Thenable<boolean> {
  return vscode.debug.startDebugging(vscode.workspace.workspaceFolders?.[0], {
    type: 'bcasm',
    request: 'launch',
    name,
    program: fileUri(name).fsPath,
  });
}

function activeSession(): vscode.DebugSession {
  const session = vscode.debug.activeDebugSession;
  assert.ok(session, 'no debug session');
  return session;
}

async function sessionEnd(): Promise<void> {
  await until('the session to end', () => (vscode.debug.activeDebugSession === undefined ? true : undefined));
}

/** The values that a scope of a frame shows. */
async function scope(session: vscode.DebugSession, frameId: number, name: string): Promise<string[]> {
  const { scopes } = (await session.customRequest('scopes', { frameId })) as DebugProtocol.ScopesResponse['body'];
  const { variablesReference } = scopes.find(candidate => candidate.name === name) ?? {};
  const { variables } = (await session.customRequest('variables', {
    variablesReference,
  })) as DebugProtocol.VariablesResponse['body'];
  return variables.map(({ value }) => value);
}
