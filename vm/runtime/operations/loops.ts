/**
 * Loops whose rounds may have to wait for the program. A body answers with `null` to go on, with anything else to end the loop
 * with that; behind the last round `end` answers. The loops are constants of their modules, as steps are.
 */
import type { Machine } from '../machine.ts';
import { EXHAUSTED, type DictObject, type ListObject, type SetObject, type TupleObject } from '../objects/index.ts';
import { Pending, andThen, later, type Outcome, type Slot, type Step } from '../pending.ts';
import type { Value } from '../values/index.ts';
import { LONG_LOOP, itemStep, iterate, next } from './iteration.ts';

/** What has a table. */
export type TableOwner = DictObject | SetObject;

/** A loop over the items that an iterable gives. */
export function itemLoop<Data extends readonly Slot[]>(
  body: (machine: Machine, item: Value, ...data: Data) => Outcome,
  end: (machine: Machine, ...data: Data) => Outcome,
): (machine: Machine, iterable: Value, ...data: Data) => Outcome {
  const bodyWithOne = body as unknown as (machine: Machine, item: Value, first: Slot) => Outcome;
  const bodyWithTwo = body as unknown as (machine: Machine, item: Value, first: Slot, second: Slot) => Outcome;
  // The host takes its time to spread an array over arguments.
  const runBody = (machine: Machine, item: Value, data: Data): Outcome => {
    if (data.length === 1) return bodyWithOne(machine, item, data[0]);
    if (data.length === 2) return bodyWithTwo(machine, item, data[0], data[1]);
    return body(machine, item, ...data);
  };
  const run = (machine: Machine, iterator: Value, data: Data): Outcome => {
    for (let count = 0; count < LONG_LOOP; count++) {
      const item = next(machine, iterator);
      if (item instanceof Pending) return item.thenDo(handle, iterator, ...data);
      if (item === EXHAUSTED) return end(machine, ...data);
      const outcome = runBody(machine, item, data);
      if (outcome instanceof Pending) return outcome.thenDo(goOn, iterator, ...data);
      if (outcome !== null) return outcome;
    }
    return later(null).thenDo(goOn, iterator, ...data);
  };
  const handle = itemStep<Data>(
    (machine, item, iterator, ...data) => {
      const outcome = runBody(machine, item, data);
      if (outcome instanceof Pending) return outcome.thenDo(goOn, iterator, ...data);
      return outcome === null ? undefined : outcome;
    },
    (machine, iterator, ...data) => run(machine, iterator, data),
    end,
  );
  const goOn: Step<readonly [Value, ...Data]> = {
    after: (machine, result, iterator, ...data) => (result === null ? run(machine, iterator, data) : result),
  };
  const start: Step<Data> = { after: (machine, iterator, ...data) => run(machine, iterator, data) };
  return (machine, iterable, ...data) => andThen(machine, iterate(machine, iterable), start, ...data);
}

/** A loop over the entries of a dict or set as it is at each round. */
export function entryLoop<Data extends readonly Slot[]>(
  body: (machine: Machine, source: TableOwner, entry: number, ...data: Data) => Outcome,
  end: (machine: Machine, ...data: Data) => Outcome,
): (machine: Machine, source: TableOwner, ...data: Data) => Outcome {
  const run = (machine: Machine, source: TableOwner, from: number, data: Data): Outcome => {
    const { table } = source;
    for (let entry = from, count = 0; entry < table.end; entry++, count++) {
      if (table.keyAt(entry) === undefined) continue;
      if (count > LONG_LOOP) return later(null).thenDo(goOn, source, entry, ...data);
      const outcome = body(machine, source, entry, ...data);
      if (outcome instanceof Pending) return outcome.thenDo(goOn, source, entry + 1, ...data);
      if (outcome !== null) return outcome;
    }
    return end(machine, ...data);
  };
  const goOn: Step<readonly [TableOwner, number, ...Data]> = {
    after: (machine, result, source, from, ...data) => (result === null ? run(machine, source, from, data) : result),
  };
  return (machine, source, ...data) => run(machine, source, source.table.first, data);
}

/** A loop over the items of a list or tuple as it is at each round, from an index on; the body also gets the item's index. */
export function sequenceLoop<Data extends readonly Slot[]>(
  body: (machine: Machine, item: Value, index: number, ...data: Data) => Outcome,
  end: (machine: Machine, ...data: Data) => Outcome,
): (machine: Machine, sequence: ListObject | TupleObject, from: number, ...data: Data) => Outcome {
  const run = (machine: Machine, sequence: ListObject | TupleObject, from: number, data: Data): Outcome => {
    for (let index = from; index < sequence.items.length; index++) {
      if (index - from > LONG_LOOP) return later(null).thenDo(goOn, sequence, index, ...data);
      const outcome = body(machine, sequence.items[index], index, ...data);
      if (outcome instanceof Pending) return outcome.thenDo(goOn, sequence, index + 1, ...data);
      if (outcome !== null) return outcome;
    }
    return end(machine, ...data);
  };
  const goOn: Step<readonly [ListObject | TupleObject, number, ...Data]> = {
    after: (machine, result, sequence, from, ...data) =>
      result === null ? run(machine, sequence, from, data) : result,
  };
  return (machine, sequence, from, ...data) => run(machine, sequence, from, data);
}
