import type { CallStack } from './call-stack.ts';
import { exceptionOf, isFatal, isStopIteration, makeException } from './errors-in-flight.ts';
import { Raised } from './errors.ts';
import type { Deliver, Frame, Handler } from './frame.ts';
import type { Machine } from './machine.ts';
import type { ExceptionObject } from './objects/index.ts';
import { callMethod } from './operations/method-calls.ts';
import { exceptionText } from './operations/text.ts';
import { later, type Step } from './pending.ts';
import type { RunState } from './run-state.ts';
import type { MachineError } from './stop.ts';
import { captureError } from './traceback.ts';
import type { Trampoline } from './trampoline.ts';
import { exceptionType, specialMethod } from './types/index.ts';

/**
 * What becomes of an error: it goes from frame to frame until somebody handles it, or it ends the program. A program that nobody
 * saves ends with its frames as they are at the error, so it is known beforehand whether anybody will.
 */
export class Unwinder {
  private readonly machine: Machine;
  private readonly calls: CallStack;
  private readonly trampoline: Trampoline;
  private readonly state: RunState;
  /** The error that the program ends in, from when its message is being made. */
  dying: MachineError | null = null;

  constructor(machine: Machine, calls: CallStack, trampoline: Trampoline, state: RunState) {
    this.machine = machine;
    this.calls = calls;
    this.trampoline = trampoline;
    this.state = state;
  }

  /** What an instruction threw: an error of the program, which is raised, or a fatal one, which ends it. */
  fail(thrown: unknown): void {
    this.calls.hasFailed = true;
    if (thrown instanceof Raised && isFatal(thrown.kind)) this.endIn(this.capture(thrown.kind, thrown.message));
    else this.unwind(exceptionOf(this.machine.heap, thrown));
  }

  /** Called when the message of the error that ends the program is there. */
  endWith(message: string): void {
    this.endIn({ ...(this.dying as MachineError), message });
  }

  /** Finds who handles an error, frame by frame: a handler of the frame, or a step that waits for the frame's result. */
  private unwind(exception: ExceptionObject): void {
    const { calls, machine } = this;
    let error = exception;
    if (!calls.handles(error)) return this.endUncaught(error);
    for (;;) {
      const frame = calls.innermost;
      const handler = frame.handlers.pop();
      if (handler !== undefined) return this.handle(frame, handler, error);
      if (calls.depth === 1) return this.endUncaught(error);
      const { generator, continuation, deliver } = calls.pop();
      if (generator !== null) {
        generator.enter(machine.heap, 'finished');
        if (isStopIteration(error.class)) {
          error = makeException(machine.heap, exceptionType('RuntimeError'), ['generator raised StopIteration']);
        }
      }
      try {
        this.trampoline.settleError(error, continuation, deliver);
        calls.hasFailed = false;
        return;
      } catch (thrown) {
        error = exceptionOf(machine.heap, thrown);
      }
    }
  }

  private handle(frame: Frame, { height, target }: Handler, error: ExceptionObject): void {
    const { stack } = frame;
    if (stack.length < height) {
      const message = `the handler needs ${height === 1 ? '1 value' : `${height} values`} on the stack, which holds ${stack.length === 0 ? 'none' : stack.length}`;
      return this.endIn(this.capture('StackUnderflow', message));
    }
    this.calls.hasFailed = false;
    stack.length = height;
    frame.push(error);
    frame.at = target;
  }

  /** Ends the program in an error, with its message as `str` gives it: that may be a method of the program. */
  private endUncaught(exception: ExceptionObject): void {
    this.dying = this.capture(exception.class.qualifiedName, '');
    this.trampoline.settle(later(exception).thenDo(messageOf).thenDo(messageOrNone), null, endWithMessage);
  }

  private endIn(error: MachineError): void {
    this.calls.hasFailed = true;
    this.state.finish({ kind: 'uncaught', error });
  }

  private capture(kind: string, message: string): MachineError {
    return captureError(this.machine, kind, message);
  }
}

const messageOf: Step<[]> = {
  after(machine, exception) {
    const own = specialMethod(exception, '__str__');
    return own === undefined ? exceptionText(machine, exception as ExceptionObject) : callMethod(own, [exception]);
  },
};

const messageOrNone: Step<[]> = {
  after: (_machine, text) => (typeof text === 'string' ? text : '<exception str() failed>'),
  rescues: ['BaseException'],
  rescue: () => '<exception str() failed>',
};

const endWithMessage: Deliver = (machine, _frame, message) => machine.endWith(message as string);
