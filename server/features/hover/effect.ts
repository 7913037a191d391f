import type { AbstractStack, AbstractValue, FunctionFacts } from '../../../vm/index.ts';
import type { ValueKinds } from '../../kind-inference.ts';
import { knownEffect } from '../../stack-effect.ts';
import { originText, valueWord } from '../../value-text.ts';
import type { CodePlace } from '../../value-flow.ts';

/** More values than these are only counted. */
const LISTED_VALUES = 6;

/**
 * An instruction's picture with the values of this program: `… 5:int ← line 3, x:int ← line 4 → int`. Empty where the
 * instruction leaves the stack alone, or the stack is not known.
 */
export function effectText(facts: FunctionFacts, place: CodePlace, stack: AbstractStack, kinds: ValueKinds): string {
  const { picture } = place.instruction;
  const next = knownEffect(facts, place, stack, 'next');
  if (next === undefined || (next.taken.length === 0 && next.put.length === 0 && picture.jump === picture.next))
    return '';
  const below = stack.minimumHeight > next.taken.length ? '…' : '';
  const taken = listValues(next.taken, value => takenText(place, kinds(place.scope, value)));
  return [below, taken, '→', putText(facts, place, stack, kinds)].filter(part => part !== '').join(' ');
}

function putText(facts: FunctionFacts, place: CodePlace, stack: AbstractStack, kinds: ValueKinds): string {
  const { module, scope } = place;
  const textOf = (way: 'next' | 'jump'): string => {
    const { put } = knownEffect(facts, place, stack, way) ?? { put: [] };
    return put.length === 0 ? 'nothing' : listValues(put, value => valueWord(module, scope, kinds(scope, value)));
  };
  const { picture } = place.instruction;
  return picture.jump === picture.next ? textOf('next') : `${textOf('next')}; when it jumps ${textOf('jump')}`;
}

function takenText({ module, scope }: CodePlace, value: AbstractValue): string {
  const origin = originText(module, scope, value);
  return origin === undefined ? valueWord(module, scope, value) : `${valueWord(module, scope, value)} ← ${origin}`;
}

function listValues<T>(values: readonly T[], show: (value: T) => string): string {
  const more = values.length - LISTED_VALUES;
  const shown = values.slice(more > 0 ? more : 0).map(show);
  return more > 0 ? `${more} more, ${shown.join(', ')}` : shown.join(', ');
}
