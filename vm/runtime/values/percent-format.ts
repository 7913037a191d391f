import { raise } from '../errors.ts';
import { codePointLength } from './code-points.ts';
import { asInt } from './numeric.ts';
import type { Asking } from './object-request.ts';
import {
  CONVERSION_TYPES,
  formatConversion,
  formatPlainConversion,
  type PercentConversion,
} from './percent-conversion.ts';
import { HeapObject, type Value } from './value.ts';

/** Where the values of a `%` format come from. */
export interface PercentArguments {
  /** A tuple's items, or the one value that is none. */
  readonly values: readonly Value[];
  /** What `%(key)s` looks its keys up in; `undefined` when the argument is no mapping. */
  readonly mapping: HeapObject | undefined;
}

/**
 * `format % arguments` where no object has to be asked about; `undefined` where one has to be. Raises what `formatPercent` raises
 * up to there.
 */
export function formatPercentPlain(format: string, source: PercentArguments): string | undefined {
  const reader = new PercentReader(format, source);
  const text = reader.plainText();
  return reader.isDone ? text : undefined;
}

/**
 * `format % arguments`. Raises what CPython raises, in its order: an argument is asked for before what stands behind it in
 * the format is read.
 */
export function* formatPercent(format: string, source: PercentArguments): Asking<string> {
  const reader = new PercentReader(format, source);
  let text = reader.plainText();
  while (!reader.isDone) {
    text += yield* reader.convertNext();
    text += reader.plainText();
  }
  return text;
}

/** A conversion with its value, and where its type letter stands. */
interface ReadConversion {
  readonly conversion: PercentConversion;
  readonly value: Value;
  readonly typeUnit: number;
}

/** Reads conversions behind their percent signs, and takes their arguments. */
class PercentReader {
  private readonly format: string;
  private readonly source: PercentArguments;
  private taken = 0;
  /** How far the format is read, in UTF-16 units. */
  private unit = 0;
  /** A conversion that is read, and has to ask about its value. */
  private waiting: ReadConversion | null = null;
  /** Whether all is read. */
  isDone = false;

  constructor(format: string, source: PercentArguments) {
    this.format = format;
    this.source = source;
  }

  /** The text up to the next conversion that has to ask about an object, or to the end. */
  plainText(): string {
    let text = '';
    for (;;) {
      const percent = this.format.indexOf('%', this.unit);
      if (percent < 0) break;
      text += this.format.slice(this.unit, percent);
      this.unit = percent + 1;
      if (this.accept('%')) {
        text += '%';
        continue;
      }
      if (this.format[this.unit] === '(') {
        this.mapping();
        return text;
      }
      const read = this.readConversion(undefined);
      if (read.value instanceof HeapObject) {
        this.waiting = read;
        return text;
      }
      text += formatPlainConversion(read.conversion, read.value) ?? this.raiseUnsupported(read);
    }
    text += this.format.slice(this.unit);
    this.finish();
    return text;
  }

  /** The conversion at which `plainText` has stopped. */
  *convertNext(): Asking<string> {
    // A value found by its key is there before the rest is read.
    const keyed = this.waiting === null && this.accept('(') ? ((yield* this.lookUp()) as Value) : undefined;
    const read = this.waiting ?? this.readConversion(keyed);
    this.waiting = null;
    return (yield* formatConversion(read.conversion, read.value)) ?? this.raiseUnsupported(read);
  }

  private readConversion(keyed: Value | undefined): ReadConversion {
    const bare = BARE[this.format.charCodeAt(this.unit)] as PercentConversion | undefined;
    if (bare !== undefined) {
      const value = keyed === undefined ? this.take() : keyed;
      return { conversion: bare, value, typeUnit: this.unit++ };
    }
    const flags = this.readFlags();
    const width = this.readWidth();
    const precision = this.accept('.') ? this.readPrecision() : -1;
    // The lengths of C's types are read and mean nothing.
    if (!this.accept('h') && !this.accept('l')) this.accept('L');
    if (this.peek() === '') raise('ValueError', 'incomplete format');
    const value = keyed === undefined ? this.take() : keyed;
    const typeUnit = this.unit;
    const type = this.peek();
    this.unit += type.length;
    const conversion: PercentConversion = {
      isLeftAligned: flags.includes('-') || width < -1,
      sign: flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '',
      isAlternate: flags.includes('#'),
      isZeroPadded: flags.includes('0'),
      width: Math.abs(width),
      precision,
      type,
    };
    return { conversion, value, typeUnit };
  }

  /** Raises `TypeError` when values are left; a mapping may be used in part. */
  private finish(): void {
    this.isDone = true;
    if (this.taken < this.source.values.length && this.source.mapping === undefined) {
      raise('TypeError', 'not all arguments converted during string formatting');
    }
  }

  private accept(wanted: string): boolean {
    const isThere = this.format[this.unit] === wanted;
    if (isThere) this.unit++;
    return isThere;
  }

  private *lookUp(): Asking<Value | undefined> {
    return yield { kind: 'item', object: this.mapping(), key: this.readKey() };
  }

  /** What keys are looked up in. Raises `TypeError` where that is no mapping. */
  private mapping(): HeapObject {
    return this.source.mapping ?? raise('TypeError', 'format requires a mapping');
  }

  /** Up to the parenthesis that closes the key; those inside pair up. */
  private readKey(): string {
    const start = this.unit;
    for (let depth = 1; this.unit < this.format.length;) {
      const unit = this.format[this.unit++];
      if (unit === '(') depth++;
      if (unit === ')') depth--;
      if (depth === 0) return this.format.slice(start, this.unit - 1);
    }
    return raise('ValueError', 'incomplete format key');
  }

  private readFlags(): string {
    const start = this.unit;
    while (this.unit < this.format.length && FLAGS.includes(this.format[this.unit])) this.unit++;
    return this.format.slice(start, this.unit);
  }

  /** The number that decimal digits stand for, 0 where there are none; rounded where it is large. */
  private readNumber(): number {
    let number = 0;
    for (;;) {
      const digit = this.format.charCodeAt(this.unit) - ZERO;
      if (!(digit >= 0 && digit <= 9)) return number;
      number = 10 * number + digit;
      this.unit++;
    }
  }

  /** Negative for one that an argument gives as negative, which aligns to the left. */
  private readWidth(): number {
    if (this.accept('*')) {
      const width = this.takeInt();
      if (width > LARGEST_SIZE || width < -LARGEST_SIZE - 1n) {
        raise('OverflowError', 'Python int too large to convert to C ssize_t');
      }
      return Number(width);
    }
    const width = this.readNumber();
    if (width > SIZES) raise('ValueError', 'width too big');
    return width;
  }

  private readPrecision(): number {
    if (this.accept('*')) {
      const precision = this.takeInt();
      if (precision > LARGEST_INT || precision < -LARGEST_INT - 1) {
        raise('OverflowError', 'Python int too large to convert to C int');
      }
      return Math.max(Number(precision), 0);
    }
    const precision = this.readNumber();
    if (precision > LARGEST_INT) raise('ValueError', 'precision too big');
    return precision;
  }

  private takeInt(): number | bigint {
    const value = this.take();
    return asInt(value) ?? raise('TypeError', '* wants int');
  }

  private take(): Value {
    if (this.taken >= this.source.values.length) raise('TypeError', 'not enough arguments for format string');
    return this.source.values[this.taken++];
  }

  /** The next code point, empty at the end. */
  private peek(): string {
    const code = this.format.codePointAt(this.unit);
    return code === undefined ? '' : String.fromCodePoint(code);
  }

  private raiseUnsupported({ conversion: { type }, typeUnit }: ReadConversion): never {
    const code = type.codePointAt(0) as number;
    const shown = code >= 0x1f && code < 0x7f ? type : '?';
    const index = codePointLength(this.format.slice(0, typeUnit));
    raise('ValueError', `unsupported format character '${shown}' (0x${code.toString(16)}) at index ${index}`);
  }
}

const FLAGS = '-+ #0';
const ZERO = 0x30;
/** The conversions that are a type letter alone, by its code. */
const BARE: readonly PercentConversion[] = (() => {
  const conversions: PercentConversion[] = [];
  for (const type of CONVERSION_TYPES) {
    conversions[type.charCodeAt(0)] = {
      isLeftAligned: false,
      sign: '',
      isAlternate: false,
      isZeroPadded: false,
      width: 0,
      precision: -1,
      type,
    };
  }
  return conversions;
})();
/** The largest C `ssize_t` and `int`. */
const LARGEST_SIZE = 2n ** 63n - 1n;
/** The same, as far as floats tell it from larger ones. */
const SIZES = 2 ** 63 - 1024;
const LARGEST_INT = 2 ** 31 - 1;
