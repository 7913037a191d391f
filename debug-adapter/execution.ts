import { Debugger, Machine, type Goal, type Halt, type Host, type Progress } from '../vm/index.ts';
import { Input } from './input.ts';
import type { LoadedProgram } from './load-program.ts';
import type { LaunchAttributes } from './launch-attributes.ts';
import { Output } from './output.ts';

/** Whom an execution tells what happens. */
export interface ExecutionListener {
  /** The program wrote this to its standard output. */
  wrote(text: string): void;
  /** The program stands still, or has ended. */
  halted(halt: Halt): void;
  /** The program waits for a line of input. */
  waitsForInput(): void;
  /** The machine itself has failed, which is our mistake and not the program's; nothing runs again. */
  broke(error: unknown): void;
  /** How many bytes the client has yet to take from us. */
  backlog(): number;
}

/**
 * - `ready`: nothing has run yet
 * - `running`: runs whenever nobody wants anything else
 * - `waiting`: would run, if a line of input came
 * - `stopped`: stands still until `resume`
 * - `ended`: nothing runs again
 */
export type ExecutionState = 'ready' | 'running' | 'waiting' | 'stopped' | 'ended';

/**
 * Runs a program in slices of a few milliseconds, with a turn of the event loop between two of them: so requests are
 * answered while it runs, without another thread.
 */
export class Execution {
  readonly debugger: Debugger;
  readonly attributes: LaunchAttributes;
  private readonly listener: ExecutionListener;
  private readonly output: Output;
  private readonly input: Input;
  private currentState: ExecutionState = 'ready';
  /** Why the program stands still; `null` while it does not. */
  private currentHalt: Halt | null = null;
  private budget = SMALLEST_BUDGET;
  private nextSlice: { cancel(): void } | null = null;
  /** Whether somebody wanted a pause before the program was let go. */
  private pausesAtStart = false;

  constructor({ program, proofs }: LoadedProgram, attributes: LaunchAttributes, listener: ExecutionListener) {
    this.attributes = attributes;
    this.listener = listener;
    this.output = new Output(text => listener.wrote(text));
    this.input = new Input(attributes.input);
    const host: Host = {
      write: text => this.write(text),
      readLine: () => this.input.readLine(),
      now: () => performance.now(),
    };
    const machine = new Machine(program, {
      host,
      proofs,
      isFast: true,
      limits: attributes.limits,
      undefinedIsNone: attributes.undefinedIsNone,
    });
    this.debugger = new Debugger(machine);
    if (attributes.noDebug) {
      this.debugger.stopsAtUncaught = false;
      this.debugger.stopsAtBreakInstructions = false;
    }
  }

  get state(): ExecutionState {
    return this.currentState;
  }

  get halt(): Halt | null {
    return this.currentHalt;
  }

  /** Lets the program go. What it does is told later, never before this returns. */
  resume(goal: Goal): void {
    this.currentHalt = null;
    this.currentState = 'running';
    this.debugger.resume(goal);
    if (this.pausesAtStart) this.debugger.pause();
    this.pausesAtStart = false;
    this.runSoon();
  }

  /**
   * Stops the program where it is, at once: also one that waits for input, or rests because it writes too fast. One that has yet
   * to be let go will stop before its first instruction.
   */
  pause(): void {
    if (this.currentState === 'ready') {
      this.pausesAtStart = true;
      return;
    }
    this.debugger.pause();
    this.currentState = 'running';
    this.nextSlice?.cancel();
    this.runSoon();
  }

  /** Gives a program that waits for input what a person typed. */
  type(text: string): void {
    this.input.type(text);
    this.currentState = 'running';
    this.runSoon();
  }

  /** Ends the program wherever it is; the listener is told nothing but what it wrote. */
  stop(): void {
    this.nextSlice?.cancel();
    this.nextSlice = null;
    this.output.flush();
    this.currentState = 'ended';
  }

  /** Takes what the program writes; when that is enough for a message, the slice is over. */
  private write(text: string): void {
    this.output.write(text);
    if (!this.output.isFull) return;
    this.output.flush();
    this.debugger.interrupt();
  }

  private schedule(): void {
    const rest = this.listener.backlog() > LARGEST_BACKLOG ? BACKLOG_REST : this.output.restMilliseconds();
    if (rest === 0) {
      this.runSoon();
    } else {
      const timer = setTimeout(() => this.runSlice(), rest);
      this.nextSlice = { cancel: () => clearTimeout(timer) };
    }
  }

  private runSoon(): void {
    const immediate = setImmediate(() => this.runSlice());
    this.nextSlice = { cancel: () => clearImmediate(immediate) };
  }

  private runSlice(): void {
    this.nextSlice = null;
    const start = performance.now();
    let progress: Progress;
    try {
      progress = this.debugger.advance(this.budget);
    } catch (error) {
      this.stop();
      this.listener.broke(error);
      return;
    }
    switch (progress.kind) {
      case 'running':
        this.fitBudget(performance.now() - start);
        this.schedule();
        break;
      case 'input':
        this.output.flush();
        this.currentState = 'waiting';
        this.listener.waitsForInput();
        break;
      default:
        this.output.flush();
        this.currentState = progress.kind === 'ended' ? 'ended' : 'stopped';
        this.currentHalt = progress;
        this.listener.halted(progress);
    }
  }

  /** Instructions differ in cost by orders of magnitude: the next slice gets as many as should take the time of a slice. */
  private fitBudget(milliseconds: number): void {
    if (milliseconds < SLICE_MILLISECONDS / 2) this.budget = Math.min(this.budget * 2, LARGEST_BUDGET);
    else if (milliseconds > SLICE_MILLISECONDS) this.budget = Math.max(this.budget >> 1, SMALLEST_BUDGET);
  }
}

/** How long a slice should take: so short that a request never waits noticeably, so long that the turns cost nothing. */
const SLICE_MILLISECONDS = 4;
const SMALLEST_BUDGET = 256;
const LARGEST_BUDGET = 2 ** 22;

/** Bytes that may wait to be taken by the client before the program rests, and for how many milliseconds it then does. */
const LARGEST_BACKLOG = 2 ** 22;
const BACKLOG_REST = 20;
