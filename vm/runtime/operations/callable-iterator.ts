import type { Machine } from '../machine.ts';
import { EXHAUSTED, IteratorObject } from '../objects/index.ts';
import { andThen, callLater, type Outcome, type Step } from '../pending.ts';
import { isSame, type Value, type Visit } from '../values/index.ts';
import { equals } from './equality.ts';
import { truth } from './truth.ts';

/** `iter(callable, sentinel)`: what calls of a value give, up to one that equals the sentinel. */
export class CallableIterator extends IteratorObject {
  get typeName(): string {
    return 'callable_iterator';
  }
  private readonly callable: Value;
  private readonly sentinel: Value;
  private isExhausted = false;

  constructor(callable: Value, sentinel: Value) {
    super();
    this.callable = callable;
    this.sentinel = sentinel;
  }

  next(_machine: Machine): Outcome {
    return this.isExhausted ? EXHAUSTED : callLater(this.callable, []).thenDo(unlessSentinel, this, this.sentinel);
  }

  exhaust({ heap }: Machine): Value {
    heap.beforeWrite(this);
    this.isExhausted = true;
    return EXHAUSTED;
  }

  override trace(visit: Visit): void {
    visit(this.callable);
    visit(this.sentinel);
  }

  override save(): unknown {
    return this.isExhausted;
  }

  override restore(saved: unknown): void {
    this.isExhausted = saved as boolean;
  }
}

const unlessSentinel: Step<[CallableIterator, Value]> = {
  after(machine, result, iterator, sentinel) {
    if (isSame(sentinel, result)) return iterator.exhaust(machine);
    const isEnd = andThen(machine, equals(machine, sentinel, result), asBool);
    return andThen(machine, isEnd, endOr, iterator, result);
  },
  rescues: ['StopIteration'],
  rescue: (machine, _error, iterator) => iterator.exhaust(machine),
};

const asBool: Step<[]> = { after: (machine, answer) => truth(machine, answer) };

const endOr: Step<[CallableIterator, Value]> = {
  after: (machine, isEnd, iterator, result) => (isEnd === true ? iterator.exhaust(machine) : result),
};
