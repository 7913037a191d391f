import { Float, HeapObject, normalizeInt, type Int, type Value } from '../values/index.ts';

/**
 * `id(value)`: the same for two values exactly when `is` says that they are one. Of an object it is the number that stands where
 * CPython prints an address; of anything else it is made of the value itself, beyond all numbers of objects.
 */
export function identity(value: Value): Int {
  if (value instanceof HeapObject) {
    return value.allocation >= 0 ? value.allocation : normalizeInt(SHARED - BigInt(value.allocation));
  }
  const [kind, content] = contentOf(value);
  return PLAIN * (content * KINDS + kind + 1n);
}

/** Objects that all machines share are numbered from here. */
const SHARED = 2n ** 48n;
/** What is no object has the multiples of this. */
const PLAIN = 2n ** 64n;
const KINDS = 8n;

/** A number for the kind of a value, and one for the value among those of its kind, not negative. */
function contentOf(value: Exclude<Value, HeapObject>): [kind: bigint, content: bigint] {
  if (value === null) return [0n, 0n];
  if (value instanceof Float) return [1n, bitsOf(value.value)];
  switch (typeof value) {
    case 'boolean':
      return [2n, value ? 1n : 0n];
    case 'string':
      return [3n, textContent(value)];
    default:
      return value < 0 ? [4n, -BigInt(value)] : [5n, BigInt(value)];
  }
}

function bitsOf(value: number): bigint {
  const bytes = new DataView(new ArrayBuffer(8));
  bytes.setFloat64(0, value);
  return bytes.getBigUint64(0);
}

/** The code units one after another, behind a one, so that no two texts have the same. */
function textContent(text: string): bigint {
  let digits = '0x1';
  for (let unit = 0; unit < text.length; unit++) digits += text.charCodeAt(unit).toString(16).padStart(4, '0');
  return BigInt(digits);
}
