import type { Heap } from '../heap/heap.ts';
import { REFERENCE_BYTES, hash as hashOfPlain, type Int, type Value, type Visit } from '../values/index.ts';
import type { Key } from './keys.ts';
import { NumberIndex } from './number-index.ts';

/**
 * What dicts and sets are made of: entries in the order of insertion, found by their keys' canonical forms. A key without one
 * (its class defines `__eq__` or `__hash__`, which only the program can answer) is found by its hash among the entries with the
 * same hash; `operations/tables.ts` does that.
 *
 * Invariants: a table that is plain has only keys with a canonical form; one that is not knows the hash of every key. Removed
 * entries leave holes, which go when the table is full: an entry's number is valid until the next insertion. Tables are full
 * when CPython's are, because programs see that when they change a dict while they go through it.
 */
export class HashTable {
  /** By entry; `undefined` where one was removed, and behind the last one. */
  private entryKeys: (Value | undefined)[] = NONE;
  /** As long as the keys; `null` in a set. */
  private entryValues: Value[] | null;
  /** One past the last entry, holes counted. */
  private count = 0;
  /** The canonical form of each key that has one; `null` as long as every key is its own form. */
  private forms: (Key | undefined)[] | null = null;
  /** The entries whose forms are numbers; `null` until somebody looks for one. */
  private numbers: NumberIndex | null = null;
  /** The other entries by their forms, and that of nan; `null` until somebody looks for one. */
  private places: Map<Key, number> | null = null;
  /** The entries of each hash, once there is a key without a canonical form; `null` before. */
  private placesByHash: Map<Int, number[]> | null = null;
  private hashes: Int[] | null = null;
  private live = 0;
  /** No entry before this one is there: what takes from the front again and again need not look for it. */
  private front = 0;
  /** So many entries, holes counted, fill the table. */
  private capacity = usableOf(SMALLEST_SIZE);
  private changes = 0;

  constructor(hasValues = true) {
    this.entryValues = hasValues ? NONE : null;
  }

  /** How many entries there are. */
  get size(): number {
    return this.live;
  }

  /** One past the last entry, holes counted. */
  get end(): number {
    return this.count;
  }

  /** The oldest entry, or `end`. */
  get first(): number {
    return this.front;
  }

  /** Whether every key has a canonical form, so that `find` can answer for every such key. */
  get isPlain(): boolean {
    return this.placesByHash === null;
  }

  /** Another number whenever an entry has come or gone. */
  get version(): number {
    return this.changes;
  }

  /** The key of an entry; `undefined` for a hole. */
  keyAt(entry: number): Value | undefined {
    return this.entryKeys[entry];
  }

  /** The value of an entry; `null` in a set. */
  valueAt(entry: number): Value {
    return this.entryValues === null ? null : this.entryValues[entry];
  }

  /** The canonical form of an entry's key, where it has one. */
  formAt(entry: number): Key | undefined {
    return this.forms === null ? (this.entryKeys[entry] as Key | undefined) : this.forms[entry];
  }

  /** The hash of an entry's key, in a table that is not plain. */
  hashAt(entry: number): Int | undefined {
    return this.hashes?.[entry];
  }

  /** The entry of a key by its canonical form, or -1. */
  find(key: Key): number {
    // Only a nan differs from itself, and the map finds it all the same.
    return this.count <= FEW_ENTRIES && key === key ? this.findAmongFew(key) : this.findIndexed(key);
  }

  /** So few entries are looked through sooner than they are indexed. */
  private findAmongFew(key: Key): number {
    const forms = this.forms ?? this.entryKeys;
    for (let entry = 0; entry < this.count; entry++) if (forms[entry] === key) return entry;
    return -1;
  }

  private findIndexed(key: Key): number {
    if (this.live === 0) return -1;
    if (isNumber(key)) return this.findNumber(key);
    const entry = (this.places ?? this.findPlaces()).get(key);
    return entry === undefined ? -1 : entry;
  }

  private findNumber(key: number): number {
    // The host compares numbers sooner than other forms.
    if (this.numbers === null && this.count <= FEW_NUMBERS) return this.findAmongFew(key);
    return (this.numbers ?? this.indexNumbers()).find(this.forms ?? this.entryKeys, key);
  }

  /** The keys, oldest first. */
  keys(): Value[] {
    if (this.live === this.count) return this.entryKeys.slice(0, this.count) as Value[];
    return this.entryKeys.filter(key => key !== undefined);
  }

  /** The values, in the order of their keys. */
  values(): Value[] {
    if (this.entryValues === null) return new Array<Value>(this.live).fill(null);
    if (this.live === this.count) return this.entryValues.slice(0, this.count);
    return this.entryValues.filter((_, entry) => this.entryKeys[entry] !== undefined);
  }

  /**
   * Adds an entry behind all others, whose key is not in the table yet; `form` is the key's canonical form where it has one,
   * `hash` its hash, which a table that is not plain needs for every key but numbers and strings.
   */
  add(heap: Heap, key: Value, value: Value, form: Key | undefined, hash?: Int): void {
    heap.grow(ENTRY_BYTES);
    if (this.count >= this.capacity) this.resize();
    if (this.forms === null && form !== key) this.forms = this.entryKeys.slice(0, this.count) as (Key | undefined)[];
    const entry = this.append(key, value);
    if (this.forms !== null) this.forms.push(form);
    if (isNumber(form)) this.numbers?.add(this.forms ?? this.entryKeys, form, entry);
    else if (form !== undefined && this.places !== null) this.places.set(form, entry);
    if (this.placesByHash !== null) this.index(entry, hash ?? hashOfPlain(key));
    this.live++;
    this.changes++;
    heap.stored(key);
    heap.stored(value);
  }

  /** The entry of a key with a canonical form, in a table that is plain; where there is none, adds one, and answers with -1. */
  findOrAdd(heap: Heap, key: Value, value: Value, form: Key): number {
    const { numbers } = this;
    const isQuick =
      numbers !== null && isNumber(form) && this.count < this.capacity && this.forms === null && form === key;
    if (!isQuick) {
      const entry = this.find(form);
      if (entry < 0) this.add(heap, key, value, form);
      return entry;
    }
    const entry = numbers.findOrAdd(this.entryKeys, form, this.count);
    if (entry >= 0) return entry;
    try {
      heap.grow(ENTRY_BYTES);
    } catch (thrown) {
      numbers.remove(form, this.count);
      throw thrown;
    }
    this.append(key, value);
    this.live++;
    this.changes++;
    heap.storedInt(form);
    heap.stored(value);
    return -1;
  }

  /** Puts a key and its value behind all others. The host makes small arrays sooner than it makes them larger. */
  private append(key: Value, value: Value): number {
    const entry = this.count++;
    const { entryKeys, entryValues } = this;
    if (entryKeys === NONE) {
      this.entryKeys = [key, undefined, undefined, undefined, undefined];
      if (entryValues !== null) this.entryValues = [value, null, null, null, null];
    } else if (entry < entryKeys.length) {
      entryKeys[entry] = key;
      if (entryValues !== null) entryValues[entry] = value;
    } else {
      entryKeys.push(key);
      if (entryValues !== null) entryValues.push(value);
    }
    return entry;
  }

  /** Replaces the value of an entry. */
  setValue(entry: number, value: Value): void {
    if (this.entryValues !== null) this.entryValues[entry] = value;
  }

  remove(heap: Heap, entry: number): void {
    const form = this.formAt(entry);
    if (isNumber(form)) this.numbers?.remove(form, entry);
    else if (form !== undefined) this.places?.delete(form);
    if (this.placesByHash !== null) this.removeHash(entry);
    this.entryKeys[entry] = undefined;
    if (this.entryValues !== null) this.entryValues[entry] = null;
    if (this.forms !== null) this.forms[entry] = undefined;
    this.live--;
    this.changes++;
    heap.grow(-ENTRY_BYTES);
    while (this.front < this.count && this.entryKeys[this.front] === undefined) this.front++;
  }

  private removeHash(entry: number): void {
    const hash = this.hashAt(entry) as Int;
    const sameHash = this.placesByHash?.get(hash);
    if (sameHash?.length === 1) this.placesByHash?.delete(hash);
    else if (sameHash) sameHash.splice(sameHash.indexOf(entry), 1);
  }

  /** The youngest entry, or -1; the holes behind it go. */
  dropToLast(): number {
    while (this.count > 0 && this.entryKeys[this.count - 1] === undefined) this.count--;
    if (this.forms !== null) this.forms.length = this.count;
    if (this.hashes !== null) this.hashes.length = Math.min(this.hashes.length, this.count);
    this.front = Math.min(this.front, this.count);
    return this.count - 1;
  }

  clear(heap: Heap): void {
    this.replace(heap, new HashTable(this.entryValues !== null));
  }

  /** Gives this table the entries of another in the place of its own. */
  replace(heap: Heap, other: HashTable): void {
    heap.grow(other.bytes - this.bytes);
    const changes = this.changes + 1;
    this.become(other);
    this.changes = changes;
  }

  /** The entries whose keys have a hash, oldest first, in a table that is not plain. */
  withHash(hash: Int): readonly number[] {
    return this.placesByHash?.get(hash) ?? [];
  }

  /** Keeps the hashes of all keys from now on; `hashOf` gives those of the keys that are there, which all are plain. */
  keepHashes(hashOf: (key: Value) => Int): void {
    if (this.placesByHash !== null) return;
    this.placesByHash = new Map();
    this.hashes = [];
    for (let entry = 0; entry < this.count; entry++) {
      const key = this.entryKeys[entry];
      if (key !== undefined) this.index(entry, hashOf(key));
    }
  }

  copy(): HashTable {
    const copy = new HashTable(this.entryValues !== null);
    copy.become(this);
    return copy;
  }

  /** Makes this table the same as another. */
  become(other: HashTable): void {
    this.entryKeys = copyOf(other.entryKeys);
    this.entryValues = other.entryValues && copyOf(other.entryValues);
    this.count = other.count;
    this.forms = other.forms && other.forms.slice();
    this.numbers = other.numbers && other.numbers.copy();
    this.places = null;
    this.placesByHash =
      other.placesByHash && new Map([...other.placesByHash].map(([hash, entries]) => [hash, entries.slice()]));
    this.hashes = other.hashes && other.hashes.slice();
    this.live = other.live;
    this.front = other.front;
    this.capacity = other.capacity;
    this.changes = other.changes;
  }

  get bytes(): number {
    return TABLE_BYTES + ENTRY_BYTES * this.live;
  }

  trace(visit: Visit): void {
    this.entryKeys.forEach(visit);
    this.entryValues?.forEach(visit);
  }

  private indexNumbers(): NumberIndex {
    const forms = this.forms ?? this.entryKeys;
    let count = 0;
    for (let entry = this.front; entry < this.count; entry++) if (isNumber(forms[entry])) count++;
    const numbers = new NumberIndex(count);
    for (let entry = this.front; entry < this.count; entry++) {
      const form = forms[entry];
      if (isNumber(form)) numbers.add(forms, form, entry);
    }
    this.numbers = numbers;
    return numbers;
  }

  private findPlaces(): Map<Key, number> {
    const places = new Map<Key, number>();
    for (let entry = this.front; entry < this.count; entry++) {
      const form = this.formAt(entry);
      if (form !== undefined && !isNumber(form)) places.set(form, entry);
    }
    this.places = places;
    return places;
  }

  private index(entry: number, hash: Int): void {
    if (this.hashes !== null) this.hashes[entry] = hash;
    const entries = this.placesByHash?.get(hash);
    if (entries) entries.push(entry);
    else this.placesByHash?.set(hash, [entry]);
  }

  /** Makes room for as many entries again, at least, and closes the holes. */
  private resize(): void {
    let size = SMALLEST_SIZE;
    while (size < GROWTH * this.live) size *= 2;
    this.capacity = usableOf(size);
    if (this.live < this.count) this.closeHoles();
  }

  private closeHoles(): void {
    let kept = 0;
    for (let entry = 0; entry < this.count; entry++) {
      if (this.entryKeys[entry] !== undefined) this.move(entry, kept++);
    }
    this.dropBehind(kept);
    if (this.forms !== null) this.forms.length = kept;
    this.numbers = null;
    this.places = null;
    this.front = 0;
    if (this.hashes === null) return;
    this.placesByHash = new Map();
    this.hashes.length = kept;
    for (let entry = 0; entry < kept; entry++) this.index(entry, this.hashes[entry]);
  }

  /** Leaves only the first entries, and their places to those that come. The host makes arrays that have become shorter larger slowly. */
  private dropBehind(kept: number): void {
    this.entryKeys.fill(undefined, kept, this.count);
    this.entryValues?.fill(null, kept, this.count);
    this.count = kept;
  }

  private move(from: number, to: number): void {
    this.entryKeys[to] = this.entryKeys[from];
    if (this.entryValues !== null) this.entryValues[to] = this.entryValues[from];
    if (this.forms !== null) this.forms[to] = this.forms[from];
    if (this.hashes !== null) this.hashes[to] = this.hashes[from];
  }
}

function copyOf<T>(items: T[]): T[] {
  return items === NONE ? items : items.slice();
}

/** Whether a form is a number, and not nan, which differs from itself. */
function isNumber(form: unknown): form is number {
  return typeof form === 'number' && form === form;
}

/** How many of the places of a table of CPython may be taken. */
function usableOf(size: number): number {
  return Math.floor((2 * size) / 3);
}

/** What no table changes: the keys, and the values, of one that has had none yet. */
const NONE: never[] = [];

const SMALLEST_SIZE = 8;
const FEW_ENTRIES = 8;
const FEW_NUMBERS = 16;
/** A full table gets so many places for each of its entries. */
const GROWTH = 3;

/** A key, its form, a value, and its place in the host's map. */
const ENTRY_BYTES = 10 * REFERENCE_BYTES;

/** A table with nothing in it. */
const TABLE_BYTES = 384;
