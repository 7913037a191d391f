import { absoluteInt } from './int-arithmetic.ts';
import { normalizeInt } from './int64.ts';
import { Float, type HeapObject, type Int, type Value } from './value.ts';

/**
 * `hash(value)`: equal values have equal hashes. Those of numbers are CPython's. That of a string is a function of its code
 * units alone (CPython's differs from run to run), those of `None`, nan and objects are fixed or follow the order of creation.
 */
export function hash(value: Value): Int {
  switch (typeof value) {
    case 'number':
      // Safe integers are below the prime: they are their own hashes.
      return withoutMinusOne(value);
    case 'bigint':
      return hashInt(value);
    case 'boolean':
      return value ? 1 : 0;
    case 'string':
      return hashString(value);
    case 'object':
      if (value === null) return NONE_HASH;
      return value instanceof Float ? hashFloat(value.value) : hashObject(value);
  }
}

/** The int modulo the prime 2 ** 61 - 1, with the sign of the int. */
function hashInt(value: Int): Int {
  const remainder = normalizeInt(BigInt(absoluteInt(value)) % PRIME);
  return withoutMinusOne(value < 0 && remainder !== 0 ? normalizeInt(-BigInt(remainder)) : remainder);
}

/** That of the int where the float is one; else mantissa times power of two modulo the prime, where 2 ** 61 is 1. */
function hashFloat(value: number): Int {
  if (Number.isInteger(value)) return hashInt(Number.isSafeInteger(value) ? value + 0 : BigInt(value));
  if (Number.isNaN(value)) return 0;
  if (!Number.isFinite(value)) return value < 0 ? -INFINITY_HASH : INFINITY_HASH;
  let mantissa = Math.abs(value);
  let exponent = 0;
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2 ** 20;
    exponent -= 20;
  }
  const shift = BigInt(((exponent % 61) + 61) % 61);
  const magnitude = normalizeInt((BigInt(mantissa) << shift) % PRIME);
  return withoutMinusOne(value < 0 ? normalizeInt(-BigInt(magnitude)) : magnitude);
}

/** Two multiplicative hashes of 32 and 21 bits over the UTF-16 units; 0 for the empty string. */
function hashString(text: string): number {
  if (text === '') return 0;
  let low = 0x811c9dc5;
  let high = 0x9e3779b9;
  for (let unit = 0; unit < text.length; unit++) {
    const code = text.charCodeAt(unit);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b);
  }
  low ^= high >>> 13;
  high ^= low >>> 16;
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}

function hashObject(object: HeapObject): number {
  return object.allocation;
}

/** -1 is what CPython's functions return for an error. */
function withoutMinusOne(value: Int): Int {
  return value === -1 ? -2 : value;
}

const PRIME = 2n ** 61n - 1n;
const INFINITY_HASH = 314159;
const NONE_HASH = 0x1ca11;
