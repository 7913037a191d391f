import { raise } from '../errors.ts';
import type { Machine } from '../machine.ts';
import type { Value, Visit } from '../values/index.ts';
import type { DictObject, SetObject } from './dicts.ts';
import { EXHAUSTED, IteratorObject } from './iterators.ts';
import type { HashTable } from './tables.ts';
import { newTuple } from './tuples.ts';

/**
 * Goes through a dict or set; one that has changed its size meanwhile is an error, at this step and at every later one. A dict
 * that has kept its size, but has more keys to come than it had, is one, too.
 */
export class TableIterator extends IteratorObject {
  readonly typeName: string;
  /** What it goes through. */
  readonly table: HashTable;
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
    this.table = source.table;
    this.isOfDict = source.typeName === 'dict';
    this.gives = gives;
    this.size = source.table.size;
    this.left = this.size;
    this.direction = direction;
    this.at = direction === 1 ? 0 : source.table.end - 1;
  }

  next(machine: Machine): Value {
    const entry = this.nextEntry(machine);
    if (entry < 0) return EXHAUSTED;
    const { table } = this;
    const key = table.keyAt(entry) as Value;
    if (this.gives === 'keys') return key;
    const value = table.valueAt(entry);
    return this.gives === 'values' ? value : newTuple(machine.heap, [key, value]);
  }

  /**
   * The next item where it need not be made and nothing has changed the table; `undefined`, with nothing changed, elsewhere. The heap has
   * this iterator in its present epoch.
   */
  takeSimple(): Value | undefined {
    const entry = this.gives === 'items' ? NOT_SIMPLE : this.passSimple();
    if (entry < 0) return undefined;
    return this.gives === 'keys' ? this.table.keyAt(entry) : this.table.valueAt(entry);
  }

  /** Goes on to the next entry where that is behind the last one, and answers with it. */
  private passSimple(): number {
    const { at, table } = this;
    if (at < 0 || this.left === 0 || table.size !== this.size || at >= table.end || table.keyAt(at) === undefined)
      return NOT_SIMPLE;
    this.at = at + this.direction;
    if (this.isOfDict) this.left--;
    return at;
  }

  /**
   * The entry whose key and value make the next tuple, where there is no need to make it: `NO_ENTRY` behind the last one, and
   * `NOT_SIMPLE`, with nothing changed, where somebody could see that it has not been made.
   */
  nextPair(machine: Machine): number {
    const { heap } = machine;
    const isSimple = this.gives === 'items' && this.table.size === this.size && this.left > 0;
    if (!isSimple || !heap.canHideTuple(2)) return NOT_SIMPLE;
    const simple = this.epoch === heap.epoch ? this.passSimple() : NOT_SIMPLE;
    const entry = simple < 0 ? this.nextEntry(machine) : simple;
    if (entry >= 0) heap.countHiddenTuple(2);
    return entry;
  }

  /** Goes on to the next entry, and answers with it, or with `NO_ENTRY`. */
  private nextEntry(machine: Machine): number {
    const { table } = this;
    if (this.at === FINISHED) return NO_ENTRY;
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
    this.at = key === undefined || this.left === 0 ? FINISHED : entry + this.direction;
    if (key === undefined) return NO_ENTRY;
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

/** Where an exhausted iterator stays; a small int, as the host has it wherever there is no other number. */
const FINISHED = -2;

export const NO_ENTRY = -1;
const NOT_SIMPLE = -2;
