import type { Machine } from '../machine.ts';
import { andThen, type Outcome, type Step } from '../pending.ts';
import type { Value } from '../values/index.ts';
import { itemLoop } from './loops.ts';
import { plainAny } from './plain-items.ts';
import { truth } from './truth.ts';

/** `any(iterable)` for `true`, `all(iterable)` for `false`: the first item of that truth value decides. */
export function quantify(machine: Machine, iterable: Value, decisive: boolean): Outcome {
  const plain = plainAny(iterable, decisive);
  if (plain !== undefined) return plain === decisive;
  return search(machine, iterable, decisive);
}

const search = itemLoop<[boolean]>(
  (machine, item, decisive) => {
    const isTrue = truth(machine, item);
    if (typeof isTrue === 'boolean') return isTrue === decisive ? decisive : null;
    return andThen(machine, isTrue, decide, decisive);
  },
  (_machine, decisive) => !decisive,
);

const decide: Step<[boolean]> = {
  after: (_machine, isTrue, decisive) => (isTrue === decisive ? decisive : null),
};
