import type { FunctionCode } from '../bytecode/index.ts';
import { Op } from '../isa/index.ts';
import type { AbstractValue } from './abstract-stack.ts';
import type { InstructionProperty } from './instruction-property.ts';
import type { Finding } from './report.ts';
import { isHeightUnknown } from './stack-state.ts';
import type { StackWalker } from './stack-walker.ts';
import { mnemonicAt, type Subject } from './subject.ts';

/**
 * Theorem: a `RETURN_VALUE` found here always leaves values behind besides its result and the iterators of the loops that
 * it leaves.
 */
export const valuesLeftAtReturn: InstructionProperty = { opcodes: [Op.RETURN_VALUE], find };

function find({ index, code }: Subject, walker: StackWalker): Finding | undefined {
  if (walker.minimum <= 1 || isHeightUnknown(walker)) return undefined;
  const values = valuesUnderResult(walker);
  const left = values.filter(value => !isLoopIterator(code, value));
  const count = walker.minimum - 1 - (values.length - left.length);
  if (count === 0) return undefined;
  return {
    kind: 'values-left-at-return',
    function: index,
    at: walker.at,
    part: 'mnemonic',
    parameters: { word: mnemonicAt(code, walker.at), count },
    related: left
      .flatMap(({ producers }) => producers.slice(0, 1))
      .slice(0, MAXIMUM_SHOWN)
      .map(at => ({ function: index, at, part: 'instruction', message: 'leaves a value from here' })),
  };
}

/** No more loops than this are nested; deeper iterators count as values. */
const MAXIMUM_NESTED_LOOPS = 64;
const MAXIMUM_SHOWN = 4;

function valuesUnderResult(walker: StackWalker): AbstractValue[] {
  const count = Math.min(walker.minimum - 1, MAXIMUM_NESTED_LOOPS);
  return Array.from({ length: count }, (_, depth) => walker.valueAt(depth + 1));
}

/** What nobody knows the origin of may be one. */
function isLoopIterator({ opcodes }: FunctionCode, { producers }: AbstractValue): boolean {
  return producers.every(at => opcodes[at] === Op.GET_ITER);
}
