import { outOfMemory } from '../values/bounds.ts';
import { Float, bytesOfTuple, type HeapObject, type Value, type Visit } from '../values/index.ts';
import { Copies, type Kept } from './copies.ts';
import { LargeValues, type SavedLargeValues } from './large-values.ts';
import { markReachable } from './mark.ts';
import { ObjectList, type SavedObjects } from './object-list.ts';
import {
  FLOAT_BYTES,
  LARGE_UNITS,
  SMALL_INT_BYTES,
  WIDE_NUMBER_BYTES,
  intBytes,
  isLarge,
  isSmallInt,
  textBytes,
} from './plain-bytes.ts';
import { Poison } from './poison.ts';
import { Schedule, type SavedSchedule } from './schedule.ts';

/**
 * The machine's memory: numbers its objects in the order of creation, counts their bytes, collects what cannot be reached, and
 * keeps for checkpoints what objects were. Everything that changes an object says so first (`beforeWrite`), and says how much it
 * grows.
 *
 * Invariant: nothing is collected while an instruction runs. `isDue` asks for it, and the machine collects before the next
 * instruction, so that operations may hold objects that no root leads to.
 */
export class Heap {
  /** Whether the machine should collect before its next instruction. */
  isDue = true;
  private observer: ((object: HeapObject) => void) | null = null;
  /** Whether anybody wants to know of every object. */
  private isWatched: boolean;
  private readonly limit: number;
  private readonly schedule: Schedule;
  /** All objects, where somebody wants to look at them: a list keeps what is garbage alive in the host until a collection. */
  private readonly list: ObjectList | null;
  /** How many objects there are, as far as is known. */
  private objects = 0;
  private readonly large = new LargeValues();
  private readonly copies = new Copies();
  private readonly poison: Poison | null;
  private allocations = 0;
  private allocatedBytes = 0;
  private countedBytes = 0;
  /** Bytes of small values that have been made or stored since the latest collection, about: they only make the next one sooner. */
  private estimatedBytes = 1;
  /** Whether an operation has been refused since the latest collection: the program knows then that memory is short. */
  private hasRefused = false;
  private collections = 0;
  /** Differs for each collection, and is never set back, so that marks need not be removed. */
  private mark = 0;
  /** The present epoch of checkpoints; objects that carry it need not be kept before they change. Never set back. */
  private currentEpoch = 0;

  /**
   * `limit` in bytes. Under stress there is a collection before every instruction that follows an allocation. A heap that is not
   * listed is faster, and has no `forEachObject`.
   */
  constructor(limit = Infinity, isStressed = false, isListed = true) {
    this.limit = limit;
    this.list = isListed || isStressed ? new ObjectList() : null;
    this.schedule = new Schedule(limit);
    this.poison = isStressed ? new Poison() : null;
    this.isWatched = this.list !== null;
    // What has never changed is a constant in what the host compiles; at the first collection it would have to give up all of that.
    this.isDue = false;
    this.estimatedBytes = 0;
  }

  /** From now on tells an observer of every new object, behind its number. */
  observe(observer: (object: HeapObject) => void): void {
    this.observer = observer;
    this.isWatched = true;
  }

  /** Objects made so far. */
  get allocationCount(): number {
    return this.allocations;
  }

  get counts(): HeapCounts {
    return {
      allocatedObjects: this.allocations,
      allocatedBytes: this.allocatedBytes,
      objects: this.objects,
      bytes: this.countedBytes,
      collections: this.collections,
    };
  }

  /** Puts a new object on the heap: gives it its number. One that has a number keeps it. */
  allocate<T extends HeapObject>(object: T): T {
    return object.allocation === 0 ? this.add(object, object.bytes) : object;
  }

  /** The same for an object that is new, and whose size is known. */
  add<T extends HeapObject>(object: T, bytes: number): T {
    this.grow(bytes);
    if (bytes > BULK_BYTES) object.trace(this.estimateValue);
    this.put(object);
    return object;
  }

  /** Counts a new object as `add` does, and answers with its number, for `putNew`; `null` where the object has to be shown to the heap. */
  number(bytes: number): number | null {
    if (this.isWatched || bytes > BULK_BYTES) return null;
    this.grow(bytes);
    this.objects++;
    return ++this.allocations;
  }

  /**
   * Whether a tuple of so many items may be left out that goes again before the program can see it: not where somebody looks at every
   * object, or a collection could be due before `spare` more bytes are counted.
   */
  canHideTuple(count: number, spare = 0): boolean {
    if (this.isWatched) return false;
    const bytes = this.countedBytes + bytesOfTuple(count);
    return bytes <= this.schedule.ceiling && bytes + this.estimatedBytes + spare <= this.schedule.trigger;
  }

  /** Counts such a tuple as if it had been made. */
  countHiddenTuple(count: number): void {
    this.hold(bytesOfTuple(count));
    this.allocations++;
    this.objects++;
  }

  /** The same for what reports an error, which must be possible when memory is short. */
  allocateAnyway<T extends HeapObject>(object: T): T {
    if (object.allocation === 0) {
      this.hold(object.bytes);
      this.put(object);
    }
    return object;
  }

  get epoch(): number {
    return this.currentEpoch;
  }

  /** Called before anything in an object changes. */
  beforeWrite(object: HeapObject): void {
    if (object.epoch !== this.currentEpoch) this.keep(object);
  }

  /** Counts bytes that an object has come to hold, or lost. Raises `MemoryError` far beyond the limit. */
  grow(bytes: number): void {
    this.hold(bytes);
    if (this.countedBytes > this.schedule.ceiling && bytes > 0) this.refuse(bytes);
  }

  /**
   * Counts bytes as `grow` does, and others as `estimate` does, where nothing comes of it: false, with nothing counted, where a
   * collection is or would be due.
   */
  growQuietly(bytes: number, estimated = 0): boolean {
    const counted = this.countedBytes + bytes;
    const small = this.estimatedBytes + estimated;
    const { ceiling, trigger } = this.schedule;
    if (this.isDue || counted > ceiling || counted + small > trigger) return false;
    this.countedBytes = counted;
    this.allocatedBytes += bytes;
    this.estimatedBytes = small;
    return true;
  }

  /** Counts bytes, as `grow` does, and never raises. */
  hold(bytes: number): void {
    this.countedBytes += bytes;
    if (bytes > 0) this.allocatedBytes += bytes;
    if (this.countedBytes + this.estimatedBytes > this.schedule.trigger) this.isDue = true;
  }

  /**
   * Says that small values have come to be that take so many bytes, about. It makes the next collection come in time, which
   * counts them exactly, and never raises.
   */
  estimate(bytes: number): void {
    this.estimatedBytes += bytes;
    if (this.countedBytes + this.estimatedBytes > this.schedule.trigger) this.isDue = true;
  }

  /**
   * Called before an operation makes something large: raises `MemoryError` where it cannot fit, whatever could be collected.
   * `bytes` is what it will take, at least. What fits only when garbage goes is let through; then there is a collection behind
   * the instruction, and the error if it did not help.
   */
  reserve(bytes: number): void {
    if (bytes > this.limit || this.countedBytes + bytes > this.schedule.ceiling) {
      this.noteRefusal();
      outOfMemory();
    }
  }

  /** Raises `MemoryError`: one more frame would take the frames alone beyond the limit. */
  refuseFrame(): never {
    this.noteRefusal();
    outOfMemory();
  }

  /**
   * Notes that the program gets a `MemoryError`. There is a collection before its next instruction, which frees what the way to
   * the handler has dropped, and says nothing if memory is still short: the handler must be able to do something about it.
   */
  noteRefusal(): void {
    this.isDue = true;
    this.hasRefused = true;
  }

  /**
   * Counts a string or an int that an operation has made, where it is no small one; anything else is left alone. Answers with
   * the value, or with an equal one that is there already.
   */
  made<T>(value: T): T {
    if (!isCountedWhenMade(value)) return value;
    return this.count(value as string | bigint) as T;
  }

  /** Counts a string that joins two. It shares them in the host until somebody looks into it, so only the shorter one counts. */
  joined(text: string, shorter: number): string {
    if (text.length >= LARGE_UNITS) this.grow(JOINT_BYTES + 2 * shorter);
    return text;
  }

  /** Counts an int of 54 to 128 bits that has been made, or that an object comes to hold. */
  countWide(): void {
    this.estimate(SMALL_INT_BYTES);
  }

  /** Counts a value that an object comes to hold: a large one that is not known yet exactly, a small one about. */
  stored(value: Value | undefined): void {
    if (typeof value === 'number') {
      this.storedInt(value);
    } else if (typeof value === 'string') {
      if (value.length >= LARGE_UNITS) this.count(value);
      else if (value.length > 1) this.estimate(textBytes(value));
    } else if (typeof value === 'bigint') {
      this.count(value);
    } else if (value instanceof Float) {
      this.storedFloat();
    }
  }

  /** The same of an int of at most 53 bits. */
  storedInt(value: number): void {
    if ((value | 0) !== value) this.estimate(WIDE_NUMBER_BYTES);
  }

  /** The same of a float, which need not have a box yet. */
  storedFloat(): void {
    this.estimate(FLOAT_BYTES);
  }

  /** Counts a float or a string as `stored` does, where nothing comes of it: false, with nothing counted, where it is more than that. */
  storedQuietly(value: string | Float): boolean {
    if (typeof value === 'string')
      return value.length < 2 || (value.length < LARGE_UNITS && this.estimateQuietly(textBytes(value)));
    return this.estimateQuietly(FLOAT_BYTES);
  }

  /**
   * Frees the objects that nothing reaches from what `visitRoots` visits. False where those that are left take more than the
   * limit, and the program has not been told so since the last time. `held` is what the roots themselves take.
   */
  collect(visitRoots: (visit: Visit) => void, held: number): boolean {
    this.isDue = false;
    this.collections++;
    const mark = ++this.mark;
    const marked = markReachable(
      { mark, large: this.large, bytesLimit: this.schedule.ceiling, isStrict: this.poison !== null },
      visitRoots,
    );
    const bytes = marked.bytes + held;
    const { poison } = this;
    if (marked.objects < this.objects) {
      this.list?.sweep(object => object.mark === mark, poison && (object => poison.freed(object)));
      this.objects = marked.objects;
    }
    this.schedule.collected(bytes, this.countedBytes + this.estimatedBytes);
    this.countedBytes = bytes;
    this.estimatedBytes = 0;
    const isKnown = this.hasRefused;
    this.hasRefused = false;
    return isKnown || bytes <= this.limit;
  }

  /** All objects of a heap that is listed, also those that nothing reaches and no collection has met yet. */
  forEachObject(visit: (object: HeapObject) => void): void {
    this.list?.forEach(visit);
  }

  /** Begins a checkpoint, whose name is `checkpoint`: from now on the first change of each object keeps what it was. */
  save(checkpoint: object): SavedHeap {
    this.copies.begin(checkpoint, this.allocations);
    this.currentEpoch++;
    return {
      counts: this.counts,
      isDue: this.isDue,
      hasRefused: this.hasRefused,
      estimatedBytes: this.estimatedBytes,
      list: this.list?.save() ?? null,
      large: this.large.save(),
      schedule: this.schedule.save(),
    };
  }

  /** Makes everything what it was at a checkpoint; the newer ones are no more. False where it is no checkpoint any more. */
  restore(checkpoint: object, saved: SavedHeap): boolean {
    const { poison } = this;
    if (!this.copies.restore(checkpoint, poison && (object => poison.revived(object)))) return false;
    this.currentEpoch++;
    if (saved.list !== null) this.list?.restore(saved.list);
    if (poison !== null) this.list?.forEach(object => poison.revived(object));
    this.large.restore(saved.large);
    this.schedule.restore(saved.schedule);
    this.isDue = saved.isDue;
    this.hasRefused = saved.hasRefused;
    this.estimatedBytes = saved.estimatedBytes;
    const { counts } = saved;
    this.allocations = counts.allocatedObjects;
    this.allocatedBytes = counts.allocatedBytes;
    this.countedBytes = counts.bytes;
    this.objects = counts.objects;
    this.collections = counts.collections;
    return true;
  }

  /** Ends a checkpoint. */
  drop(checkpoint: object): void {
    this.copies.drop(checkpoint);
  }

  /** What a checkpoint has kept so far of objects that have changed behind it. */
  keptBy(checkpoint: object): Kept {
    return this.copies.keptBy(checkpoint);
  }

  private put(object: HeapObject): void {
    object.allocation = ++this.allocations;
    object.epoch = this.currentEpoch;
    this.objects++;
    if (this.isWatched) this.show(object);
  }

  /** Tells those who want to know of every object. */
  private show(object: HeapObject): void {
    this.list?.add(object);
    if (this.poison !== null) this.isDue = true;
    this.observer?.(object);
  }

  private keep(object: HeapObject): void {
    if (!this.copies.isEmpty) this.copies.keep(object);
    object.epoch = this.currentEpoch;
  }

  private refuse(bytes: number): never {
    this.countedBytes -= bytes;
    this.noteRefusal();
    outOfMemory();
  }

  private readonly estimateValue: Visit = value => {
    if (typeof value === 'string' && value.length > 1) this.estimate(textBytes(value));
    else if (typeof value === 'bigint') this.estimate(intBytes(value));
  };

  private estimateQuietly(bytes: number): boolean {
    const estimated = this.estimatedBytes + bytes;
    if (this.isDue || this.countedBytes + estimated > this.schedule.trigger) return false;
    this.estimatedBytes = estimated;
    return true;
  }

  private count(value: string | bigint): Value {
    if (typeof value === 'bigint' && isSmallInt(value)) {
      this.estimate(SMALL_INT_BYTES);
      return value;
    }
    if (!isLarge(value)) {
      this.estimate(typeof value === 'string' ? textBytes(value) : intBytes(value));
      return value;
    }
    const known = this.large.find(value);
    if (known !== undefined) return known.value;
    this.grow(this.large.add(value));
    return value;
  }
}

/** Whether an operation that makes a value tells the heap: a string that is not short, and an int of more than 53 bits. */
export function isCountedWhenMade(value: unknown): boolean {
  return typeof value === 'string' ? value.length >= MEDIUM_UNITS : typeof value === 'bigint';
}

/** What a heap has counted. */
export interface HeapCounts {
  /** Objects and bytes made so far; bytes without small strings and floats. */
  readonly allocatedObjects: number;
  readonly allocatedBytes: number;
  /** Objects and bytes that are there, and what the latest collection has not met yet. */
  readonly objects: number;
  readonly bytes: number;
  readonly collections: number;
}

export interface SavedHeap {
  readonly counts: HeapCounts;
  readonly isDue: boolean;
  readonly hasRefused: boolean;
  readonly estimatedBytes: number;
  readonly list: SavedObjects | null;
  readonly large: SavedLargeValues;
  readonly schedule: SavedSchedule;
}

/** Strings shorter than this count when they are stored, and not when they are made. */
const MEDIUM_UNITS = 64;
/** The small values in an object that is larger than this when it is made count at once. */
const BULK_BYTES = 1024;

/** What the host takes for a string that it puts together later. */
const JOINT_BYTES = 32;
