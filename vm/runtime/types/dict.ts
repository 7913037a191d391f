import { raiseWith } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { DictObject, DictView, dictOfNames, newTuple, type Arguments, type Construct } from '../objects/index.ts';
import { copyDict, updateDict } from '../operations/dicts.ts';
import { itemLoop } from '../operations/loops.ts';
import { compareDicts } from '../operations/table-comparison.ts';
import { lookUp, removeEntry, storeKey, valueOrStore } from '../operations/tables.ts';
import { Pending, andThen, type Outcome, type Step } from '../pending.ts';
import type { Value } from '../values/index.ts';
import type { TypeDefinition } from './built-in-types.ts';
import { noArguments, someArguments } from './method-arguments.ts';

const constructDict: Construct = (machine, _type, given) => {
  const dict = machine.allocate(new DictObject());
  return andThen(machine, updateFrom(machine, 'dict', dict, given), itself, dict);
};

export const DICT: TypeDefinition = {
  construct: constructDict,
  compare: compareDicts,
  classMethods: {
    fromkeys(machine, _type, given) {
      const [keys, value] = someArguments('dict.fromkeys', given, 1, 2);
      const dict = machine.allocate(new DictObject());
      return storeEach(machine, keys ?? null, dict, value ?? null);
    },
  },
  methods: {
    clear(machine: Machine, self: DictObject, given: Arguments): Outcome {
      noArguments('dict.clear', given);
      machine.heap.beforeWrite(self);
      self.table.clear(machine.heap);
      return null;
    },

    copy(machine: Machine, self: DictObject, given: Arguments): Outcome {
      noArguments('dict.copy', given);
      return copyDict(machine, self);
    },

    get(machine: Machine, self: DictObject, given: Arguments): Outcome {
      const values = someArguments('dict.get', given, 1, 2);
      const key = values[0];
      const otherwise = values[1];
      const entry = lookUp(machine, self, key ?? null);
      if (entry instanceof Pending) return entry.thenDo(valueOr, self, otherwise ?? null);
      return valueOr.after(machine, entry, self, otherwise ?? null);
    },

    items: (machine: Machine, self: DictObject, given: Arguments): Outcome => view(machine, self, 'items', given),
    keys: (machine: Machine, self: DictObject, given: Arguments): Outcome => view(machine, self, 'keys', given),
    values: (machine: Machine, self: DictObject, given: Arguments): Outcome => view(machine, self, 'values', given),

    pop(machine: Machine, self: DictObject, given: Arguments): Outcome {
      const [key, otherwise] = someArguments('dict.pop', given, 1, 2);
      // Of an empty dict the key is not even hashed.
      if (self.table.size === 0) return takeOr.after(machine, -1, self, key ?? null, otherwise);
      const entry = lookUp(machine, self, key ?? null);
      if (entry instanceof Pending) return entry.thenDo(takeOr, self, key ?? null, otherwise);
      return takeOr.after(machine, entry, self, key ?? null, otherwise);
    },

    popitem(machine: Machine, self: DictObject, given: Arguments): Outcome {
      noArguments('dict.popitem', given);
      const { table } = self;
      if (table.size === 0) raiseWith('KeyError', 'popitem(): dictionary is empty');
      machine.heap.beforeWrite(self);
      const entry = table.dropToLast();
      const item = newTuple(machine.heap, [table.keyAt(entry) as Value, table.valueAt(entry)]);
      removeEntry(machine, self, entry);
      table.dropToLast();
      return item;
    },

    setdefault(machine: Machine, self: DictObject, given: Arguments): Outcome {
      const [key, value] = someArguments('dict.setdefault', given, 1, 2);
      return valueOrStore(machine, self, key ?? null, value ?? null);
    },

    update: (machine: Machine, self: DictObject, given: Arguments): Outcome =>
      updateFrom(machine, 'update', self, given),
  },
};

/** Takes over what a mapping or an iterable of pairs holds, and behind that the arguments by name. */
function updateFrom(machine: Machine, method: string, dict: DictObject, { values, names }: Arguments): Outcome {
  if (names.length === 0 && values.length === 1) return updateDict(machine, dict, values[0]);
  const placed = values.length - names.length;
  const [source] = someArguments(method, { values: values.slice(0, placed), names: [] }, 0, 1);
  if (names.length === 0) return source === undefined ? null : updateDict(machine, dict, source);
  const named = names.map((name, index) => [name, values[placed + index]] as const);
  const others = machine.allocate(dictOfNames(machine.heap, named));
  if (source === undefined) return updateDict(machine, dict, others);
  return andThen(machine, updateDict(machine, dict, source), updateNext, dict, others);
}

function view(machine: Machine, dict: DictObject, of: DictView['of'], given: Arguments): Outcome {
  noArguments(`dict.${of}`, given);
  return machine.allocate(new DictView(dict, of));
}

const itself: Step<[DictObject]> = { after: (_machine, _none, dict) => dict };

const updateNext: Step<[DictObject, DictObject]> = {
  after: (machine, _none, dict, others) => updateDict(machine, dict, others),
};

const storeEach = itemLoop<[DictObject, Value]>(
  (machine, key, dict, value) => storeKey(machine, dict, key, value),
  (_machine, dict) => dict,
);

const valueOr: Step<[DictObject, Value]> = {
  after: (_machine, entry, { table }, otherwise) =>
    (entry as number) < 0 ? otherwise : table.valueAt(entry as number),
};

const takeOr: Step<[DictObject, Value, Value | undefined]> = {
  after(machine, entry, dict, key, otherwise) {
    if ((entry as number) < 0) return otherwise === undefined ? raiseWith('KeyError', key) : otherwise;
    const value = dict.table.valueAt(entry as number);
    removeEntry(machine, dict, entry as number);
    return value;
  },
};
