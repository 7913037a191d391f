/**
 * Finds the entries of a table whose forms are numbers, by open addressing: the host's `Map` takes two or three times as long, and
 * three times as much room. The forms are the table's: whoever asks brings them. No form is nan, which would not equal itself.
 */
export class NumberIndex {
  /** By place: `EMPTY`, `REMOVED`, or an entry's number plus `FIRST`. There is always one that is empty. */
  private places: Places;
  /** How many bits number the places. */
  private bits: number;
  private mask: number;
  /** How many places hold an entry. */
  private count = 0;
  /** So many empty places may still be taken. */
  private free: number;

  /** `count` is how many entries it will hold at first, about. */
  constructor(count: number) {
    this.bits = bitsFor(count);
    this.mask = (1 << this.bits) - 1;
    this.places = newPlaces(this.bits);
    this.free = roomOf(this.bits);
  }

  /** The entry of a number, or -1. */
  find(forms: Forms, key: number): number {
    const { places, mask } = this;
    const word = wordOf(key);
    let place = firstPlace(word, this.bits);
    let taken = places[place];
    if (taken >= FIRST && forms[taken - FIRST] === key) return taken - FIRST;
    if (taken === EMPTY) return -1;
    const step = stepOf(word);
    for (;;) {
      place = (place + step) & mask;
      taken = places[place];
      if (taken === EMPTY) return -1;
      if (taken >= FIRST && forms[taken - FIRST] === key) return taken - FIRST;
    }
  }

  /** Adds the entry of a number that is not there. */
  add(forms: Forms, key: number, entry: number): void {
    if (this.free === 0) this.rebuild(forms);
    this.put(key, entry);
  }

  /** The entry of a number; one that is not there is added as `entry`, and the answer is -1. */
  findOrAdd(forms: Forms, key: number, entry: number): number {
    if (this.free === 0) this.rebuild(forms);
    const { places, mask } = this;
    const word = wordOf(key);
    let place = firstPlace(word, this.bits);
    let taken = places[place];
    if (taken !== EMPTY) {
      const step = stepOf(word);
      while (taken !== EMPTY) {
        if (taken >= FIRST && forms[taken - FIRST] === key) return taken - FIRST;
        place = (place + step) & mask;
        taken = places[place];
      }
    }
    this.free--;
    places[place] = entry + FIRST;
    this.count++;
    return -1;
  }

  /** Takes the entry of a number out, which is there. */
  remove(key: number, entry: number): void {
    const { places, mask } = this;
    const word = wordOf(key);
    const step = stepOf(word);
    let place = firstPlace(word, this.bits);
    while (places[place] !== entry + FIRST) place = (place + step) & mask;
    places[place] = REMOVED;
    this.count--;
  }

  copy(): NumberIndex {
    const copy = new NumberIndex(0);
    copy.places = this.places.slice();
    copy.bits = this.bits;
    copy.mask = this.mask;
    copy.count = this.count;
    copy.free = this.free;
    return copy;
  }

  private put(key: number, entry: number): void {
    const { places, mask } = this;
    const word = wordOf(key);
    let place = firstPlace(word, this.bits);
    if (places[place] >= FIRST) {
      const step = stepOf(word);
      do place = (place + step) & mask;
      while (places[place] >= FIRST);
    }
    if (places[place] === EMPTY) this.free--;
    places[place] = entry + FIRST;
    this.count++;
  }

  /** Makes room for as many entries again, at least. */
  private rebuild(forms: Forms): void {
    const old = this.places;
    this.bits = bitsFor(this.count);
    this.mask = (1 << this.bits) - 1;
    this.places = newPlaces(this.bits);
    this.free = roomOf(this.bits);
    this.count = 0;
    for (let place = 0; place < old.length; place++) {
      const known = old[place] - FIRST;
      if (known >= 0) this.put(forms[known] as number, known);
    }
  }
}

type Forms = readonly unknown[];

/** The host takes half a microsecond to make the smallest array of its own kind for ints of 32 bits. */
type Places = number[] | Int32Array;

const EMPTY = 0;
const REMOVED = 1;
const FIRST = 2;

function newPlaces(bits: number): Places {
  return bits <= MOST_BITS_OF_SMALL ? EMPTY_PLACES.slice(0, 1 << bits) : new Int32Array(1 << bits);
}

const MOST_BITS_OF_SMALL = 10;
/** To copy it is the soonest way to a new array. */
const EMPTY_PLACES = Array.from({ length: 1 << MOST_BITS_OF_SMALL }, () => EMPTY);

/** Twice as many entries, and more, have room in so many places. */
function bitsFor(count: number): number {
  return Math.max(LEAST_BITS, 32 - Math.clz32(GROWTH * count));
}

const LEAST_BITS = 5;
const GROWTH = 3;

/** How many of the places may be taken. */
function roomOf(bits: number): number {
  return Math.floor((2 << bits) / 3);
}

/*
 * Ints that follow each other have places that follow each other, which suits the caches of the host's processor. What their upper
 * bits say moves them to elsewhere, and what does not find its first place free goes on by steps that depend on all bits: so there is
 * no pattern of keys that meet each other again and again.
 */

function firstPlace(word: number, bits: number): number {
  return (word + (Math.imul(word >> bits, MIXER) >>> (32 - bits))) & ((1 << bits) - 1);
}

/** An odd number: by such steps one comes to all places. */
function stepOf(word: number): number {
  return (Math.imul(word ^ (word >>> 15), STEP_MIXER) >>> 8) | 1;
}

/** A number in 32 bits; itself where it is an int of so many. */
function wordOf(key: number): number {
  const small = key | 0;
  if (small === key) return small;
  DOUBLE[0] = key;
  const high = Math.imul(HALVES[1] ^ (HALVES[1] >>> 16), HALF_MIXER);
  return (HALVES[0] + (high ^ (high >>> 13))) | 0;
}

const DOUBLE = new Float64Array(1);
const HALVES = new Int32Array(DOUBLE.buffer);
/** Odd numbers whose bits follow no pattern. */
const MIXER = 0x9e3779b1;
const STEP_MIXER = 0x85ebca6b;
const HALF_MIXER = 0xc2b2ae35;
