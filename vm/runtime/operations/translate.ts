/** `str.translate` and `str.maketrans`. */
import { Raised, raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import { DictObject, EXHAUSTED, newTuple, type TupleObject } from '../objects/index.ts';
import { Pending, type Outcome, type Step } from '../pending.ts';
import { translate, translationKey, translationOfTexts, type Value } from '../values/index.ts';
import { loadIndex } from './indexing.ts';
import { storeKey } from './tables.ts';

/** `text.translate(table)`: the table, anything that has items, is asked once for each code point of the text. */
export function translateText(machine: Machine, text: string, table: Value): Outcome {
  if (table instanceof DictObject && table.table.isPlain) return machine.heap.made(translateByDict(text, table));
  return translateWith(machine, text, table, []);
}

/** The same with a dict whose keys ask nobody what they equal. */
function translateByDict(text: string, { table }: DictObject): string {
  return translate(text, code => {
    const entry = table.find(code);
    return entry < 0 ? undefined : table.valueAt(entry);
  });
}

/** `str.maketrans(from, to, deleted)`: a dict from code points to what they become. */
export function makeTranslation(
  machine: Machine,
  from: Value,
  to: Value | undefined,
  deleted: Value | undefined,
): DictObject {
  const pairs = to === undefined ? pairsOfDict(from) : translationOfTexts(from, to, deleted);
  const made = machine.allocate(new DictObject());
  for (const [key, value] of pairs) storeKey(machine, made, key, value);
  return made;
}

function pairsOfDict(from: Value): [Value, Value][] {
  if (!(from instanceof DictObject)) {
    raise('TypeError', 'if you give only one argument to maketrans it must be a dict');
  }
  const values = from.table.values();
  return from.table.keys().map((key, index) => [translationKey(key), values[index]]);
}

/** The first code points of the text have these answers. */
function translateWith(machine: Machine, text: string, table: Value, answers: readonly Value[]): Outcome {
  const codes = [...new Set(text)].map(point => point.codePointAt(0) as number);
  const known = [...answers];
  while (known.length < codes.length) {
    const outcome = ask(machine, table, codes[known.length]);
    if (outcome instanceof Pending) {
      return outcome.thenDo(targetOrNone).thenDo(answered, text, table, newTuple(machine.heap, known));
    }
    known.push(outcome);
  }
  const targets = new Map(codes.map((code, index) => [code, known[index]]));
  return translate(text, code => {
    const target = targets.get(code);
    return target === NONE ? undefined : target;
  });
}

function ask(machine: Machine, table: Value, code: number): Outcome {
  try {
    return loadIndex(machine, table, code);
  } catch (thrown) {
    if (thrown instanceof Raised && (thrown.kind === 'KeyError' || thrown.kind === 'IndexError')) return NONE;
    throw thrown;
  }
}

/** The answer of a table that has nothing for a code point. */
const NONE = EXHAUSTED;

const targetOrNone: Step<[]> = {
  after: (_machine, target) => target,
  rescues: ['LookupError'],
  rescue: () => NONE,
};

const answered: Step<[text: string, table: Value, known: TupleObject]> = {
  after: (machine, target, text, table, known) => translateWith(machine, text, table, [...known.items, target]),
};
