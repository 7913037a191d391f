import type { AbstractValue } from './abstract-stack.ts';

/**
 * The operand stack as the analysis carries it: a persistent list, so that states share what lies below the slots that
 * differ, and a stack of 100,000 values costs nothing to hand on.
 *
 * Invariants: `minimum <= maximum`; the list has at most `minimum` slots; what lies below its last one is unknown. Where both are
 * `Infinity` nobody knows the height, because of a mistake in the text: no path disagrees there with another.
 */
export interface StackState {
  readonly top: Slot | null;
  readonly minimum: number;
  /** `Infinity` where a loop makes the stack grow. */
  readonly maximum: number;
}

export interface Slot {
  readonly value: AbstractValue;
  readonly below: Slot | null;
}

export const EMPTY_STACK: StackState = { top: null, minimum: 0, maximum: 0 };

export const UNKNOWN_STACK: StackState = { top: null, minimum: Infinity, maximum: Infinity };

/** Whether the height of a stack is not known, rather than another on each path. */
export function isHeightUnknown({ minimum }: Pick<StackState, 'minimum'>): boolean {
  return minimum === Infinity;
}

/**
 * The least state that covers both, aligned at the top, because that is where instructions reach; `known` itself when it
 * covers `incoming`. With `widen`, a height that has changed goes as far as it can, so that loops come to an end.
 */
export function joinStacks(known: StackState, incoming: StackState, widen: boolean): StackState {
  if (isHeightUnknown(known) || isHeightUnknown(incoming)) return joinUnknown(known, incoming);
  let minimum = Math.min(known.minimum, incoming.minimum);
  let maximum = Math.max(known.maximum, incoming.maximum);
  if (widen) {
    if (minimum < known.minimum) minimum = 0;
    if (maximum > known.maximum) maximum = Infinity;
  }
  const isExact = minimum === maximum;
  const limit = isExact ? MAXIMUM_JOINED_SLOTS : MAXIMUM_UNEVEN_SLOTS;
  // Widening may have taken the minimum below what both have.
  const top = minimum === 0 ? null : joinSlots(known.top, incoming.top, limit);
  const isCovered = top === known.top && minimum === known.minimum && maximum === known.maximum;
  return isCovered ? known : { top, minimum, maximum };
}

function joinUnknown(known: StackState, incoming: StackState): StackState {
  const top = joinSlots(known.top, incoming.top, MAXIMUM_UNEVEN_SLOTS);
  return top === known.top && isHeightUnknown(known) ? known : { top, minimum: Infinity, maximum: Infinity };
}

/**
 * How far down two stacks are joined that do not share their slots. What lies deeper becomes unknown, which keeps many
 * joins of deep stacks from costing the product of both.
 */
const MAXIMUM_JOINED_SLOTS = 64;

/** The same for stacks of different heights, whose slots are shifted against each other. */
const MAXIMUM_UNEVEN_SLOTS = 4;

/**
 * How many producers a slot names. Only the first ones are kept, which makes the union of many the same in any order. A
 * slot with this many may have more.
 */
export const MAXIMUM_PRODUCERS = 32;

function joinSlots(known: Slot | null, incoming: Slot | null, limit: number): Slot | null {
  if (known === incoming || known === null) return known;
  if (incoming === null || limit === 0) return null;
  const value = joinValues(known.value, incoming.value);
  const below = joinSlots(known.below, incoming.below, limit - 1);
  return value === known.value && below === known.below ? known : { value, below };
}

function joinValues(known: AbstractValue, incoming: AbstractValue): AbstractValue {
  if (known === incoming) return known;
  const kinds = known.kinds | incoming.kinds;
  const producers = joinProducers(known.producers, incoming.producers);
  return kinds === known.kinds && producers === known.producers ? known : { kinds, producers };
}

/** The union of two ascending lists, cut to the first `MAXIMUM_PRODUCERS`; `known` itself when that is it. */
function joinProducers(known: readonly number[], incoming: readonly number[]): readonly number[] {
  if (known.length === 1 && incoming.length === 1 && known[0] === incoming[0]) return known;
  const union: number[] = [];
  let left = 0;
  let right = 0;
  while (union.length < MAXIMUM_PRODUCERS && (left < known.length || right < incoming.length)) {
    const a = left < known.length ? known[left] : Infinity;
    const b = right < incoming.length ? incoming[right] : Infinity;
    union.push(Math.min(a, b));
    if (a <= b) left++;
    if (b <= a) right++;
  }
  const isSame = union.length === known.length && union.every((producer, index) => producer === known[index]);
  return isSame ? known : union;
}
