/** The arguments of the methods of `str`, with the messages of CPython. `undefined` is an argument that is left out. */
import { raise } from '../../errors.ts';
import { codePointLength, unitOfIndex } from '../code-points.ts';
import { indexOperand } from '../index-operand.ts';
import { asInt } from '../numeric.ts';
import { typeName } from '../type-names.ts';
import type { Value } from '../value.ts';

/** A str: `must be str, not int`. */
export function textArgument(value: Value): string {
  return typeof value === 'string' ? value : raise('TypeError', `must be str, not ${typeName(value)}`);
}

/** A str, by the name of the argument: `replace() argument 1 must be str, not int`. */
export function namedTextArgument(name: string, value: Value): string {
  if (typeof value === 'string') return value;
  return raise('TypeError', `${name} must be str, not ${value === null ? 'None' : typeName(value)}`);
}

/** An int of the size of an index; what is out of its range raises `OverflowError`. */
export function sizeArgument(value: Value): number {
  const size = indexOperand(value);
  // To compare with an int of more bits costs the host much.
  if (typeof size === 'number') return size;
  if (size > LARGEST_SIZE || size < -LARGEST_SIZE - 1n) {
    raise('OverflowError', 'Python int too large to convert to C ssize_t');
  }
  return Number(size);
}

/** An int of the size of a C `int`. */
export function smallSizeArgument(value: Value): number {
  const size = indexOperand(value);
  if (size > LARGEST_INT || size < -LARGEST_INT - 1) {
    raise('OverflowError', 'Python int too large to convert to C int');
  }
  return Number(size);
}

/** A part of a text by its start and end, in units and code points. `start` may lie behind `end`; then the part is none. */
export interface TextPart {
  readonly start: number;
  readonly end: number;
  readonly startUnit: number;
  readonly endUnit: number;
}

/** The part that `find` and its like look at: `start` and `end` as in a slice, and not cut to the length at the start. */
export function partArguments(text: string, start: Value | undefined, end: Value | undefined): TextPart {
  const length = codePointLength(text);
  // `None` is as good as nothing.
  if ((start ?? null) === null && (end ?? null) === null) {
    return { start: 0, end: length, startUnit: 0, endUnit: text.length };
  }
  const from = clampIndex(start ?? 0, length, Infinity);
  const to = clampIndex(end ?? length, length, length);
  return {
    start: from,
    end: to,
    startUnit: from > length ? text.length : unitOfIndex(text, from),
    endUnit: unitOfIndex(text, to),
  };
}

function clampIndex(value: Value, length: number, most: number): number {
  const index = asInt(value);
  if (index === undefined) {
    raise('TypeError', 'slice indices must be integers or None or have an __index__ method');
  }
  const position = Number(index);
  return position < 0 ? Math.max(position + length, 0) : Math.min(position, most);
}

/** The largest C `ssize_t` and `int`. */
const LARGEST_SIZE = 2n ** 63n - 1n;
const LARGEST_INT = 2 ** 31 - 1;
