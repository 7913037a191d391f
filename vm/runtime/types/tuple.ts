import { onlyArgument, placedArguments } from '../built-ins/arguments.ts';
import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import {
  EMPTY_TUPLE,
  TupleObject,
  newTuple,
  type Arguments,
  type Construct,
  type ListObject,
} from '../objects/index.ts';
import { collect, plainItems } from '../operations/iteration.ts';
import { NOT_IMPLEMENTED } from '../operations/not-implemented.ts';
import { compareSequences } from '../operations/sequence-comparison.ts';
import { countItems, indexOfItem } from '../operations/sequence-search.ts';
import { andThen, type Outcome, type Step } from '../pending.ts';
import type { TypeDefinition } from './built-in-types.ts';
import { someArguments } from './method-arguments.ts';
import type { NativeComparison } from './native-comparison.ts';

const constructTuple: Construct = (machine, _type, given) => {
  const [iterable] = placedArguments('tuple', given, 0, 1);
  if (iterable === undefined) return EMPTY_TUPLE;
  if (iterable instanceof TupleObject) return iterable;
  const items = plainItems(machine, iterable);
  return items === undefined ? andThen(machine, collect(machine, iterable), asTuple) : newTuple(machine.heap, items);
};

const asTuple: Step<[]> = {
  after: (machine, list) => newTuple(machine.heap, (list as ListObject).items.slice()),
};

const compareTuples: NativeComparison = (machine, operator, left: TupleObject, right, nesting) =>
  right instanceof TupleObject ? compareSequences(machine, operator, left, right, nesting) : NOT_IMPLEMENTED;

export const TUPLE: TypeDefinition = {
  construct: constructTuple,
  compare: compareTuples,
  methods: {
    count: (machine: Machine, self: TupleObject, given: Arguments): Outcome =>
      countItems(machine, self, onlyArgument('tuple.count', given)),

    index(machine: Machine, self: TupleObject, given: Arguments): Outcome {
      const [item, start, stop] = someArguments('tuple.index', given, 1, 3);
      const found = indexOfItem(machine, self, item ?? null, start, stop);
      return andThen(machine, found, foundOrRaise);
    },
  },
};

const foundOrRaise: Step<[]> = {
  after: (_machine, index) => ((index as number) < 0 ? raise('ValueError', 'tuple.index(x): x not in tuple') : index),
};
