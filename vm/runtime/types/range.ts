import { onlyArgument, placedArguments } from '../built-ins/arguments.ts';
import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { ListObject, RangeObject, tupleOf, type Arguments, type Construct } from '../objects/index.ts';
import { toIndex } from '../operations/indices.ts';
import { sequenceLoop } from '../operations/loops.ts';
import { NOT_IMPLEMENTED } from '../operations/not-implemented.ts';
import { areRangesEqual, rangeIndex } from '../operations/ranges.ts';
import { countInIterable, findInIterable } from '../operations/iterable-search.ts';
import { repr } from '../operations/text.ts';
import { andThen, type Outcome, type Step } from '../pending.ts';
import { HeapObject, asInt, normalizeInt, type Int, type Value } from '../values/index.ts';
import type { TypeDefinition } from './built-in-types.ts';
import { raiseReadonly } from './readonly.ts';
import type { NativeComparison } from './native-comparison.ts';

const constructRange: Construct = (machine, _type, given) => {
  const values = machine.allocate(tupleOf(placedArguments('range', given, 1, 3)));
  return toInts(machine, values, 0, machine.allocate(new ListObject([])));
};

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
  const ints = (items as readonly Int[]).map(BigInt);
  const [start, stop, step] = ints.length === 1 ? [0n, ints[0], 1n] : [ints[0], ints[1], ints[2] ?? 1n];
  if (step === 0n) raise('ValueError', 'range() arg 3 must not be zero');
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
    start: (self: RangeObject) => normalizeInt(self.start),
    stop: (self: RangeObject) => normalizeInt(self.stop),
    step: (self: RangeObject) => normalizeInt(self.step),
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
