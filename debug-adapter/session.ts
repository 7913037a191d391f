import { DebugSession, Event, Response } from '@vscode/debugadapter';
import type { DebugProtocol } from '@vscode/debugprotocol';
import type { Goal, Place } from '../vm/index.ts';
import { isObject, type Arguments } from './arguments.ts';
import { Breakpoints } from './breakpoints.ts';
import { ClientConventions } from './convert.ts';
import { Execution } from './execution.ts';
import type { LaunchAttributes } from './launch-attributes.ts';
import { loadProgram } from './load-program.ts';
import { ProgramReporter, type OutputCategory, type PlaceInFile, type ReportingSession } from './program-reporter.ts';
import { describeDefect, ERROR_IDS, RequestError } from './request-error.ts';
import { REQUESTS } from './requests/index.ts';
import { StopReferences } from './stop-references.ts';
import { THREAD_ID } from './thread.ts';

/**
 * One debug session: answers every request exactly once, whatever is in it and whatever state the program is in, and tells
 * the client what the program does. Knows nothing of how messages come and go, so it serves a pipe, a socket and an editor alike.
 */
export class BcasmDebugSession extends DebugSession implements ReportingSession {
  readonly conventions = new ClientConventions();
  readonly breakpoints = new Breakpoints(this.conventions);
  readonly references = new StopReferences();
  /** Whether an error that nothing catches stops the program. */
  stopsAtUncaught = true;
  /** Told when the client has left. */
  onEnd: () => void = () => {};
  /** How many bytes written for the client it has yet to take. */
  backlog: () => number = () => 0;

  private current: Execution | null = null;
  private isConfigured = false;
  private afterResponse: (() => void)[] = [];
  private farewell: NodeJS.Timeout | null = null;

  constructor() {
    super();
    // A message that cannot be read is nobody's request; the library would end the session for it.
    this.removeAllListeners('error');
    this.on('error', () => {});
  }

  /** The execution, if there is one. */
  get execution(): Execution | null {
    return this.current;
  }

  /** The execution of the program that was launched. */
  launched(): Execution {
    if (this.current) return this.current;
    throw new RequestError('wrongState', 'no program has been launched');
  }

  /** The execution while its frames and variables can be looked at: stopped, or waiting for input. */
  standing(): Execution {
    const execution = this.launched();
    if (execution.state === 'stopped' || execution.state === 'waiting') return execution;
    if (execution.state === 'ended') throw new RequestError('wrongState', 'the program has ended');
    throw new RequestError('notStopped', 'the program is running');
  }

  /** The execution while it can be let go: stopped. */
  stopped(): Execution {
    const execution = this.standing();
    if (execution.state === 'stopped') return execution;
    throw new RequestError('notStopped', 'the program waits for a line of input');
  }

  /** Lets a stopped program go; what the client knew of frames and variables is void from then on. */
  resume(goal: Goal): void {
    this.stopped().resume(goal);
    this.references.clear();
  }

  /** Does something once the response to the present request is on its way. */
  afterwards(action: () => void): void {
    this.afterResponse.push(action);
  }

  /** Loads a program and starts it as soon as the client has told its breakpoints. An earlier program is ended. */
  launch(attributes: LaunchAttributes): void {
    const loaded = loadProgram(attributes.program);
    const { program } = loaded;
    if (this.current?.state === 'stopped') {
      this.afterwards(() => this.send('continued', { threadId: THREAD_ID, allThreadsContinued: true }));
    }
    this.endProgram();
    this.current = new Execution(loaded, attributes, new ProgramReporter(this, program));
    for (const breakpoint of this.breakpoints.adopt(program)) {
      this.afterwards(() => this.send('breakpoint', { reason: 'changed', breakpoint }));
    }
    this.applySettings();
    this.afterwards(() => this.startWhenReady());
  }

  /** The client has told all its breakpoints. */
  configured(): void {
    this.isConfigured = true;
    this.afterwards(() => this.startWhenReady());
  }

  /** Passes breakpoints and filters on to the program, if there is one. */
  applySettings(): void {
    const execution = this.current;
    if (!execution || execution.attributes.noDebug) return;
    execution.debugger.setBreakpoints(this.breakpoints.places());
    execution.debugger.stopsAtUncaught = this.stopsAtUncaught;
  }

  /** Ends the program, wherever it is. */
  endProgram(): void {
    this.current?.stop();
    this.references.clear();
  }

  /** Leaves by itself if the client, which has ended the program, does not disconnect. */
  expectDisconnect(): void {
    this.farewell ??= setTimeout(() => this.shutdown(), FAREWELL_MILLISECONDS);
  }

  /** Called by an editor that runs the adapter in its own process, when it is done with it. */
  override dispose(): void {
    this.endProgram();
  }

  /** Called by the library, too, when the client's end of the connection closes. */
  override shutdown(): void {
    if (this.farewell) clearTimeout(this.farewell);
    this.endProgram();
    this.onEnd();
  }

  /** Sends a line or more to the client's console. */
  print(category: OutputCategory, output: string, place?: PlaceInFile): void {
    const where = place && {
      source: this.conventions.toClientSource(place.file),
      line: this.conventions.toClientLine(place.line),
      column: this.conventions.toClientColumn(place.column),
    };
    this.send('output', { category, output, ...where });
  }

  breakpointIdsAt(place: Place): number[] {
    return this.breakpoints.idsAt(place);
  }

  send(event: string, body?: object): void {
    this.sendEvent(new Event(event, body));
  }

  protected override dispatchRequest(request: DebugProtocol.Request): void {
    const response: DebugProtocol.Response = new Response(request);
    try {
      const handler = Object.hasOwn(REQUESTS, request.command) ? REQUESTS[request.command] : undefined;
      if (!handler) throw new RequestError('unknownRequest', `there is no request \`${request.command}\` here`);
      const body = handler(this, readArguments(request));
      if (body !== undefined) response.body = body;
      this.sendResponse(response);
    } catch (error) {
      this.afterResponse = [];
      this.fail(response, error);
    }
    const actions = this.afterResponse;
    this.afterResponse = [];
    for (const action of actions) action();
  }

  private fail(response: DebugProtocol.Response, error: unknown): void {
    const failure = error instanceof RequestError ? error : new RequestError('internal', describeDefect(error));
    const message: DebugProtocol.Message = {
      id: ERROR_IDS[failure.reason],
      format: failure.message,
      showUser: failure.isForUser,
    };
    if (failure.link) {
      message.url = failure.link.url;
      message.urlLabel = failure.link.label;
    }
    response.success = false;
    response.message = failure.reason === 'notStopped' ? 'notStopped' : failure.message;
    response.body = { error: message };
    this.sendResponse(response);
  }

  private startWhenReady(): void {
    const execution = this.current;
    if (!this.isConfigured || execution?.state !== 'ready') return;
    const { stopOnEntry, noDebug } = execution.attributes;
    execution.resume(stopOnEntry && !noDebug ? 'entry' : 'continue');
  }
}

/** How long a client that has terminated the program may take to disconnect. */
const FAREWELL_MILLISECONDS = 1000;

function readArguments(request: DebugProtocol.Request): Arguments {
  const args: unknown = request.arguments ?? {};
  if (isObject(args)) return args;
  throw new RequestError('badArgument', 'expected an object with the arguments');
}
