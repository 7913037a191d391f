import type { DebugProtocol } from '@vscode/debugprotocol';
import { formatError, formatLastLine } from '../host/index.ts';
import { lineOfPlace, type Halt, type MachineError, type Place, type Program } from '../vm/index.ts';
import type { ExecutionListener } from './execution.ts';
import { END_OF_INPUT } from './input.ts';
import { describeDefect } from './request-error.ts';
import { THREAD_ID } from './thread.ts';

/** What a reporter needs of the session. */
export interface ReportingSession {
  send(event: string, body?: object): void;
  print(category: OutputCategory, output: string, place?: PlaceInFile): void;
  /** The ids of the client's breakpoints on an instruction. */
  breakpointIdsAt(place: Place): number[];
  backlog(): number;
}

export type OutputCategory = 'stdout' | 'stderr' | 'console';

/** All counted from 0. */
export interface PlaceInFile {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Tells the client what a program does, in the events of the protocol. */
export class ProgramReporter implements ExecutionListener {
  private readonly session: ReportingSession;
  private readonly program: Program;
  /** An error is printed once: when the program stops at it, or when it ends in it without a stop. */
  private printedError: MachineError | null = null;

  constructor(session: ReportingSession, program: Program) {
    this.session = session;
    this.program = program;
  }

  wrote(text: string): void {
    this.session.print('stdout', text);
  }

  waitsForInput(): void {
    this.session.print('console', INPUT_PROMPT);
  }

  halted(halt: Halt): void {
    if (halt.kind === 'ended') {
      this.ended(halt.outcome.kind === 'error' ? halt.outcome.error : null);
      return;
    }
    if (halt.kind === 'uncaught') this.printError(halt.error);
    this.session.send('stopped', { ...this.describe(halt), threadId: THREAD_ID, allThreadsStopped: true });
  }

  broke(error: unknown): void {
    this.session.print('stderr', `${describeDefect(error)}\n`);
    this.endWith(1);
  }

  backlog(): number {
    return this.session.backlog();
  }

  private describe(halt: Exclude<Halt, { kind: 'ended' }>): Omit<DebugProtocol.StoppedEvent['body'], 'threadId'> {
    switch (halt.kind) {
      case 'entry':
      case 'step':
      case 'pause':
        return { reason: halt.kind };
      case 'breakpoint':
        return { reason: 'breakpoint', hitBreakpointIds: this.session.breakpointIdsAt(halt.place) };
      case 'break-instruction':
        return { reason: 'breakpoint', description: 'Paused on BREAKPOINT' };
      case 'uncaught':
        return { reason: 'exception', description: 'Paused on uncaught error', text: formatLastLine(halt.error) };
    }
  }

  private ended(error: MachineError | null): void {
    if (error && error !== this.printedError) this.printError(error);
    this.endWith(error ? 1 : 0);
  }

  private endWith(exitCode: number): void {
    this.session.send('exited', { exitCode });
    this.session.send('terminated');
  }

  private printError(error: MachineError): void {
    this.printedError = error;
    const top = error.traceback.at(-1);
    const place = top && lineOfPlace(this.program, top);
    this.session.print('stderr', formatError(error), place ? { ...place, column: 0 } : undefined);
  }
}

const INPUT_PROMPT = `The program waits for a line of input: type it here (${END_OF_INPUT} ends the input).\n`;
