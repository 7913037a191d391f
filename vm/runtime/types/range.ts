import { onlyArgument, placedArguments } from '../built-ins/arguments.ts';
import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { RangeObject, newList, newTuple, type ListObject, type Arguments, type Construct } from '../objects/index.ts';
import { toIndex } from '../operations/indices.ts';
import { sequenceLoop } from '../operations/loops.ts';
import { NOT_IMPLEMENTED } from '../operations/not-implemented.ts';
import { areRangesEqual, rangeIndex } from '../operations/ranges.ts';
import { countInIterable, findInIterable } from '../operations/iterable-search.ts';
import { repr } from '../operations/text.ts';
import { andThen, type Outcome, type Step } from '../pending.ts';
import { HeapObject, asInt, type Int, type Value } from '../values/index.ts';
import type { TypeDefinition } from './built-in-types.ts';
import { raiseReadonly } from './readonly.ts';
import type { NativeComparison } from './native-comparison.ts';

const constructRange: Construct = (machine, _type, given) => {
  const placed = placedArguments('range', given, 1, 3);
  if (areNumbers(placed)) return rangeOf(machine, placed);
  const values = newTuple(machine.heap, placed);
  return toInts(machine, values, 0, newList(machine.heap, []));
};

function areNumbers(values: readonly Value[]): values is readonly number[] {
  for (let index = 0; index < values.length; index++) if (typeof values[index] !== 'number') return false;
  return true;
}

const toInts = sequenceLoop<[ListObject]>(
  (machine, value, _index, ints) => andThen(machine, toIndex(machine, value), keep, ints),
  makeRange,
);

const keep: Step<[ListObject]> = {
  after({ heap }, int, ints) {
    ints.push(heap, int);
    return null;
  },
};

function makeRange(machine: Machine, { items }: ListObject): RangeObject {
  return rangeOf(machine, items as readonly Int[]);
}

function rangeOf(machine: Machine, ints: readonly Int[]): RangeObject {
  const start = ints.length === 1 ? 0 : ints[0];
  const stop = ints.length === 1 ? ints[0] : ints[1];
  const step = ints.length === 3 ? ints[2] : 1;
  if (step === 0) raise('ValueError', 'range() arg 3 must not be zero');
  return machine.allocate(new RangeObject(start, stop, step));
}

const compareRanges: NativeComparison = (_machine, operator, left: RangeObject, right) => {
  if (!(right instanceof RangeObject) || (operator !== 'EQ' && operator !== 'NE')) return NOT_IMPLEMENTED;
  return areRangesEqual(left, right) === (operator === 'EQ');
};

export const RANGE: TypeDefinition = {
  construct: constructRange,
  compare: compareRanges,
  getters: {
    start: (self: RangeObject) => self.bounds.start,
    stop: (self: RangeObject) => self.bounds.stop,
    step: (self: RangeObject) => self.bounds.step,
  },
  setters: { start: raiseReadonly, stop: raiseReadonly, step: raiseReadonly },
  methods: {
    count(machine: Machine, self: RangeObject, given: Arguments): Outcome {
      const item = onlyArgument('range.count', given);
      if (item instanceof HeapObject) return countInIterable(machine, self, item);
      return rangeIndex(self, item) === undefined ? 0 : 1;
    },

    index(machine: Machine, self: RangeObject, given: Arguments): Outcome {
      const item = onlyArgument('range.index', given);
      if (item instanceof HeapObject) return andThen(machine, findInIterable(machine, self, item), foundOrRaise);
      const index = rangeIndex(self, item);
      if (index !== undefined) return index;
      return asInt(item) === undefined
        ? foundOrRaise.after(machine, -1)
        : andThen(machine, repr(machine, item), refuse);
    },
  },
};

const foundOrRaise: Step<[]> = {
  after: (_machine, index: Value) =>
    index === -1 ? raise('ValueError', 'sequence.index(x): x not in sequence') : index,
};

const refuse: Step<[]> = { after: (_machine, shown) => raise('ValueError', `${shown as string} is not in range`) };
