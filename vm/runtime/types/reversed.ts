import { exactArguments } from '../built-ins/arguments.ts';
import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import {
  DictObject,
  DictView,
  ListObject,
  ListReverseIterator,
  RangeObject,
  StringReverseIterator,
  TableIterator,
  TupleObject,
  TupleReverseIterator,
  rangeIterator,
  type Construct,
  type IteratorObject,
} from '../objects/index.ts';
import { length } from '../operations/length.ts';
import { SequenceReverseIterator } from '../operations/sequence-protocol.ts';
import { andThen, type Outcome, type Step } from '../pending.ts';
import { callMethod } from '../operations/method-calls.ts';
import { specialMethod } from './registry.ts';
import { typeName, type Value } from '../values/index.ts';
import type { TypeDefinition } from './built-in-types.ts';

const constructReversed: Construct = (machine, _type, given) => {
  const [sequence] = exactArguments('reversed', given, 1);
  return reverse(machine, sequence);
};

/** An iterator over the items, the last one first. */
function reverse(machine: Machine, sequence: Value): Outcome {
  const plain = plainReverseIterator(sequence);
  if (plain !== undefined) return machine.allocate(plain);
  const own = specialMethod(sequence, '__reversed__');
  if (own !== undefined && own !== null) return callMethod(own, [sequence]);
  if (own === null || specialMethod(sequence, '__getitem__') === undefined) {
    raise('TypeError', `'${typeName(sequence)}' object is not reversible`);
  }
  return andThen(machine, length(machine, sequence), reverseByIndex, sequence);
}

function plainReverseIterator(value: Value): IteratorObject | undefined {
  if (typeof value === 'string') return new StringReverseIterator(value);
  if (value instanceof ListObject) return new ListReverseIterator(value);
  if (value instanceof TupleObject) return new TupleReverseIterator(value);
  if (value instanceof RangeObject) return rangeIterator(value, true);
  if (value instanceof DictObject) return new TableIterator('dict_reversekeyiterator', value, 'keys', -1);
  if (value instanceof DictView) return new TableIterator(VIEW_ITERATORS[value.of], value.dict, value.of, -1);
  return undefined;
}

const VIEW_ITERATORS = {
  keys: 'dict_reversekeyiterator',
  values: 'dict_reversevalueiterator',
  items: 'dict_reverseitemiterator',
} as const;

const reverseByIndex: Step<[Value]> = {
  after: (machine, count, sequence) => machine.allocate(new SequenceReverseIterator(sequence, count as number)),
};

export const REVERSED: TypeDefinition = { construct: constructReversed, methods: {} };
