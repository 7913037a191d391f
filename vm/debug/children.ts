import { FunctionObject, RangeObject, type Value } from '../runtime/index.ts';
import { normalizeInt } from '../runtime/values/index.ts';
import type { NamedValue } from './variables.ts';

/** What a value holds, for people who look into it. Items are made when they are asked for: there may be very many. */
export interface Children {
  readonly named: readonly NamedValue[];
  readonly itemCount: number;
  /** The items from `start` up to `end`, which is not one of them and at most `itemCount`. */
  items(start: number, end: number): Value[];
}

/** What a value holds; most hold nothing. */
export function childrenOf(value: Value): Children {
  if (value instanceof FunctionObject) return { ...NOTHING, named: capturedVariables(value) };
  if (value instanceof RangeObject) return rangeItems(value);
  return NOTHING;
}

const NOTHING: Children = { named: [], itemCount: 0, items: () => [] };

/** The variables that a function has captured, as they are now. */
function capturedVariables(value: FunctionObject): NamedValue[] {
  return value.code.code.captures.flatMap((name, index) => {
    const captured = value.cells[index].value;
    return captured === undefined ? [] : { name, value: captured };
  });
}

function rangeItems(range: RangeObject): Children {
  const itemCount = Number(range.length > LARGEST_COUNT ? LARGEST_COUNT : range.length);
  return {
    named: [],
    itemCount,
    items: (start, end) =>
      Array.from({ length: Math.max(0, Math.min(end, itemCount) - start) }, (_, index) =>
        normalizeInt(range.start + BigInt(start + index) * range.step),
      ),
  };
}

/** Items beyond this many are not shown: indices are 31-bit numbers for most clients. */
const LARGEST_COUNT = 2n ** 31n - 1n;
