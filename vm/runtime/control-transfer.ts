import type { CallStack } from './call-stack.ts';
import { makeException } from './errors-in-flight.ts';
import { pushResult, type Deliver, type Frame } from './frame.ts';
import { itemOrEnd } from './operations/iteration.ts';
import type { Machine } from './machine.ts';
import { EXHAUSTED } from './objects/index.ts';
import type { Begun } from './operations/calls.ts';
import { Pending, type Outcome } from './pending.ts';
import type { Trampoline } from './trampoline.ts';
import { exceptionType } from './types/index.ts';
import type { Value } from './values/value.ts';

/** How control goes into the frame of a call, and with a value back out of it, to whoever waits for that. */
export class ControlTransfer {
  private readonly machine: Machine;
  private readonly calls: CallStack;
  private readonly trampoline: Trampoline;

  constructor(machine: Machine, calls: CallStack, trampoline: Trampoline) {
    this.machine = machine;
    this.calls = calls;
    this.trampoline = trampoline;
  }

  /** Goes on with a call that has begun; `taken` values on the stack are the callee and its arguments. */
  call(begun: Begun, taken: number): void {
    if ('outcome' in begun) return this.answer(begun.outcome, taken, pushResult);
    if (begun.frame.function.isGenerator)
      return this.answer(this.machine.makeGenerator(begun.frame), taken, pushResult);
    // Before the stack is touched: the error shows the frame as it was.
    this.calls.checkDepth();
    this.calls.innermost.drop(taken);
    this.calls.enter(begun.frame, null, pushResult);
  }

  /** Begins what a call has made: a call under way, or a generator. */
  enterOrMake(frame: Frame): void {
    if (frame.function.isGenerator) this.trampoline.settle(this.machine.makeGenerator(frame), null, pushResult);
    else this.calls.enter(frame, null, pushResult);
  }

  /** Takes `taken` values from the innermost frame, and settles what it has made of them. */
  answer(outcome: Outcome, taken: number, deliver: Deliver): void {
    const frame = this.calls.innermost;
    frame.drop(taken);
    if (outcome instanceof Pending) this.trampoline.settle(outcome, null, deliver);
    else deliver(this.machine, frame, outcome);
  }

  /** Ends the innermost frame with a value for whoever waits for it. */
  leave(value: Value): void {
    const { heap } = this.machine;
    const { continuation, deliver, generator } = this.calls.pop();
    if (generator === null) return this.trampoline.settle(value, continuation, deliver);
    generator.enter(heap, 'finished');
    if (continuation?.step === itemOrEnd) return this.trampoline.settle(EXHAUSTED, continuation.next, deliver);
    const end = makeException(heap, exceptionType('StopIteration'), value === null ? [] : [value]);
    this.trampoline.settleError(end, continuation, deliver);
  }

  /** The same, but only once the host's stack has been left: for what gets a value in the middle of giving one. */
  leaveNext(value: Value): void {
    this.trampoline.settleNext({ outcome: value, chain: null, deliver: leaveNow });
  }

  /** Takes the innermost frame off, and answers for it with an outcome. */
  leaveWith(outcome: Outcome): void {
    const { continuation, deliver } = this.calls.pop();
    this.trampoline.settle(outcome, continuation, deliver);
  }

  /** Takes the innermost frame, a generator's, off until it is driven on; whoever drove it gets the value. */
  suspend(value: Value): void {
    const frame = this.calls.pop();
    const { continuation, deliver, generator } = frame;
    // Whoever drives it next is another one; a frame that rests holds nothing of this one.
    frame.continuation = null;
    generator?.enter(this.machine.heap, 'suspended');
    this.trampoline.settle(value, continuation, deliver);
  }
}

const leaveNow: Deliver = (machine, _frame, value) => machine.leave(value);
