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
  /** By entry; `undefined` where one was removed. */
  private entryKeys: (Value | undefined)[] = [];
  private entryValues: Value[] = [];
  /** The canonical form of each key that has one; `null` as long as every key is its own form. */
  private forms: (Key | undefined)[] | null = null;
  /** The entries whose forms are numbers; `null` until somebody looks for one. */
  private numbers: NumberIndex | null = null;
  /** The other entries by their forms, and that of nan; `null` until somebody looks for one. */
  private places: Map<Key, number> | null = null;
  /** The entries of each hash, once there is a key without a canonical form; `null` before. */
  private placesByHash: Map<Int, number[]> | null = null;
  private hashes: Int[] = [];
  private live = 0;
  /** No entry before this one is there: what takes from the front again and again need not look for it. */
  private front = 0;
  /** So many entries, holes counted, fill the table. */
  private capacity = usableOf(SMALLEST_SIZE);
  private changes = 0;

  /** How many entries there are. */
  get size(): number {
    return this.live;
  }

  /** One past the last entry, holes counted. */
  get end(): number {
    return this.entryKeys.length;
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

  valueAt(entry: number): Value {
    return this.entryValues[entry];
  }

  /** The canonical form of an entry's key, where it has one. */
  formAt(entry: number): Key | undefined {
    return this.forms === null ? (this.entryKeys[entry] as Key | undefined) : this.forms[entry];
  }

  /** The hash of an entry's key, in a table that is not plain. */
  hashAt(entry: number): Int | undefined {
    return this.hashes[entry];
  }

  /** The entry of a key by its canonical form, or -1. */
  find(key: Key): number {
    if (this.live === 0) return -1;
    const forms = this.forms ?? this.entryKeys;
    // Only a nan differs from itself, and the map finds it all the same.
    if (forms.length <= FEW_ENTRIES && key === key) return findAmongFew(forms, key);
    if (isNumber(key)) return (this.numbers ?? this.indexNumbers()).find(forms, key);
    const entry = (this.places ?? this.findPlaces()).get(key);
    return entry === undefined ? -1 : entry;
  }

  /** The keys, oldest first. */
  keys(): Value[] {
    if (this.live === this.entryKeys.length) return this.entryKeys.slice() as Value[];
    return this.entryKeys.filter(key => key !== undefined);
  }

  /** The values, in the order of their keys. */
  values(): Value[] {
    if (this.live === this.entryKeys.length) return this.entryValues.slice();
    return this.entryValues.filter((_, entry) => this.entryKeys[entry] !== undefined);
  }

  /**
   * Adds an entry behind all others, whose key is not in the table yet; `form` is the key's canonical form where it has one,
   * `hash` its hash, which a table that is not plain needs for every key but numbers and strings.
   */
  add(heap: Heap, key: Value, value: Value, form: Key | undefined, hash?: Int): void {
    heap.grow(ENTRY_BYTES);
    if (this.entryKeys.length >= this.capacity) this.resize();
    const entry = this.entryKeys.length;
    if (this.forms === null && form !== key) this.forms = this.entryKeys.slice() as (Key | undefined)[];
    this.entryKeys.push(key);
    this.entryValues.push(value);
    if (this.forms !== null) this.forms.push(form);
    if (isNumber(form)) this.numbers?.add(this.forms ?? this.entryKeys, form, entry);
    else if (form !== undefined && this.places !== null) this.places.set(form, entry);
    if (this.placesByHash !== null) this.index(entry, hash ?? hashOfPlain(key));
    this.live++;
    this.changes++;
    heap.stored(key);
    heap.stored(value);
  }

  /** Replaces the value of an entry. */
  setValue(entry: number, value: Value): void {
    this.entryValues[entry] = value;
  }

  remove(heap: Heap, entry: number): void {
    const form = this.formAt(entry);
    if (isNumber(form)) this.numbers?.remove(form, entry);
    else if (form !== undefined) this.places?.delete(form);
    if (this.placesByHash !== null) this.removeHash(entry);
    this.entryKeys[entry] = undefined;
    this.entryValues[entry] = null;
    if (this.forms !== null) this.forms[entry] = undefined;
    this.live--;
    this.changes++;
    heap.grow(-ENTRY_BYTES);
    while (this.front < this.end && this.entryKeys[this.front] === undefined) this.front++;
  }

  private removeHash(entry: number): void {
    const sameHash = this.placesByHash?.get(this.hashes[entry]);
    if (sameHash?.length === 1) this.placesByHash?.delete(this.hashes[entry]);
    else if (sameHash) sameHash.splice(sameHash.indexOf(entry), 1);
  }

  /** The youngest entry, or -1; the holes behind it go. */
  dropToLast(): number {
    while (this.entryKeys.length > 0 && this.entryKeys.at(-1) === undefined) {
      this.entryKeys.pop();
      this.entryValues.pop();
      this.forms?.pop();
    }
    this.hashes.length = Math.min(this.hashes.length, this.end);
    this.front = Math.min(this.front, this.end);
    return this.end - 1;
  }

  clear(heap: Heap): void {
    this.replace(heap, new HashTable());
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
    for (const [entry, key] of this.entryKeys.entries()) if (key !== undefined) this.index(entry, hashOf(key));
  }

  copy(): HashTable {
    const copy = new HashTable();
    copy.become(this);
    return copy;
  }

  /** Makes this table the same as another. */
  become(other: HashTable): void {
    this.entryKeys = other.entryKeys.slice();
    this.entryValues = other.entryValues.slice();
    this.forms = other.forms && other.forms.slice();
    this.numbers = null;
    this.places = null;
    this.placesByHash =
      other.placesByHash && new Map([...other.placesByHash].map(([hash, entries]) => [hash, entries.slice()]));
    this.hashes = other.hashes.slice();
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
    this.entryValues.forEach(visit);
  }

  private indexNumbers(): NumberIndex {
    const forms = this.forms ?? this.entryKeys;
    let count = 0;
    for (let entry = this.front; entry < forms.length; entry++) if (isNumber(forms[entry])) count++;
    const numbers = new NumberIndex(count);
    for (let entry = this.front; entry < forms.length; entry++) {
      const form = forms[entry];
      if (isNumber(form)) numbers.add(forms, form, entry);
    }
    this.numbers = numbers;
    return numbers;
  }

  private findPlaces(): Map<Key, number> {
    const places = new Map<Key, number>();
    for (let entry = this.front; entry < this.entryKeys.length; entry++) {
      const form = this.formAt(entry);
      if (form !== undefined && !isNumber(form)) places.set(form, entry);
    }
    this.places = places;
    return places;
  }

  private index(entry: number, hash: Int): void {
    this.hashes[entry] = hash;
    const entries = this.placesByHash?.get(hash);
    if (entries) entries.push(entry);
    else this.placesByHash?.set(hash, [entry]);
  }

  /** Makes room for as many entries again, at least, and closes the holes. */
  private resize(): void {
    let size = SMALLEST_SIZE;
    while (size < GROWTH * this.live) size *= 2;
    this.capacity = usableOf(size);
    if (this.live < this.entryKeys.length) this.closeHoles();
  }

  private closeHoles(): void {
    let kept = 0;
    for (let entry = 0; entry < this.entryKeys.length; entry++) {
      if (this.entryKeys[entry] !== undefined) this.move(entry, kept++);
    }
    this.entryKeys.length = kept;
    this.entryValues.length = kept;
    if (this.forms !== null) this.forms.length = kept;
    this.numbers = null;
    this.places = null;
    this.front = 0;
    if (this.placesByHash === null) return;
    this.placesByHash = new Map();
    this.hashes.length = kept;
    for (let entry = 0; entry < kept; entry++) this.index(entry, this.hashes[entry]);
  }

  private move(from: number, to: number): void {
    this.entryKeys[to] = this.entryKeys[from];
    this.entryValues[to] = this.entryValues[from];
    if (this.forms !== null) this.forms[to] = this.forms[from];
    if (this.placesByHash !== null) this.hashes[to] = this.hashes[from];
  }
}

/** So few entries are looked through sooner than they are indexed. */
function findAmongFew(forms: readonly unknown[], key: Key): number {
  for (let entry = 0; entry < forms.length; entry++) if (forms[entry] === key) return entry;
  return -1;
}

/** Whether a form is a number, and not nan, which differs from itself. */
function isNumber(form: unknown): form is number {
  return typeof form === 'number' && form === form;
}

/** How many of the places of a table of CPython may be taken. */
function usableOf(size: number): number {
  return Math.floor((2 * size) / 3);
}

const SMALLEST_SIZE = 8;
const FEW_ENTRIES = 8;
/** A full table gets so many places for each of its entries. */
const GROWTH = 3;

/** A key, its form, a value, and its place in the host's map. */
const ENTRY_BYTES = 10 * REFERENCE_BYTES;

/** A table with nothing in it. */
const TABLE_BYTES = 384;
