import { onlyArgument, placedArguments } from '../built-ins/arguments.ts';
import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { ListObject, newList, type Arguments, type Construct } from '../objects/index.ts';
import { toSizeArgument } from '../operations/indices.ts';
import { collect } from '../operations/iteration.ts';
import { insertItem, takeItem } from '../operations/list-items.ts';
import { NOT_IMPLEMENTED } from '../operations/not-implemented.ts';
import { compareSequences } from '../operations/sequence-comparison.ts';
import { countItems, indexOfItem } from '../operations/sequence-search.ts';
import { extend } from '../operations/sequences.ts';
import { sortList } from '../operations/sorting.ts';
import { repr } from '../operations/text.ts';
import { Pending, andThen, type Outcome, type Step } from '../pending.ts';
import type { Value } from '../values/index.ts';
import type { TypeDefinition } from './built-in-types.ts';
import type { NativeComparison } from './native-comparison.ts';
import { noArguments, someArguments } from './method-arguments.ts';

const constructList: Construct = (machine, _type, given) => {
  const [iterable] = placedArguments('list', given, 0, 1);
  return iterable === undefined ? newList(machine.heap, []) : collect(machine, iterable);
};

const compareLists: NativeComparison = (machine, operator, left: ListObject, right, nesting) =>
  right instanceof ListObject ? compareSequences(machine, operator, left, right, nesting) : NOT_IMPLEMENTED;

export const LIST: TypeDefinition = {
  construct: constructList,
  compare: compareLists,
  methods: {
    append(machine: Machine, self: ListObject, given: Arguments): Outcome {
      self.push(machine.heap, onlyArgument('list.append', given));
      return null;
    },

    clear(machine: Machine, self: ListObject, given: Arguments): Outcome {
      noArguments('list.clear', given);
      self.replace(machine.heap, []);
      return null;
    },

    copy(machine: Machine, self: ListObject, given: Arguments): Outcome {
      noArguments('list.copy', given);
      return newList(machine.heap, self.items.slice());
    },

    count: (machine: Machine, self: ListObject, given: Arguments): Outcome =>
      countItems(machine, self, onlyArgument('list.count', given)),

    extend: (machine: Machine, self: ListObject, given: Arguments): Outcome =>
      andThen(machine, extend(machine, self, onlyArgument('list.extend', given)), nothing),

    index(machine: Machine, self: ListObject, given: Arguments): Outcome {
      const [item, start, stop] = someArguments('list.index', given, 1, 3);
      const found = indexOfItem(machine, self, item ?? null, start, stop);
      return andThen(machine, found, foundOrRaise, item ?? null);
    },

    insert(machine: Machine, self: ListObject, given: Arguments): Outcome {
      const values = someArguments('list.insert', given, 2, 2) as readonly Value[];
      const place = toSizeArgument(machine, values[0]);
      const item = values[1];
      return place instanceof Pending ? place.thenDo(insertAt, self, item) : insertAt.after(machine, place, self, item);
    },

    pop(machine: Machine, self: ListObject, given: Arguments): Outcome {
      const index = someArguments('list.pop', given, 0, 1)[0];
      if (index === undefined) return takeAt.after(machine, -1, self);
      const place = toSizeArgument(machine, index);
      return place instanceof Pending ? place.thenDo(takeAt, self) : takeAt.after(machine, place, self);
    },

    remove(machine: Machine, self: ListObject, given: Arguments): Outcome {
      const item = onlyArgument('list.remove', given);
      return andThen(machine, indexOfItem(machine, self, item, undefined, undefined), removeFound, self);
    },

    reverse(machine: Machine, self: ListObject, given: Arguments): Outcome {
      noArguments('list.reverse', given);
      self.reverse(machine.heap);
      return null;
    },

    sort: (machine: Machine, self: ListObject, given: Arguments): Outcome => sortList(machine, self, given),
  },
};

const nothing: Step<[]> = { after: () => null };

const foundOrRaise: Step<[Value]> = {
  after(machine, index, item) {
    if ((index as number) >= 0) return index;
    return andThen(machine, repr(machine, item), refuse);
  },
};

const refuse: Step<[]> = { after: (_machine, shown) => raise('ValueError', `${shown as string} is not in list`) };

const insertAt: Step<[ListObject, Value]> = {
  after({ heap }, index, list, item) {
    insertItem(heap, list, Number(index), item);
    return null;
  },
};

const takeAt: Step<[ListObject]> = { after: ({ heap }, index, list) => takeItem(heap, list, Number(index)) };

const removeFound: Step<[ListObject]> = {
  after({ heap }, index, list) {
    if ((index as number) < 0) raise('ValueError', 'list.remove(x): x not in list');
    if ((index as number) < list.length) list.remove(heap, index as number);
    return null;
  },
};
