import type { Machine, MachineError, Stop, Value } from '../runtime/index.ts';
import { instructionsBehind } from './instructions-behind.ts';
import type { Place } from './place.ts';

/**
 * What is wanted when the program is let go.
 *
 * - `entry`: stop before the first instruction
 * - `continue`: run until something stops it
 * - `stepIn`: run one instruction, into the function when it is a call
 * - `stepOver`: run one instruction, a call as a whole: stop at the next instruction in a frame that is not deeper. A
 *   tail call replaces its frame, so the step ends at the first instruction of the function that is called
 * - `stepOut`: run until this frame has given its result: stop behind the call in the caller
 */
export type Goal = 'entry' | 'continue' | 'stepIn' | 'stepOver' | 'stepOut';

/** What became of the program after some running. */
export type Progress =
  /** The budget is spent and the goal not reached: call `advance` again. */
  | { readonly kind: 'running' }
  /** The program wants a line of input that is not there: call `advance` again when it is. The goal stands. */
  | { readonly kind: 'input' }
  | Halt;

/** The program stands still until `resume`, or has ended. */
export type Halt =
  | { readonly kind: 'entry' }
  | { readonly kind: 'step' }
  | { readonly kind: 'pause' }
  /** A breakpoint stands on the instruction that runs next. */
  | { readonly kind: 'breakpoint'; readonly place: Place }
  /** A `BREAKPOINT` instruction has run. */
  | { readonly kind: 'break-instruction' }
  /** An error that nothing catches; the frames still stand as they were. */
  | { readonly kind: 'uncaught'; readonly error: MachineError }
  | { readonly kind: 'ended'; readonly outcome: Outcome };

/** How a program ended. */
export type Outcome =
  | { readonly kind: 'done'; readonly result: readonly Value[] }
  | { readonly kind: 'error'; readonly error: MachineError };

/**
 * Controls a machine by goals. It never runs longer than it is told, so that whoever calls it can serve others in between.
 *
 * Invariant: the machine holds the user's breakpoints, and those that the present goal needs; the latter are gone whenever the
 * program stands still. A long call that is stepped over therefore runs as fast as any other code.
 */
export class Debugger {
  readonly machine: Machine;
  /** Whether an error that nothing catches stops the program before its frames are gone. */
  stopsAtUncaught = true;
  /** Whether `BREAKPOINT` instructions stop the program. */
  stopsAtBreakInstructions = true;

  private goal: Goal = 'continue';
  /** Whether the instruction that a step begins with has run. */
  private hasBegun = false;
  /** A step ends when no more frames than this are left. */
  private depth = 0;
  /** Whether a breakpoint on the next instruction has had its say: the program stood there already. */
  private passesBreakpoint = false;
  private isPauseWanted = false;
  /** Whether the present `advance` is to come back before its budget is spent. */
  private isInterrupted = false;
  private outcome: Outcome | null = null;
  /** Where control can come back to the frame that the step ends in, or, after an error, to one that waits for it. */
  private returnPlaces: readonly Place[] = [];
  private breakpoints: readonly Place[] = [];
  private breakpointKeys = new Set<number>();

  constructor(machine: Machine) {
    this.machine = machine;
  }

  /** Replaces all breakpoints; may be called at any time, also while the program runs. */
  setBreakpoints(places: readonly Place[]): void {
    this.breakpoints = places;
    this.breakpointKeys = new Set(places.map(keyOf));
    this.patchMachine();
  }

  /** Sets a new goal; `advance` then works towards it. */
  resume(goal: Goal): void {
    this.goal = goal;
    this.hasBegun = false;
    this.isPauseWanted = false;
    this.returnPlaces = [];
    this.depth = this.machine.frameCount;
    if (goal === 'stepOut') this.runUntilDepth(this.depth - 1);
  }

  /** Makes the next `advance` stop where the program stands. */
  pause(): void {
    this.isPauseWanted = true;
  }

  /**
   * Makes the present `advance` come back behind the instruction that runs now, as if its budget were spent: for a host that
   * is called by the program and can take no more for the moment.
   */
  interrupt(): void {
    this.isInterrupted = true;
    this.machine.interrupt();
  }

  /** Runs at most `budget` instructions towards the goal. */
  advance(budget: number): Progress {
    this.isInterrupted = false;
    if (this.outcome) return { kind: 'ended', outcome: this.outcome };
    if (this.goal === 'entry') return this.halt({ kind: 'entry' });
    if (this.isPauseWanted) return this.halt({ kind: 'pause' });
    const end = this.machine.instructionCount + budget;
    let left = budget;
    while (left > 0 && !this.isInterrupted) {
      const progress = this.runOnce(left);
      if (progress) return progress;
      left = end - this.machine.instructionCount;
    }
    return { kind: 'running' };
  }

  /** Lets the machine run until it comes back, and says what that means for the goal; `null`: nothing, go on. */
  private runOnce(budget: number): Progress | null {
    const isFirstOfStep = !this.hasBegun && (this.goal === 'stepIn' || this.goal === 'stepOver');
    const stop = this.machine.run(isFirstOfStep ? 1 : budget, this.passesBreakpoint, true);
    this.passesBreakpoint = false;
    switch (stop.kind) {
      case 'input':
        this.passesBreakpoint = true;
        return { kind: 'input' };
      case 'halted':
        return this.end({ kind: 'done', result: stop.result });
      case 'uncaught':
        return this.endInError(stop.error);
      case 'break-instruction':
        if (this.stopsAtBreakInstructions) return this.halt({ kind: 'break-instruction' });
        break;
      case 'budget':
        // As good as spent: what is left of it is less than it costs to go on.
        if (!isFirstOfStep) this.isInterrupted = true;
        break;
      case 'breakpoint':
        break;
    }
    if (isFirstOfStep && !this.machine.isAtWork) this.begin();
    return this.arrive(stop);
  }

  /** The first instruction of a step has run; when it entered a function that is to be stepped over, sees to the way back. */
  private begin(): void {
    this.hasBegun = true;
    if (this.goal === 'stepOver' && this.machine.frameCount > this.depth) this.runUntilDepth(this.depth);
  }

  /** The machine stands before an instruction: decides whether the program stops there. */
  private arrive(stop: Stop): Progress | null {
    if (this.machine.isAtWork) return null;
    const isStepDone = this.isStepDone();
    if (stop.kind === 'breakpoint' || isStepDone) {
      const place = this.placeOf(this.machine.frameCount - 1);
      if (this.breakpointKeys.has(keyOf(place))) return this.halt({ kind: 'breakpoint', place });
    }
    if (isStepDone) return this.halt({ kind: 'step' });
    // A return place reached by a deeper call of the same function, as in a recursion that is stepped over.
    if (stop.kind === 'breakpoint') this.passesBreakpoint = true;
    return null;
  }

  private isStepDone(): boolean {
    switch (this.goal) {
      case 'entry':
      case 'continue':
        return false;
      case 'stepIn':
        return this.hasBegun;
      case 'stepOver':
        return this.hasBegun && this.machine.frameCount <= this.depth;
      case 'stepOut':
        return this.machine.frameCount <= this.depth;
    }
  }

  private endInError(error: MachineError): Progress {
    const ended = this.end({ kind: 'error', error });
    return this.stopsAtUncaught ? { kind: 'uncaught', error } : ended;
  }

  private end(outcome: Outcome): Progress {
    this.outcome = outcome;
    return this.halt({ kind: 'ended', outcome });
  }

  private halt(halt: Halt): Halt {
    this.goal = 'continue';
    this.isPauseWanted = false;
    this.passesBreakpoint = true;
    if (this.returnPlaces.length > 0) {
      this.returnPlaces = [];
      this.patchMachine();
    }
    return halt;
  }

  private runUntilDepth(depth: number): void {
    this.depth = depth;
    const behind = depth > 0 ? instructionsBehind(this.machine.program, this.placeOf(depth - 1)) : [];
    this.returnPlaces = [...behind, ...this.machine.handlerTargets(depth)];
    this.patchMachine();
  }

  private placeOf(frameIndex: number): Place {
    const frame = this.machine.frame(frameIndex);
    return { function: frame.function, at: frame.at };
  }

  private patchMachine(): void {
    this.machine.setBreakpoints([...this.breakpoints, ...this.returnPlaces]);
  }
}

/** One number for each place: a function has fewer than 2^26 instructions, and a program fewer than 2^26 functions. */
function keyOf(place: Place): number {
  return place.function * 2 ** 26 + place.at;
}
