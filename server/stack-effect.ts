import {
  ANY_KIND,
  KIND_BITS,
  Op,
  kindsMade,
  stackEffect,
  type AbstractStack,
  type AbstractValue,
  type FunctionFacts,
} from '../vm/index.ts';
import { kindsOfConstant } from './literal-kinds.ts';
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
  if (facts.isOpen(place.index)) return undefined;
  if (size.pops > stack.fromTop.length || Math.max(size.pops, size.pushes) > MAXIMUM_VALUES) return undefined;
  const taken = stack.fromTop.slice(0, size.pops).toReversed();
  const moved = pops.perCount === 0 ? pops.words : [];
  const made = madeValue(facts, place, stack, way);
  const put = pushes.words.flatMap(word => {
    if (word.includes('…')) return Array.from({ length: count }, () => made);
    const from = moved.lastIndexOf(word);
    return [from < 0 ? made : taken[from]];
  });
  return { taken, put };
}

/** The stack that an instruction leaves on one way out. */
export function stackBehind(facts: FunctionFacts, place: CodePlace, stack: AbstractStack, way: Way): AbstractStack {
  if (facts.isOpen(place.index)) return ANY_STACK;
  const effect = knownEffect(facts, place, stack, way);
  const { pops, pushes } = stackEffect(place.instruction, way, countOf(place));
  return {
    minimumHeight: Math.max(0, stack.minimumHeight - pops) + pushes,
    maximumHeight: Math.max(0, stack.maximumHeight - pops) + pushes,
    fromTop: effect === undefined ? [] : [...effect.put.toReversed(), ...stack.fromTop.slice(effect.taken.length)],
  };
}

const ANY_STACK: AbstractStack = { minimumHeight: 0, maximumHeight: Infinity, fromTop: [] };

/** The value that an instruction makes anew; where other paths come in behind it, by what it takes alone. */
function madeValue(facts: FunctionFacts, place: CodePlace, stack: AbstractStack, way: Way): AbstractValue {
  const { index } = place;
  const behind = way === 'jump' ? [] : (facts.stackBefore(index + 1)?.fromTop ?? []);
  const found = behind.find(({ producers }) => producers.length === 1 && producers[0] === index);
  return found ?? { kinds: kindsByItself(place, stack), producers: [index] };
}

function kindsByItself({ module, instruction, statement, ...place }: CodePlace, { fromTop }: AbstractStack): number {
  if (instruction.code === Op.SETUP_TRY) return KIND_BITS.exception;
  const operand = module.tree.statementHeads[statement] + 1;
  if (instruction.code === Op.LOAD_CONST) return kindsOfConstant(module, operand);
  const count = countOf({ module, instruction, statement, ...place });
  return kindsMade(instruction, count, depth => fromTop.at(depth)?.kinds ?? ANY_KIND);
}
