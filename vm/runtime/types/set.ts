import { onlyArgument, placedArguments } from '../built-ins/arguments.ts';
import { raiseWith } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { SetObject, newTuple, type Arguments, type Construct, type TupleObject } from '../objects/index.ts';
import { sequenceLoop } from '../operations/loops.ts';
import {
  addAll,
  areDisjoint,
  becomeSet,
  clearSet,
  copySet,
  difference,
  hasAll,
  intersection,
  makeSet,
  removeAll,
  toggleAll,
} from '../operations/sets.ts';
import { compareSets, isSubset } from '../operations/table-comparison.ts';
import { addItem, lookUpItem, removeEntry } from '../operations/tables.ts';
import { Pending, andThen, type Outcome, type Step } from '../pending.ts';
import type { Value } from '../values/index.ts';
import type { TypeDefinition } from './built-in-types.ts';
import type { NativeMethods } from './definitions.ts';
import { anyArguments, noArguments } from './method-arguments.ts';

const constructSet: Construct = (machine, type, given) => {
  const isFrozen = type.name === 'frozenset';
  const [iterable] = placedArguments(type.name, given, 0, 1);
  if (iterable === undefined) return machine.allocate(new SetObject(isFrozen));
  const isSame = isFrozen && iterable instanceof SetObject && iterable.isFrozen;
  return isSame ? iterable : makeSet(machine, iterable, isFrozen);
};

/** What sets and frozensets have in common. */
const methods: NativeMethods = {
  copy(machine: Machine, self: SetObject, given: Arguments): Outcome {
    noArguments(`${self.typeName}.copy`, given);
    return self.isFrozen ? self : copySet(machine, self, false);
  },

  difference(machine: Machine, self: SetObject, given: Arguments): Outcome {
    const others = anyArguments(`${self.typeName}.difference`, given);
    if (others.length === 0) return copySet(machine, self, self.isFrozen);
    const first = difference(machine, self, others[0]);
    return andThen(machine, first, removeRest, newTuple(machine.heap, others));
  },

  intersection(machine: Machine, self: SetObject, given: Arguments): Outcome {
    return intersectionOf(machine, self, anyArguments(`${self.typeName}.intersection`, given));
  },

  isdisjoint: (machine: Machine, self: SetObject, given: Arguments): Outcome =>
    areDisjoint(machine, self, onlyArgument(`${self.typeName}.isdisjoint`, given)),

  issubset(machine: Machine, self: SetObject, given: Arguments): Outcome {
    const other = onlyArgument(`${self.typeName}.issubset`, given);
    return andThen(machine, setOf(machine, other), isPartOf, self);
  },

  issuperset(machine: Machine, self: SetObject, given: Arguments): Outcome {
    const other = onlyArgument(`${self.typeName}.issuperset`, given);
    return other instanceof SetObject ? isSubset(machine, other, self) : hasAll(machine, other, self);
  },

  symmetric_difference(machine: Machine, self: SetObject, given: Arguments): Outcome {
    const other = onlyArgument(`${self.typeName}.symmetric_difference`, given);
    const result = copySet(machine, self, self.isFrozen);
    return andThen(machine, toggleAll(machine, result, other), itself, result);
  },

  union(machine: Machine, self: SetObject, given: Arguments): Outcome {
    const others = newTuple(machine.heap, anyArguments(`${self.typeName}.union`, given));
    const result = copySet(machine, self, self.isFrozen);
    return andThen(machine, addEach(machine, others, 0, result), itself, result);
  },
};

export const FROZENSET: TypeDefinition = { methods, compare: compareSets, construct: constructSet };

export const SET: TypeDefinition = {
  compare: compareSets,
  construct: constructSet,
  methods: {
    ...methods,

    add: (machine: Machine, self: SetObject, given: Arguments): Outcome =>
      addItem(machine, self, onlyArgument('set.add', given)),

    clear(machine: Machine, self: SetObject, given: Arguments): Outcome {
      noArguments('set.clear', given);
      clearSet(machine, self);
      return null;
    },

    difference_update(machine: Machine, self: SetObject, given: Arguments): Outcome {
      const others = newTuple(machine.heap, anyArguments('set.difference_update', given));
      return removeEach(machine, others, 0, self);
    },

    discard(machine: Machine, self: SetObject, given: Arguments): Outcome {
      const item = onlyArgument('set.discard', given);
      const entry = lookUpItem(machine, self, item);
      return entry instanceof Pending ? entry.thenDo(removeFound, self) : removeFound.after(machine, entry, self);
    },

    intersection_update(machine: Machine, self: SetObject, given: Arguments): Outcome {
      const others = anyArguments('set.intersection_update', given);
      return andThen(machine, intersectionOf(machine, self, others), become, self);
    },

    pop(machine: Machine, self: SetObject, given: Arguments): Outcome {
      noArguments('set.pop', given);
      const { table } = self;
      if (table.size === 0) raiseWith('KeyError', 'pop from an empty set');
      const item = table.keyAt(table.first) as Value;
      removeEntry(machine, self, table.first);
      return item;
    },

    remove(machine: Machine, self: SetObject, given: Arguments): Outcome {
      const item = onlyArgument('set.remove', given);
      const entry = lookUpItem(machine, self, item);
      return entry instanceof Pending
        ? entry.thenDo(removeOrRaise, self, item)
        : removeOrRaise.after(machine, entry, self, item);
    },

    symmetric_difference_update(machine: Machine, self: SetObject, given: Arguments): Outcome {
      return toggleAll(machine, self, onlyArgument('set.symmetric_difference_update', given));
    },

    update(machine: Machine, self: SetObject, given: Arguments): Outcome {
      return addEach(machine, newTuple(machine.heap, anyArguments('set.update', given)), 0, self);
    },
  },
};

/** A set or frozenset as it is, of any other iterable a new set. */
function setOf(machine: Machine, iterable: Value): Outcome {
  return iterable instanceof SetObject ? iterable : makeSet(machine, iterable, false);
}

function intersectionOf(machine: Machine, set: SetObject, others: readonly Value[]): Outcome {
  if (others.length === 0) return copySet(machine, set, set.isFrozen);
  const [first, ...rest] = others;
  const outcome = intersection(machine, set, first);
  return rest.length === 0 ? outcome : andThen(machine, outcome, intersectRest, newTuple(machine.heap, rest));
}

const intersectRest: Step<[TupleObject]> = {
  after: (machine, set, rest) => intersectionOf(machine, set as SetObject, rest.items),
};

/** The first of the others is out already. */
const removeRest: Step<[TupleObject]> = {
  after: (machine, result, others) =>
    andThen(machine, removeEach(machine, others, 1, result as SetObject), itself, result as SetObject),
};

const addEach = sequenceLoop<[SetObject]>(
  (machine, iterable, _index, set) => addAll(machine, set, iterable),
  () => null,
);

const removeEach = sequenceLoop<[SetObject]>(
  (machine, iterable, _index, set) => removeAll(machine, set, iterable),
  () => null,
);

const itself: Step<[SetObject]> = { after: (_machine, _none, set) => set };

const isPartOf: Step<[SetObject]> = { after: (machine, other, set) => isSubset(machine, set, other as SetObject) };
const become: Step<[SetObject]> = {
  after(machine, result, set) {
    becomeSet(machine, set, result as SetObject);
    return null;
  },
};

const removeFound: Step<[SetObject]> = {
  after(machine, entry, set) {
    if ((entry as number) >= 0) removeEntry(machine, set, entry as number);
    return null;
  },
};

const removeOrRaise: Step<[SetObject, Value]> = {
  after(machine, entry, set, item) {
    if ((entry as number) < 0) raiseWith('KeyError', item);
    removeEntry(machine, set, entry as number);
    return null;
  },
};
