import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DebugProtocol } from '@vscode/debugprotocol';
import { onTestFinished } from 'vitest';
import { violations } from './dap-schema.ts';

/** The built adapter. */
export const ADAPTER = fileURLToPath(new URL('../../dist/debug-adapter.cjs', import.meta.url));

/** A message of the adapter, or one of ours, in the order in which they passed. */
export type Message = DebugProtocol.Event | DebugProtocol.Response | DebugProtocol.Request;

/**
 * A raw client of the adapter over its standard streams. It holds every message to the protocol: its form, increasing numbers, one
 * response for each request; `problems` says what was wrong.
 */
export class DapClient {
  readonly process: ChildProcess;
  readonly messages: Message[] = [];
  readonly problems: string[] = [];
  readonly stderr: string[] = [];
  /** The exit code, or the signal; resolved when the process is gone. */
  readonly exited: Promise<number | string | null>;
  private sequence = 0;
  private expectedSequence = 1;
  private data = Buffer.alloc(0);
  private readonly pending = new Map<number, (response: DebugProtocol.Response) => void>();
  private readonly waiting = new Set<() => void>();
  /** Events before this index of `messages` have been waited for. */
  private seen = 0;

  constructor(args: readonly string[] = []) {
    if (!existsSync(ADAPTER)) throw new Error('build the adapter first: npm run build');
    this.process = spawn(process.execPath, [ADAPTER, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
    this.process.stdout?.on('data', (chunk: Buffer) => this.receive(chunk));
    this.process.stderr?.on('data', (chunk: Buffer) => this.stderr.push(chunk.toString()));
    this.process.stdin?.on('error', () => {});
    this.exited = new Promise(resolve => this.process.on('exit', (code, signal) => resolve(code ?? signal)));
    onTestFinished(() => {
      if (this.process.exitCode === null) this.process.kill('SIGKILL');
    });
  }

  /** Sends a request; resolves with its response, also when that is a failure. */
  send(command: string, args?: object): Promise<DebugProtocol.Response> {
    const request: DebugProtocol.Request = { seq: ++this.sequence, type: 'request', command };
    if (args !== undefined) request.arguments = args;
    return this.sendMessage(request);
  }

  /** Sends a request and fails the test when it fails. */
  async ask<Command extends keyof Bodies & string>(command: Command, args?: object): Promise<Bodies[Command]> {
    const response = await this.send(command, args);
    if (!response.success) throw new Error(`${command} failed: ${errorOf(response)}`);
    return response.body as Bodies[Command];
  }

  /** The sentence with which a request is refused. */
  async refusal(command: string, args?: object): Promise<string> {
    const response = await this.send(command, args);
    if (response.success) throw new Error(`${command} succeeded`);
    return errorOf(response);
  }

  sendMessage(request: DebugProtocol.Request): Promise<DebugProtocol.Response> {
    this.messages.push(request);
    this.write(JSON.stringify(request));
    return new Promise(resolve => this.pending.set(request.seq, resolve));
  }

  write(json: string): void {
    this.process.stdin?.write(`Content-Length: ${Buffer.byteLength(json)}\r\n\r\n${json}`);
  }

  /** The next event of a kind that has not been waited for yet, and its body. */
  async event<Kind extends keyof EventBodies & string>(kind: Kind): Promise<EventBodies[Kind]> {
    for (;;) {
      const index = this.messages.findIndex(
        (message, at) => at >= this.seen && message.type === 'event' && 'event' in message && message.event === kind,
      );
      if (index >= 0) {
        this.seen = index + 1;
        return (this.messages[index] as DebugProtocol.Event).body as EventBodies[Kind];
      }
      await new Promise<void>(resolve => this.waiting.add(resolve));
    }
  }

  /** Everything that was output so far in a category. */
  output(category: string): string {
    return this.messages
      .filter((message): message is DebugProtocol.OutputEvent => 'event' in message && message.event === 'output')
      .filter(message => message.body.category === category)
      .map(message => message.body.output)
      .join('');
  }

  /** Waits until the output of a category contains a text. */
  async untilOutput(category: string, text: string): Promise<void> {
    while (!this.output(category).includes(text)) await new Promise<void>(resolve => this.waiting.add(resolve));
  }

  /** Requests that have had no response. */
  unanswered(): number {
    return this.pending.size;
  }

  async initialize(): Promise<DebugProtocol.Capabilities> {
    return this.ask('initialize', { adapterID: 'bcasm', clientID: 'test', linesStartAt1: true, columnsStartAt1: true });
  }

  /** The whole way to a running program, breakpoints set before it. */
  async launch(attributes: object, breakpoints: Readonly<Record<string, readonly number[]>> = {}): Promise<void> {
    await this.initialize();
    await this.ask('launch', attributes);
    for (const [file, lines] of Object.entries(breakpoints)) await this.setBreakpoints(file, lines);
    await this.ask('configurationDone');
  }

  async setBreakpoints(file: string, lines: readonly number[]): Promise<DebugProtocol.Breakpoint[]> {
    const breakpoints = lines.map(line => ({ line }));
    return (await this.ask('setBreakpoints', { source: { path: file }, breakpoints })).breakpoints;
  }

  /** Waits for the program to stop, and says where and why. */
  async stop(): Promise<{ reason: string; line: number; name: string; frameId: number }> {
    const { reason } = await this.event('stopped');
    const { stackFrames } = await this.ask('stackTrace', { threadId: 1, startFrame: 0, levels: 1 });
    const [{ line, name, id }] = stackFrames;
    return { reason, line, name, frameId: id };
  }

  /** Lets the program go and waits until it stops again. */
  async go(command: 'continue' | 'next' | 'stepIn' | 'stepOut'): ReturnType<DapClient['stop']> {
    await this.ask(command, { threadId: 1 });
    return this.stop();
  }

  /** The variables of a scope of a frame as `name = value`. */
  async scope(frameId: number, name: string): Promise<string[]> {
    const { scopes } = await this.ask('scopes', { frameId });
    const scope = scopes.find(each => each.name === name);
    const { variables } = await this.ask('variables', { variablesReference: scope?.variablesReference });
    return variables.map(variable => `${variable.name} = ${variable.value}`);
  }

  /** Disconnects and waits until the process is gone; what went against the protocol. */
  async leave(): Promise<string[]> {
    await this.ask('disconnect');
    await this.exited;
    return this.problems;
  }

  private receive(chunk: Buffer): void {
    this.data = Buffer.concat([this.data, chunk]);
    for (;;) {
      const headerEnd = this.data.indexOf('\r\n\r\n');
      if (headerEnd < 0) break;
      const length = Number(/Content-Length: (\d+)/.exec(this.data.toString('latin1', 0, headerEnd))?.[1]);
      if (this.data.length < headerEnd + 4 + length) break;
      const json = this.data.toString('utf8', headerEnd + 4, headerEnd + 4 + length);
      this.data = this.data.subarray(headerEnd + 4 + length);
      this.accept(JSON.parse(json) as Message);
    }
    const waiting = [...this.waiting];
    this.waiting.clear();
    for (const resolve of waiting) resolve();
  }

  private accept(message: Message): void {
    this.messages.push(message);
    this.problems.push(...violations(message));
    if (message.seq !== this.expectedSequence) this.problems.push(`seq ${message.seq}, not ${this.expectedSequence}`);
    this.expectedSequence = message.seq + 1;
    if (message.type !== 'response') return;
    const response = message as DebugProtocol.Response;
    const resolve = this.pending.get(response.request_seq);
    if (!resolve) this.problems.push(`a response to ${response.request_seq}, which waits for none`);
    this.pending.delete(response.request_seq);
    resolve?.(response);
  }
}

/** The bodies of the responses that tests look into. */
interface Bodies {
  initialize: DebugProtocol.Capabilities;
  setBreakpoints: DebugProtocol.SetBreakpointsResponse['body'];
  setExceptionBreakpoints: NonNullable<DebugProtocol.SetExceptionBreakpointsResponse['body']>;
  breakpointLocations: DebugProtocol.BreakpointLocationsResponse['body'];
  threads: DebugProtocol.ThreadsResponse['body'];
  stackTrace: DebugProtocol.StackTraceResponse['body'];
  scopes: DebugProtocol.ScopesResponse['body'];
  variables: DebugProtocol.VariablesResponse['body'];
  evaluate: DebugProtocol.EvaluateResponse['body'];
  completions: DebugProtocol.CompletionsResponse['body'];
  exceptionInfo: DebugProtocol.ExceptionInfoResponse['body'];
  source: DebugProtocol.SourceResponse['body'];
  loadedSources: DebugProtocol.LoadedSourcesResponse['body'];
  continue: DebugProtocol.ContinueResponse['body'];
  [command: string]: unknown;
}

/** The bodies of the events that tests look into. */
interface EventBodies {
  stopped: DebugProtocol.StoppedEvent['body'];
  breakpoint: DebugProtocol.BreakpointEvent['body'];
  exited: DebugProtocol.ExitedEvent['body'];
  output: DebugProtocol.OutputEvent['body'];
  [event: string]: unknown;
}

function errorOf(response: DebugProtocol.Response): string {
  const { error } = response.body as DebugProtocol.ErrorResponse['body'];
  return error?.format ?? response.message ?? '';
}

/** A fixture on disk: `┆name` behind a line is cut off, and `line.name` is the number of that line, from 1. */
export interface Fixture {
  readonly file: string;
  readonly line: Readonly<Record<string, number>>;
}

/** Writes marked programs into a new directory that goes with the test; the first is the one to launch. */
export function writePrograms(programs: Readonly<Record<string, string>>): Fixture & { readonly directory: string } {
  const directory = mkdtempSync(path.join(tmpdir(), 'bcasm-dap-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const line: Record<string, number> = {};
  for (const [name, text] of Object.entries(programs)) {
    const lines = text.split('\n').map((marked, index) => {
      const [code, mark] = marked.split('┆');
      if (mark !== undefined) line[mark.trim()] = index + 1;
      return code.trimEnd();
    });
    writeFileSync(path.join(directory, name), lines.join('\n'));
  }
  return { directory, file: path.join(directory, Object.keys(programs)[0]), line };
}

export function writeProgram(text: string): Fixture {
  return writePrograms({ 'main.bcasm': text });
}
