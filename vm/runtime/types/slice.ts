import { onlyArgument, placedArguments } from '../built-ins/arguments.ts';
import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { SliceObject, TupleObject, newTuple, type Arguments, type Construct } from '../objects/index.ts';
import { toIndex } from '../operations/indices.ts';
import { NOT_IMPLEMENTED } from '../operations/not-implemented.ts';
import { compareSequences } from '../operations/sequence-comparison.ts';
import { resolveSlice, sliceBounds } from '../operations/slices.ts';
import { andThen, type Outcome, type Step } from '../pending.ts';
import { normalizeInt, type Int } from '../values/index.ts';
import type { TypeDefinition } from './built-in-types.ts';
import { raiseReadonly } from './readonly.ts';
import type { NativeComparison } from './native-comparison.ts';

const constructSlice: Construct = (machine, _type, given) => {
  const parts = placedArguments('slice', given, 1, 3);
  const [start, stop, step = null] = parts.length === 1 ? [null, parts[0]] : parts;
  return machine.allocate(new SliceObject(start, stop, step));
};

/** As tuples of their parts. */
const compareSlices: NativeComparison = (machine, operator, left: SliceObject, right, nesting) =>
  right instanceof SliceObject
    ? compareSequences(machine, operator, partsOf(machine, left), partsOf(machine, right), nesting)
    : NOT_IMPLEMENTED;

function partsOf(machine: Machine, { start, stop, step }: SliceObject): TupleObject {
  return machine.allocate(new TupleObject([start, stop, step]));
}

export const SLICE: TypeDefinition = {
  construct: constructSlice,
  compare: compareSlices,
  getters: {
    start: (self: SliceObject) => self.start,
    stop: (self: SliceObject) => self.stop,
    step: (self: SliceObject) => self.step,
  },
  setters: { start: raiseReadonly, stop: raiseReadonly, step: raiseReadonly },
  methods: {
    indices: (machine: Machine, self: SliceObject, given: Arguments): Outcome =>
      andThen(machine, toIndex(machine, onlyArgument('slice.indices', given)), indicesOf, self),
  },
};

const indicesOf: Step<[SliceObject]> = {
  after(machine, length, slice) {
    if ((length as Int) < 0) raise('ValueError', 'length should not be negative');
    return andThen(machine, resolveSlice(machine, slice), boundsIn, length as Int);
  },
};

const boundsIn: Step<[Int]> = {
  after(machine, slice, length) {
    const { start, stop, step } = sliceBounds(slice as SliceObject, length);
    return newTuple(machine.heap, [start, stop, step].map(normalizeInt));
  },
};
