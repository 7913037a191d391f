import { nextSharedNumber } from '../heap/shared-numbers.ts';
import type { Machine } from '../machine.ts';
import { EXHAUSTED } from '../objects/index.ts';
import { Pending, andThen, later, type Outcome, type Step } from '../pending.ts';
import { HeapObject, type Value } from '../values/index.ts';
import { LONG_LOOP, next } from './iteration.ts';

/** What a loop does with each item of an iterator. What changes from one item to the next is in `state`. */
export interface LoopBody<State extends Value> {
  /** Answers with `GO_ON`, or with what the whole loop comes to. */
  each(machine: Machine, item: Value, state: State): Outcome;
  /** What the loop comes to when there are no more items. */
  end(machine: Machine, state: State): Outcome;
}

/** Asks for the next item. Programs never see it. */
export const GO_ON: HeapObject = new (class GoOn extends HeapObject {
  override readonly allocation = nextSharedNumber();
  readonly typeName = 'go-on';
})();

/** A loop over the items of an iterator. */
export type ItemLoop<State extends Value> = (machine: Machine, iterator: Value, state: State) => Outcome;

/**
 * Makes a loop, once, as a constant of its module. While items and answers are values, it runs on the spot; where the program
 * has to be asked it waits in the machine's loop, so that neither the host's stack nor its memory grows with the items.
 */
export function itemLoop<State extends Value>(body: LoopBody<State>): ItemLoop<State> {
  function run(machine: Machine, iterator: Value, state: State): Outcome {
    for (let count = 0; count < LONG_LOOP; count++) {
      const item = next(machine, iterator);
      if (item instanceof Pending) return item.thenDo(gotItem, iterator, state);
      if (item === EXHAUSTED) return body.end(machine, state);
      const answer = body.each(machine, item, state);
      if (answer instanceof Pending) return answer.thenDo(answered, iterator, state);
      if (answer !== GO_ON) return answer;
    }
    return later(GO_ON).thenDo(answered, iterator, state);
  }

  const gotItem: Step<[Value, State]> = {
    after: (machine, item, iterator, state) =>
      item === EXHAUSTED
        ? body.end(machine, state)
        : andThen(machine, body.each(machine, item, state), answered, iterator, state),
  };

  const answered: Step<[Value, State]> = {
    after: (machine, answer, iterator, state) => (answer === GO_ON ? run(machine, iterator, state) : answer),
  };

  return run;
}
