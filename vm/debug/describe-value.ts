import { HeapObject, plainRepr, typeName, type Value } from '../runtime/index.ts';
import { previewObject } from './preview.ts';

/** A value as people are shown it. */
export interface DescribedValue {
  /** What `repr` would give if no class of the program had its say; where that is long, its beginning and `…`. */
  readonly text: string;
  /** The name of its type, as messages show it. */
  readonly type: string;
}

/** UTF-16 units of a value's text in a list of variables: more than fits on a line, and cheap to send for thousands of them. */
export const SHORT_TEXT = 200;

/** UTF-16 units where the value is what was asked for: to copy it, or to see it whole. */
export const LONG_TEXT = 100_000;

/** Describes a value in at most about `limit` UTF-16 units, and in a time that depends on the limit and not on the value. */
export function describeValue(value: Value, limit = SHORT_TEXT): DescribedValue {
  return { text: shortText(value, limit), type: typeName(value) };
}

function shortText(value: Value, limit: number): string {
  if (typeof value === 'bigint') return shortInt(value, limit);
  if (value instanceof HeapObject) {
    const preview = previewObject(value, limit);
    return preview.length > limit ? cut(preview, limit) + '…' : preview;
  }
  // Quoting takes more room than the text itself, never less.
  const isCut = typeof value === 'string' && value.length > limit;
  const text = plainRepr(isCut ? withoutHalfCharacter(value.slice(0, limit)) : value);
  if (isCut) return cut(text.slice(0, -1), limit) + '…';
  return text.length > limit ? cut(text, limit) + '…' : text;
}

/**
 * Digits of an int take a time that grows faster than their number; an int that is far too long to be shown is shown in
 * hexadecimal, which is cheap, with its length.
 */
function shortInt(value: bigint, limit: number): string {
  const size = value < 0n ? -value : value;
  if (BigInt.asUintN(DECIMAL_BITS, size) === size) {
    const text = plainRepr(value);
    return text.length > limit ? cut(text, limit) + '…' : text;
  }
  const digits = size.toString(16);
  return `${value < 0n ? '-' : ''}0x${digits.slice(0, limit)}… (${digits.length} hexadecimal digits)`;
}

/** Bits of an int that is still cheap to write in decimal. */
const DECIMAL_BITS = 2 ** 15;

function cut(text: string, limit: number): string {
  return withoutHalfCharacter(text.slice(0, limit));
}

function withoutHalfCharacter(text: string): string {
  return /[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text;
}
