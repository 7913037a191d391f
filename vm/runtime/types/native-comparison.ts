import type { Machine } from '../machine.ts';
import type { Outcome } from '../pending.ts';
import type { OrderOperator, Value } from '../values/index.ts';

export type ComparisonOperator = 'EQ' | 'NE' | OrderOperator;

/**
 * How the values of a built-in type compare with any other: `NotImplemented` where the type does not know that. `left` is of
 * the type; `nesting` says how deep in containers that are being compared it lies.
 */
export type NativeComparison = (
  machine: Machine,
  operator: ComparisonOperator,
  left: never,
  right: Value,
  nesting: number,
) => Outcome;
