import { raise } from '../errors.ts';
import { codePointLength } from './code-points.ts';
import { asInt } from './numeric.ts';
import { answering, type Asking } from './object-request.ts';
import { formatConversion, type PercentConversion } from './percent-conversion.ts';
import type { HeapObject, Value } from './value.ts';

/** Where the values of a `%` format come from. */
export interface PercentArguments {
  /** A tuple's items, or the one value that is none. */
  readonly values: readonly Value[];
  /** What `%(key)s` looks its keys up in; `undefined` when the argument is no mapping. */
  readonly mapping: HeapObject | undefined;
}

/** `format % argument` for an argument that is neither tuple nor mapping nor anything else of the heap. */
export function formatPercentPlain(format: string, argument: Value): string {
  return answering(formatPercent(format, { values: [argument], mapping: undefined }), () => undefined);
}

/**
 * `format % arguments`. Raises what CPython raises, in its order: an argument is asked for before what stands behind it in
 * the format is read.
 */
export function* formatPercent(format: string, source: PercentArguments): Asking<string> {
  const reader = new PercentReader(format, source);
  let text = '';
  while (reader.unit < format.length) {
    const percent = format.indexOf('%', reader.unit);
    if (percent < 0) {
      text += format.slice(reader.unit);
      break;
    }
    text += format.slice(reader.unit, percent);
    reader.unit = percent + 1;
    text += reader.accept('%') ? '%' : yield* reader.convertNext();
  }
  reader.finish();
  return text;
}

/** Reads conversions behind their percent signs, and takes their arguments. */
class PercentReader {
  readonly #format: string;
  readonly #source: PercentArguments;
  #taken = 0;
  /** How far the format is read, in UTF-16 units. */
  unit = 0;
  constructor(format: string, source: PercentArguments) {
    this.#format = format;
    this.#source = source;
  }

  *convertNext(): Asking<string> {
    // A value found by its key is there before the rest is read.
    const keyed = this.accept('(') ? ((yield* this.#lookUp()) as Value) : undefined;
    const flags = this.#readFlags();
    const width = this.#readWidth();
    const precision = this.accept('.') ? this.#readPrecision() : -1;
    // The lengths of C's types are read and mean nothing.
    if (!this.accept('h') && !this.accept('l')) this.accept('L');
    if (this.#peek() === '') raise('ValueError', 'incomplete format');
    const value = keyed === undefined ? this.#take() : keyed;
    const typeUnit = this.unit;
    const type = this.#peek();
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
    return (yield* formatConversion(conversion, value)) ?? this.#raiseUnsupported(type, typeUnit);
  }

  /** Raises `TypeError` when values are left; a mapping may be used in part. */
  finish(): void {
    if (this.#taken < this.#source.values.length && this.#source.mapping === undefined) {
      raise('TypeError', 'not all arguments converted during string formatting');
    }
  }

  accept(wanted: string): boolean {
    const isThere = this.#format[this.unit] === wanted;
    if (isThere) this.unit++;
    return isThere;
  }

  *#lookUp(): Asking<Value | undefined> {
    const object = this.#source.mapping;
    if (object === undefined) raise('TypeError', 'format requires a mapping');
    return yield { kind: 'item', object, key: this.#readKey() };
  }

  /** Up to the parenthesis that closes the key; those inside pair up. */
  #readKey(): string {
    const start = this.unit;
    for (let depth = 1; this.unit < this.#format.length;) {
      const unit = this.#format[this.unit++];
      if (unit === '(') depth++;
      if (unit === ')') depth--;
      if (depth === 0) return this.#format.slice(start, this.unit - 1);
    }
    return raise('ValueError', 'incomplete format key');
  }

  #readFlags(): string {
    return this.#readWhile(FLAGS);
  }

  /** Negative for one that an argument gives as negative, which aligns to the left. */
  #readWidth(): number {
    if (this.accept('*')) {
      const width = this.#takeInt();
      if (width > LARGEST_SIZE || width < -LARGEST_SIZE - 1n) {
        raise('OverflowError', 'Python int too large to convert to C ssize_t');
      }
      return Number(width);
    }
    const width = Number(this.#readWhile(DIGITS));
    if (width > LARGEST_SIZE) raise('ValueError', 'width too big');
    return width;
  }

  #readPrecision(): number {
    if (this.accept('*')) {
      const precision = this.#takeInt();
      if (precision > LARGEST_INT || precision < -LARGEST_INT - 1) {
        raise('OverflowError', 'Python int too large to convert to C int');
      }
      return Math.max(Number(precision), 0);
    }
    const precision = Number(this.#readWhile(DIGITS));
    if (precision > LARGEST_INT) raise('ValueError', 'precision too big');
    return precision;
  }

  #takeInt(): number | bigint {
    const value = this.#take();
    return asInt(value) ?? raise('TypeError', '* wants int');
  }

  #take(): Value {
    if (this.#taken >= this.#source.values.length) raise('TypeError', 'not enough arguments for format string');
    return this.#source.values[this.#taken++];
  }

  #readWhile(units: string): string {
    const start = this.unit;
    while (this.unit < this.#format.length && units.includes(this.#format[this.unit])) this.unit++;
    return this.#format.slice(start, this.unit);
  }

  /** The next code point, empty at the end. */
  #peek(): string {
    const code = this.#format.codePointAt(this.unit);
    return code === undefined ? '' : String.fromCodePoint(code);
  }

  #raiseUnsupported(type: string, unit: number): never {
    const code = type.codePointAt(0) as number;
    const shown = code >= 0x1f && code < 0x7f ? type : '?';
    const index = codePointLength(this.#format.slice(0, unit));
    raise('ValueError', `unsupported format character '${shown}' (0x${code.toString(16)}) at index ${index}`);
  }
}

const FLAGS = '-+ #0';
const DIGITS = '0123456789';
/** The largest C `ssize_t` and `int`. */
const LARGEST_SIZE = 2n ** 63n - 1n;
const LARGEST_INT = 2 ** 31 - 1;
