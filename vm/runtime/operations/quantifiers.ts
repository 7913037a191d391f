import type { Machine } from '../machine.ts';
import { andThen, type Outcome, type Step } from '../pending.ts';
import type { Value } from '../values/index.ts';
import { GO_ON, itemLoop } from './item-loop.ts';
import { iterate } from './iteration.ts';
import { truth } from './truth.ts';

/** `any(iterable)` for `true`, `all(iterable)` for `false`: whether the first item of that truth value decides. */
export function quantify(machine: Machine, iterable: Value, decisive: boolean): Outcome {
  return andThen(machine, iterate(machine, iterable), searchFrom, decisive);
}

const searchFrom: Step<[boolean]> = {
  after: (machine, iterator, decisive) => search(machine, iterator, decisive),
};

const search = itemLoop<boolean>({
  each: (machine, item, decisive) => andThen(machine, truth(machine, item), decide, decisive),
  end: (_machine, decisive) => !decisive,
});

const decide: Step<[boolean]> = {
  after: (_machine, isTrue, decisive) => (isTrue === decisive ? decisive : GO_ON),
};
