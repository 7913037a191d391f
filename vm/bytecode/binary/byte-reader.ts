import { Malformed } from './malformed.ts';

/**
 * Reads bytes from the start to the end. Everything it is asked for is either there or a `Malformed` that says at which byte
 * what is missing; nothing is allocated that the bytes which are left could not fill.
 */
export class ByteReader {
  /** The offset of the next byte. */
  at: number;
  private readonly bytes: Uint8Array;
  private readonly end: number;

  /** The bytes from `start` up to `end`. */
  constructor(bytes: Uint8Array, start: number, end: number) {
    this.bytes = bytes;
    this.at = start;
    this.end = end;
  }

  get bytesLeft(): number {
    return this.end - this.at;
  }

  byte(expected: string): number {
    if (this.at >= this.end) throw new Malformed(this.at, expected, 'the end of the file');
    return this.bytes[this.at++];
  }

  /** An int from 0 to `greatest` in LEB128, in as few bytes as it takes. */
  varint(expected: string, greatest: number): number {
    const start = this.at;
    let value = 0;
    for (let scale = 1; ; scale *= 0x80) {
      const byte = this.byte(expected);
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) {
        if (byte === 0 && scale > 1)
          throw new Malformed(start, `${expected} in as few bytes as it takes`, 'zeros behind');
        break;
      }
      if (scale > MAXIMUM_SCALE) throw new Malformed(start, expected, 'a number of more than 5 bytes');
    }
    if (value > greatest) throw new Malformed(start, `${expected} (${greatest} at most)`, String(value));
    return value;
  }

  /** The number of things that follow, each of which takes `leastBytes` at least. */
  count(expected: string, leastBytes = 1): number {
    const start = this.at;
    const count = this.varint(expected, Number.MAX_SAFE_INTEGER);
    if (count * leastBytes > this.bytesLeft) {
      throw new Malformed(start, `${expected} that fit into the ${this.bytesLeft} bytes left`, String(count));
    }
    return count;
  }

  /** A number of bytes as an int, the lowest first. */
  littleEndian(expected: string, byteCount: number): bigint {
    if (byteCount > this.bytesLeft) throw new Malformed(this.at, expected, 'the end of the file');
    let digits = '';
    for (let at = this.at + byteCount - 1; at >= this.at; at--) digits += HEX[this.bytes[at]];
    this.at += byteCount;
    return BigInt(`0x${digits === '' ? '0' : digits}`);
  }

  /** A string: the number of its bytes, and these, in WTF-8. */
  string(expected: string): string {
    const end = this.count(`the length of ${expected}`) + this.at;
    const units: number[] = [];
    let text = '';
    let isBehindHighSurrogate = false;
    while (this.at < end) {
      const start = this.at;
      const codePoint = this.bytes[start] < 0x80 ? this.bytes[this.at++] : this.codePoint(end);
      const isLowSurrogate = codePoint >= 0xdc00 && codePoint < 0xe000;
      if (isLowSurrogate && isBehindHighSurrogate) {
        throw new Malformed(start, 'one code point for the two surrogates of a pair', 'each on its own');
      }
      isBehindHighSurrogate = codePoint >= 0xd800 && codePoint < 0xdc00;
      if (codePoint < 0x10000) units.push(codePoint);
      else units.push(0xd800 + ((codePoint - 0x10000) >> 10), 0xdc00 + (codePoint & 0x3ff));
      if (units.length >= UNITS_AT_ONCE) text += String.fromCharCode(...units.splice(0));
    }
    return text + String.fromCharCode(...units);
  }

  /** One code point outside ASCII, in as few bytes as it takes, none of which stands at `end` or behind. */
  private codePoint(end: number): number {
    const start = this.at;
    const lead = this.bytes[this.at++];
    const size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    let codePoint = lead & (0x7f >> size);
    let isRight = lead >= 0xc2 && lead <= 0xf4 && start + size <= end;
    for (let index = 1; index < size && isRight; index++) {
      const byte = this.bytes[this.at++];
      isRight = (byte & 0xc0) === 0x80;
      codePoint = (codePoint << 6) | (byte & 0x3f);
    }
    if (!isRight || codePoint < LEAST_CODE_POINTS[size] || codePoint > 0x10ffff) {
      throw new Malformed(start, 'a code point in UTF-8', `the byte ${lead}`);
    }
    return codePoint;
  }
}

/** The scale of the fifth byte: no number of the format takes more. */
const MAXIMUM_SCALE = 0x80 ** 3;
/** The least code point that takes so many bytes. */
const LEAST_CODE_POINTS = [0, 0, 0x80, 0x800, 0x10000];
/** So many UTF-16 units can be arguments of one call. */
const UNITS_AT_ONCE = 4096;

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
