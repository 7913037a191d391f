import {
  ANY_KIND,
  KIND_BITS,
  Op,
  stackEffect,
  type AbstractStack,
  type AbstractValue,
  type FunctionFacts,
} from '../vm/index.ts';
import { countOf, type CodePlace } from './value-flow.ts';

/** One way out of an instruction, as far as it concerns the stack: to the following instruction, or to the label. */
type Way = 'next' | 'jump';

/** What an instruction does to the stack here, in values that are known: the topmost last. */
export interface KnownEffect {
  readonly taken: readonly AbstractValue[];
  readonly put: readonly AbstractValue[];
}

/** So many values are told one by one. */
const MAXIMUM_VALUES = 64;

/**
 * What an instruction takes and puts on one way out, with the stack before it as the verifier infers it; `undefined` where
 * that does not reach down as far as the instruction does.
 */
export function knownEffect(
  facts: FunctionFacts,
  place: CodePlace,
  stack: AbstractStack,
  way: Way,
): KnownEffect | undefined {
  const { pops, pushes } = place.instruction.picture[way];
  const count = countOf(place);
  const size = stackEffect(place.instruction, way, count);
  if (size.pops > stack.fromTop.length || Math.max(size.pops, size.pushes) > MAXIMUM_VALUES) return undefined;
  const taken = stack.fromTop.slice(0, size.pops).toReversed();
  const moved = pops.perCount === 0 ? pops.words : [];
  const made = madeValue(facts, place, way);
  const put = pushes.words.flatMap(word => {
    if (word.includes('…')) return Array.from({ length: count }, () => made);
    const from = moved.lastIndexOf(word);
    return [from < 0 ? made : taken[from]];
  });
  return { taken, put };
}

/** The stack that an instruction leaves on one way out. */
export function stackBehind(facts: FunctionFacts, place: CodePlace, stack: AbstractStack, way: Way): AbstractStack {
  const effect = knownEffect(facts, place, stack, way);
  const { pops, pushes } = stackEffect(place.instruction, way, countOf(place));
  return {
    minimumHeight: Math.max(0, stack.minimumHeight - pops) + pushes,
    maximumHeight: Math.max(0, stack.maximumHeight - pops) + pushes,
    fromTop: effect === undefined ? [] : [...effect.put.toReversed(), ...stack.fromTop.slice(effect.taken.length)],
  };
}

/** The value that an instruction makes anew; of unknown kinds where other paths come in behind it and bring other ones. */
function madeValue(facts: FunctionFacts, { index, instruction }: CodePlace, way: Way): AbstractValue {
  const unknown = { kinds: instruction.code === Op.SETUP_TRY ? KIND_BITS.exception : ANY_KIND, producers: [index] };
  if (way === 'jump') return unknown;
  const behind = facts.stackBefore(index + 1)?.fromTop ?? [];
  return behind.find(({ producers }) => producers.length === 1 && producers[0] === index) ?? unknown;
}
