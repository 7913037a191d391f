import type { ErrorKind } from './errors.ts';
import type { Machine } from './machine.ts';
import type { ExceptionObject } from './objects/exceptions.ts';
import type { FunctionObject } from './objects/functions.ts';
import type { GeneratorObject } from './objects/generators.ts';
import type { Value, Visit } from './values/index.ts';

/**
 * How operations of the machine run the program's own methods without the host's stack growing: an operation answers with a
 * value, or with what has to happen first and how it goes on then. The machine works that off in its own loop (`Trampoline`),
 * so `__eq__` in `__eq__` in `__eq__` is a chain on the heap, which can be paused, looked at, saved and collected.
 */
export type Outcome = Value | Pending;

/** What an operation keeps until it goes on. Only values: the collector follows them, and a checkpoint keeps them as they are. */
export type Slot = Value | undefined;

/**
 * How an operation goes on when a result is there. Steps are constants of their modules, and hold no state of their own: what
 * they need comes as `data`.
 */
export interface Step<Data extends readonly Slot[]> {
  /** Takes the result; answers for the whole operation. May raise. */
  after(this: void, machine: Machine, result: Value, ...data: Data): Outcome;
  /**
   * Of a step that takes the items of an iterator, the first of its data, one after another: takes one. `undefined` where it waits for
   * the next one with the same data, and what `after` answers where it does not. May raise.
   */
  take?(this: void, machine: Machine, item: Value, ...data: Data): Outcome | undefined;
  /**
   * Of a step behind calls of one function with one thing after another (`callStep`): takes a result as `after` does, but where it wants
   * the next call with the same data, says so and does not make it. May raise.
   */
  takeResult?(this: void, machine: Machine, result: Value, ...data: Data): Outcome | NextCall;
  /**
   * Of such a step whose answers are the items of an iterator: the call for the next item; `undefined`, with nothing changed, where that is not so
   * simple. May raise.
   */
  nextCall?(machine: Machine, ...data: Data): NextCall | undefined;
  /** Whether its result has been counted: it was there before, or the step has told the heap what is new in it. */
  readonly hasCounted?: true;
  /** Whether it answers with any result as it is. */
  readonly passesOn?: true;
  /** The same of any but `NotImplemented`. */
  readonly onlyForRefusals?: true;
  /** Errors (of these classes, and of classes below them) that do not go on to the caller but to `rescue`. */
  readonly rescues?: readonly ErrorKind[];
  /** Answers in place of `after` when there was such an error instead of a result. May raise, also the error itself. */
  rescue?(machine: Machine, error: ExceptionObject, ...data: Data): Outcome;
  /** Called when an error goes by: puts in order what the operation has left. Neither raises nor calls the program. */
  abandon?(machine: Machine, ...data: Data): void;
}

/** Steps that wait, the next one first. Immutable, so frames and checkpoints may share it. */
export interface Continuation {
  readonly step: Step<readonly Slot[]>;
  readonly data: readonly Slot[];
  readonly next: Continuation | null;
}

/** A step that waits for a call that is under way. */
export function waitFor<Data extends readonly Slot[]>(step: Step<Data>, ...data: Data): Continuation {
  return { step: step as unknown as Step<readonly Slot[]>, data, next: null };
}

/** What has to happen before an operation goes on. */
export type Action =
  /** A call of any value; `names` are those of the last `values`. */
  | {
      readonly kind: 'call';
      readonly callee: Value;
      readonly values: readonly Value[];
      readonly names: readonly string[];
    }
  /** A generator runs until it yields or ends: with what `yield` gives it, or with an error that it raises there. */
  | { readonly kind: 'send'; readonly generator: GeneratorObject; readonly value: Value }
  | { readonly kind: 'throw'; readonly generator: GeneratorObject; readonly error: ExceptionObject }
  /** Nothing: the value is there, but the host's stack has to be left first. */
  | { readonly kind: 'value'; readonly value: Value };

/** An operation that waits for an action. */
export class Pending {
  readonly action: Action;
  /** Its steps, the first one first, while nothing waits for them. */
  private first: Link | null = null;
  private last: Link | null = null;

  constructor(action: Action) {
    this.action = action;
  }

  /** Adds the step that goes on with the result of those before it. */
  thenDo<Data extends readonly Slot[]>(step: Step<Data>, ...data: Data): this {
    const link: Link = { step: step as unknown as Step<readonly Slot[]>, data, next: null };
    if (this.last === null) this.first = link;
    else this.last.next = link;
    this.last = link;
    return this;
  }

  /** Visits every value that it holds. */
  trace(visit: Visit): void {
    const { action } = this;
    switch (action.kind) {
      case 'call':
        visit(action.callee);
        action.values.forEach(visit);
        break;
      case 'send':
        visit(action.generator);
        visit(action.value);
        break;
      case 'throw':
        visit(action.generator);
        visit(action.error);
        break;
      case 'value':
        visit(action.value);
    }
    // Behind the last one may be those that it has been put onto, where a checkpoint keeps it.
    for (let each = this.first; each !== null; each = each === this.last ? null : each.next) each.data.forEach(visit);
  }

  /** Its steps, and behind them those that wait for this operation. They are handed over: this is for once. */
  onto(next: Continuation | null): Continuation | null {
    if (this.last === null) return next;
    this.last.next = next;
    return this.first;
  }
}

/** A step that is not yet in the place where it waits. */
interface Link extends Continuation {
  next: Continuation | null;
}

/** What an operation calls next that calls functions of the program again and again: with one argument, or with two. */
export class NextCall {
  readonly callee: FunctionObject;
  readonly argument: Value;
  readonly second: Value | undefined;

  constructor(callee: FunctionObject, argument: Value, second?: Value) {
    this.callee = callee;
    this.argument = argument;
    this.second = second;
  }

  /** The call as any other. */
  get pending(): Pending {
    return callLater(this.callee, this.second === undefined ? [this.argument] : [this.argument, this.second]);
  }
}

/**
 * A step behind calls of one function with one thing after another, of which `takeResult` takes the results (`Step`). With `nextCall` its
 * answers are items, which have been counted.
 */
export function callStep<Data extends readonly Slot[]>(
  takeResult: (machine: Machine, result: Value, ...data: Data) => Outcome | NextCall,
  nextCall?: Step<Data>['nextCall'],
  { abandon, passesOn }: Pick<Step<Data>, 'abandon' | 'passesOn'> = {},
): Step<Data> {
  const step: Step<Data> = {
    takeResult,
    nextCall,
    abandon,
    passesOn,
    hasCounted: nextCall === undefined ? undefined : true,
    after(machine, result, ...data) {
      const answer = takeResult(machine, result, ...data);
      return answer instanceof NextCall ? answer.pending.thenDo(step, ...data) : answer;
    },
  };
  return step;
}

/** Takes a step with the result of the one before. */
export function takeStep(machine: Machine, { step, data }: Continuation, result: Value): Outcome {
  return withData(step.after, machine, result, data);
}

/** Gives an item to a step that takes items. */
export function giveItem(machine: Machine, { step, data }: Continuation, item: Value): Outcome | undefined {
  return withData(step.take as NonNullable<typeof step.take>, machine, item, data);
}

/** Gives a result to a step that says what it calls next. */
export function giveResult(machine: Machine, { step, data }: Continuation, result: Value): Outcome | NextCall {
  return withData(step.takeResult as NonNullable<typeof step.takeResult>, machine, result, data);
}

/** The call that a step makes for the next item; `undefined` where there is none. */
export function nextCallOf(machine: Machine, { step: { nextCall }, data }: Continuation): NextCall | undefined {
  return data.length === 1 ? nextCall?.(machine, data[0]) : nextCall?.(machine, ...data);
}

/** Calls what a step does with the data that it keeps. The host is slow to call with a list of arguments, so few are given one by one. */
function withData<Answer>(
  take: (machine: Machine, value: Value, ...data: readonly Slot[]) => Answer,
  machine: Machine,
  value: Value,
  data: readonly Slot[],
): Answer {
  switch (data.length) {
    case 0:
      return take(machine, value);
    case 1:
      return take(machine, value, data[0]);
    case 2:
      return take(machine, value, data[0], data[1]);
    case 3:
      return take(machine, value, data[0], data[1], data[2]);
    case 4:
      return take(machine, value, data[0], data[1], data[2], data[3]);
    case 5:
      return take(machine, value, data[0], data[1], data[2], data[3], data[4]);
    case 6:
      return take(machine, value, data[0], data[1], data[2], data[3], data[4], data[5]);
    default:
      return take(machine, value, ...data);
  }
}

/** Calls a value, and answers with its result. */
export function callLater(callee: Value, values: readonly Value[], names: readonly string[] = []): Pending {
  return new Pending({ kind: 'call', callee, values, names });
}

/** Leaves the host's stack, and goes on with the value: what keeps deep data and long loops from using it up. */
export function later(value: Value): Pending {
  return new Pending({ kind: 'value', value });
}

/** Goes on with the outcome of an operation: at once where it is a value, else when it will be. */
export function andThen<Data extends readonly Slot[]>(
  machine: Machine,
  outcome: Outcome,
  step: Step<Data>,
  ...data: Data
): Outcome {
  return outcome instanceof Pending ? outcome.thenDo(step, ...data) : step.after(machine, outcome, ...data);
}
