import { childrenOf, describeValue, type Value } from '../vm/index.ts';
import type { StopReferences } from './stop-references.ts';

/** A value as the protocol carries it; `variablesReference` is 0 where there is nothing to look into. */
export interface ClientValue {
  readonly text: string;
  readonly type: string;
  readonly variablesReference: number;
  readonly namedVariables?: number;
  readonly indexedVariables?: number;
}

/** Describes a value in at most about `limit` UTF-16 units, and gives it a number if there is something to look into. */
export function describeForClient(references: StopReferences, value: Value, limit?: number): ClientValue {
  const { named, itemCount } = childrenOf(value);
  const described = describeValue(value, limit);
  if (named.length === 0 && itemCount === 0) return { ...described, variablesReference: 0 };
  return {
    ...described,
    variablesReference: references.variablesReference({ kind: 'value', value }),
    namedVariables: named.length,
    indexedVariables: itemCount,
  };
}
