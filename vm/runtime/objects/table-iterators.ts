import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import type { Value, Visit } from '../values/index.ts';
import { DictObject, type SetObject } from './dicts.ts';
import { BEHIND_ALL, EXHAUSTED, IteratorObject, NO_ITEMS } from './iterators.ts';
import { newTuple } from './tuples.ts';

/**
 * Goes through a dict or set; one that has changed its size meanwhile is an error, at this step and at every later one. A dict
 * that has kept its size, but has more keys to come than it had, is one, too.
 */
export class TableIterator extends IteratorObject {
  readonly typeName: string;
  private readonly source: DictObject | SetObject;
  private readonly gives: 'keys' | 'values' | 'items';
  private readonly direction: 1 | -1;
  private readonly isOfDict: boolean;
  private at: number;
  /** How many entries the table had at the beginning; `CHANGED` once it has had another number. */
  private size: number;
  private left: number;

  constructor(name: string, source: DictObject | SetObject, gives: TableIterator['gives'], direction: 1 | -1 = 1) {
    super();
    this.typeName = name;
    this.source = source;
    this.isOfDict = source instanceof DictObject;
    this.gives = gives;
    this.size = source.table.size;
    this.left = this.size;
    this.direction = direction;
    this.at = direction === 1 ? 0 : source.table.end - 1;
  }

  next(machine: Machine): Value {
    const entry = this.nextEntry(machine);
    if (entry < 0) return EXHAUSTED;
    const { table } = this.source;
    const key = table.keyAt(entry) as Value;
    if (this.gives === 'keys') return key;
    const value = table.valueAt(entry);
    return this.gives === 'values' ? value : newTuple(machine.heap, [key, value]);
  }

  override nextItems(machine: Machine, count: number): readonly Value[] | null {
    const { table } = this.source;
    const isSimple = this.gives === 'items' && count === 2 && table.size === this.size && this.left > 0;
    if (!isSimple || !machine.heap.canHideTuple(2)) return null;
    const entry = this.nextEntry(machine);
    if (entry < 0) return NO_ITEMS;
    machine.heap.countHiddenTuple(2);
    return [table.keyAt(entry) as Value, table.valueAt(entry)];
  }

  /** Goes on to the next entry, and answers with it; -1 behind the last one. */
  private nextEntry(machine: Machine): number {
    const { table } = this.source;
    if (this.at === BEHIND_ALL) return -1;
    machine.heap.beforeWrite(this);
    if (table.size !== this.size) {
      this.size = CHANGED;
      const kind = this.isOfDict ? 'dictionary' : 'Set';
      raise('RuntimeError', `${kind} changed size during iteration`);
    }
    let entry = this.at;
    if (this.direction === 1 && entry < table.first) entry = table.first;
    while (entry >= 0 && entry < table.end && table.keyAt(entry) === undefined) entry += this.direction;
    // The host is slow where an array is asked for what it has never had.
    const key = entry >= 0 && entry < table.end ? table.keyAt(entry) : undefined;
    this.at = key === undefined || this.left === 0 ? BEHIND_ALL : entry + this.direction;
    if (key === undefined) return -1;
    if (this.left === 0) raise('RuntimeError', 'dictionary keys changed during iteration');
    if (this.isOfDict) this.left--;
    return entry;
  }

  override trace(visit: Visit): void {
    visit(this.source);
  }

  override save(): unknown {
    return [this.at, this.size, this.left];
  }

  override restore(saved: unknown): void {
    [this.at, this.size, this.left] = saved as [number, number, number];
  }
}

const CHANGED = -1;
