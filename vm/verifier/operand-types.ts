import { INSTRUCTIONS, Op } from '../isa/index.ts';
import { VALUE_KINDS, KIND_BITS } from './abstract-stack.ts';
import type { InstructionProperty } from './instruction-property.ts';
import type { Finding, RelatedInstruction } from './report.ts';
import { RESULT_RULES } from './result-kinds.ts';
import type { StackWalker } from './stack-walker.ts';
import { mnemonicAt, type Subject } from './subject.ts';

/**
 * Theorem: an instruction found here raises `TypeError` whenever it is run, because no kinds of value that its operands
 * can have go together.
 *
 * An operand that never comes to be, because what makes it fails already, is no second finding.
 */
export const operandTypes: InstructionProperty = {
  opcodes: INSTRUCTIONS.map(({ code }) => code).filter(code => RESULT_RULES[code]?.expects !== undefined),
  find,
};

function find(subject: Subject, walker: StackWalker): Finding | undefined {
  const { index, code } = subject;
  const rule = RESULT_RULES[code.opcodes[walker.at]];
  if (rule?.expects === undefined || rule.kinds(walker) !== 0) return undefined;
  const operands = rule.depths(walker).map(depth => walker.valueAt(depth));
  if (operands.some(({ kinds }) => kinds === 0)) return undefined;
  const found = operands.map(({ kinds }) => describeKinds(kinds));
  const word = mnemonicAt(code, walker.at);
  const related = operands.flatMap(({ producers }, operand) =>
    producers
      .slice(0, MAXIMUM_PRODUCERS_SHOWN)
      .flatMap(at => wayFrom(subject, at, `${nameOperand(operand, operands.length)} comes from here`)),
  );
  return {
    kind: 'operand-types',
    function: index,
    at: walker.at,
    part: 'mnemonic',
    parameters: { message: `\`${word}\` takes ${rule.expects}, found ${inWords(found)}: it always fails` },
    related,
  };
}

/** The instruction that makes a value; and where that is a call, how the callee gives it back. */
function wayFrom({ index, code, surroundings }: Subject, at: number, message: string): RelatedInstruction[] {
  const callee = code.opcodes[at] === Op.CALL_FUNC ? code.sites[code.operands[at]].callee : null;
  const returns = callee === null ? [] : surroundings.returnsOf(callee);
  return [
    { function: index, at, part: 'instruction', message },
    ...returns.map(({ function: called, at: from, name }): RelatedInstruction => {
      return { function: called, at: from, part: 'instruction', message: `\`${name}\` returns it from here` };
    }),
  ];
}

function nameOperand(operand: number, count: number): string {
  if (count === 1) return 'the operand';
  return count === 2 ? `the ${operand === 0 ? 'left' : 'right'} operand` : 'an operand';
}

/** `int and str`; `int or None, and str`; `list, int and None`. */
function inWords(found: readonly string[]): string {
  if (found.length === 1) return found[0];
  const separator = found.some(kinds => kinds.includes(' ')) ? ', and ' : ' and ';
  return found.slice(0, -1).join(', ') + separator + found[found.length - 1];
}

const MAXIMUM_PRODUCERS_SHOWN = 4;

/** `int`; `int or None`. */
function describeKinds(kinds: number): string {
  return VALUE_KINDS.filter(kind => kinds & KIND_BITS[kind])
    .map(kind => (kind === 'NoneType' ? 'None' : kind))
    .join(' or ');
}
