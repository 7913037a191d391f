import type { Machine } from '../machine.ts';
import { BEHIND_ALL, EXHAUSTED, PlaceIterator } from '../objects/index.ts';
import { type Outcome, type Step } from '../pending.ts';
import { callMethod } from './method-calls.ts';
import { specialMethod } from '../types/registry.ts';
import type { Value, Visit } from '../values/index.ts';

/** Goes through an object that has `__getitem__` alone: asks for its items 0, 1, …, until there is an `IndexError`. */
export class SequenceIterator extends PlaceIterator {
  get typeName(): string {
    return 'iterator';
  }
  private readonly sequence: Value;
  private readonly direction: 1 | -1;

  constructor(sequence: Value, first = 0, direction: 1 | -1 = 1) {
    super();
    this.sequence = sequence;
    this.at = first;
    this.direction = direction;
  }

  /** The program is asked for each item. */
  override get isSimple(): boolean {
    return false;
  }

  next(_machine: Machine): Outcome {
    if (this.at === BEHIND_ALL || this.at < 0) return EXHAUSTED;
    // A class keeps a special method that it has, but the program may delete it: the call of `None` then is the error.
    const getItem = specialMethod(this.sequence, '__getitem__') ?? null;
    return callMethod(getItem, [this.sequence, this.at]).thenDo(itemAtPlace, this);
  }

  /** Goes on behind an item. */
  passItem({ heap }: Machine): void {
    this.advance(heap, this.at + this.direction);
  }

  override trace(visit: Visit): void {
    visit(this.sequence);
  }
}

/** What `reversed` gives for an object that has `__len__` and `__getitem__`: asks for its items from the last one down. */
export class SequenceReverseIterator extends SequenceIterator {
  override get typeName(): string {
    return 'reversed';
  }

  constructor(sequence: Value, length: number) {
    super(sequence, length - 1, -1);
  }
}

const itemAtPlace: Step<[SequenceIterator]> = {
  after(machine, item, iterator) {
    iterator.passItem(machine);
    return item;
  },
  rescues: ['IndexError', 'StopIteration'],
  rescue(machine, _error, iterator) {
    iterator.advance(machine.heap, BEHIND_ALL);
    return EXHAUSTED;
  },
};
