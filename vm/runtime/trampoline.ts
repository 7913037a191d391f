import { traceContinuation, type CallStack } from './call-stack.ts';
import { exceptionOf, rescues } from './errors-in-flight.ts';
import { RaisedException, type Raised } from './errors.ts';
import type { Deliver } from './frame.ts';
import type { Machine } from './machine.ts';
import type { ExceptionObject } from './objects/index.ts';
import { beginCall } from './operations/calls.ts';
import { Pending, takeStep, type Action, type Continuation, type Outcome, type Step } from './pending.ts';
import type { RunState } from './run-state.ts';
import type { Value, Visit } from './values/value.ts';
import { WAIT_FOR_INPUT } from './wait-for-input.ts';

/** An operation between two of its steps. */
export interface Unfinished {
  readonly outcome: Outcome;
  readonly chain: Continuation | null;
  readonly deliver: Deliver;
}

/** What the trampoline has to go on with; a checkpoint keeps it as it is. */
export interface WorkAhead {
  readonly unfinished: Unfinished | null;
  readonly injected: ExceptionObject | null;
}

/**
 * The loop in which operations that wait (`pending.ts`) take their steps, one after another and not one inside the other, so that
 * the host's stack does not grow. What it can't end at once it keeps, and the machine comes back to it before the next
 * instruction.
 */
export class Trampoline {
  private readonly machine: Machine;
  private readonly calls: CallStack;
  private readonly state: RunState;
  /** An operation that takes so long that the machine comes back in between. */
  private unfinished: Unfinished | null = null;
  /** An error that is raised before the next instruction, where a generator stands. */
  private injected: ExceptionObject | null = null;

  constructor(machine: Machine, calls: CallStack, state: RunState) {
    this.machine = machine;
    this.calls = calls;
    this.state = state;
  }

  /**
   * Works an outcome off: does what it waits for, then takes the steps of `chain`, each with the result of the one before, and
   * gives the last result to `deliver`. Comes back early where a function of the program has to run first: its frame then has
   * what is left. Throws the error that no step rescues.
   */
  settle(outcome: Outcome, chain: Continuation | null, deliver: Deliver): void {
    this.work(outcome, null, chain, deliver);
  }

  /** The same with an error in the place of an outcome: the first step that rescues it goes on. */
  settleError(error: ExceptionObject, chain: Continuation | null, deliver: Deliver): void {
    this.work(null, error, chain, deliver);
  }

  /** Keeps an operation until the host's stack has been left. */
  settleNext(unfinished: Unfinished): void {
    this.unfinished = unfinished;
  }

  /** Whether there is something to go on with before the next instruction. */
  get isBusy(): boolean {
    return this.unfinished !== null || this.injected !== null;
  }

  get hasUnfinished(): boolean {
    return this.unfinished !== null;
  }

  get hasInjected(): boolean {
    return this.injected !== null;
  }

  /** Goes on with what an instruction has left. Throws the error that no step rescues. */
  goOn(): void {
    const { unfinished, injected } = this;
    this.unfinished = null;
    this.injected = null;
    if (injected !== null) throw new RaisedException(injected);
    if (unfinished !== null) this.settle(unfinished.outcome, unfinished.chain, unfinished.deliver);
  }

  /** Raises an error in the operation that is unfinished. Throws it where no step rescues it. */
  failUnfinished(error: Raised): void {
    const { chain, deliver } = this.unfinished as Unfinished;
    this.unfinished = null;
    this.settleError(exceptionOf(this.machine.heap, error), chain, deliver);
  }

  save(): WorkAhead {
    const { unfinished, injected } = this;
    return { unfinished, injected };
  }

  restore({ unfinished, injected }: WorkAhead): void {
    this.unfinished = unfinished;
    this.injected = injected;
  }

  /** Visits every value that the unfinished operation holds, and the error that is to be raised. */
  trace(visitOperation: Visit, visitError: Visit): void {
    const { unfinished, injected } = this;
    if (unfinished !== null) {
      if (unfinished.outcome instanceof Pending) unfinished.outcome.trace(visitOperation);
      else visitOperation(unfinished.outcome);
      traceContinuation(unfinished.chain, visitOperation);
    }
    if (injected !== null) visitError(injected);
  }

  /** The loop; it may begin with an error in the place of an outcome. */
  private work(outcome: Outcome, error: ExceptionObject | null, chain: Continuation | null, deliver: Deliver): void {
    const { machine } = this;
    let current = outcome;
    let failure = error;
    let left = chain;
    for (let steps = 0; ; steps++) {
      if ((steps > LONGEST_WORK || (steps > 0 && machine.heap.isDue)) && failure === null) {
        this.unfinished = { outcome: current, chain: left, deliver };
        return;
      }
      const outcomeBefore = current;
      const chainBefore = left;
      try {
        if (failure !== null) {
          const rescuer = this.abandonUpToRescuer(left, failure);
          if (rescuer === null) break;
          left = rescuer.next;
          const rescued = failure;
          failure = null;
          current = (rescuer.step.rescue as Rescue)(machine, rescued, ...rescuer.data);
        } else if (current instanceof Pending) {
          // What leaves the host's stack of its own accord has worked for a while.
          if (current.action.kind === 'value') steps += LONG_STEP;
          left = current.onto(left);
          const begun = this.begin(current.action, left, deliver);
          if (begun === ENTERED) return;
          current = begun;
        } else if (left === null) {
          deliver(machine, this.calls.innermost, current);
          return;
        } else {
          const waiting = left;
          left = waiting.next;
          current = takeStep(machine, waiting, current);
          if (waiting.step.hasCounted !== true) current = machine.heap.made(current);
        }
      } catch (thrown) {
        if (thrown === WAIT_FOR_INPUT) {
          this.unfinished = { outcome: outcomeBefore, chain: chainBefore, deliver };
          this.state.stop = { kind: 'input' };
          return;
        }
        failure = exceptionOf(machine.heap, thrown);
        current = null;
      }
    }
    throw new RaisedException(failure);
  }

  /** The first of the steps that rescues an error; those before it are told that it goes by. */
  private abandonUpToRescuer(chain: Continuation | null, error: ExceptionObject): Continuation | null {
    for (let each = chain; each !== null; each = each.next) {
      if (rescues(each.step, error.class)) return each;
      each.step.abandon?.(this.machine, ...each.data);
    }
    return null;
  }

  /** Begins what an operation waits for. The value, where it is there at once; `ENTERED` where a frame has to run. */
  private begin(action: Action, chain: Continuation | null, deliver: Deliver): Outcome | typeof ENTERED {
    const { machine, calls } = this;
    switch (action.kind) {
      case 'value':
        return action.value;
      case 'call': {
        const begun = beginCall(machine, action.callee, action.values, action.names);
        if ('outcome' in begun) return begun.outcome;
        if (begun.frame.function.isGenerator) return machine.makeGenerator(begun.frame);
        calls.enter(begun.frame, chain, deliver);
        return ENTERED;
      }
      case 'send':
        calls.drive(action.generator, action.value, chain, deliver);
        return ENTERED;
      case 'throw':
        if (action.generator.state === 'finished') throw new RaisedException(action.error);
        calls.drive(action.generator, null, chain, deliver);
        // Raised before the next instruction, where the generator stands.
        this.injected = action.error;
        return ENTERED;
    }
  }
}

/** In the place of an answer: a frame has to run first. */
const ENTERED = Symbol('entered');

/** After so many steps without an instruction the machine comes back, to be paused if somebody wants that. */
const LONGEST_WORK = 1000;
/** A round of a long loop counts as so many steps. */
const LONG_STEP = 100;

type Rescue = NonNullable<Step<readonly (Value | undefined)[]>['rescue']>;
