import type { Constant, FunctionCode } from '../bytecode/index.ts';
import { Op } from '../isa/index.ts';
import type { AbstractValue } from './abstract-stack.ts';
import type { InstructionProperty } from './instruction-property.ts';
import type { Finding } from './report.ts';
import { INSTANCE, NUMERIC } from './result-rule.ts';
import { MAXIMUM_PRODUCERS } from './stack-state.ts';
import type { StackWalker } from './stack-walker.ts';
import { mnemonicAt, type Subject } from './subject.ts';

/**
 * Theorem: an instruction found here has a constant zero for its divisor on every path, and what it divides is no string
 * for certain (on a string `%` formats).
 */
export const divisionByZero: InstructionProperty = {
  opcodes: [Op.DIV, Op.FLOOR_DIV, Op.MOD, Op.INPLACE_DIV, Op.INPLACE_FLOOR_DIV, Op.INPLACE_MOD],
  find,
};

function find({ index, code }: Subject, walker: StackWalker): Finding | undefined {
  if (!isAlwaysZero(code, walker.valueAt(0))) return undefined;
  // Anything else is no division: a string that is formatted, or a mistake of its own.
  if ((walker.kindsAt(1) & (NUMERIC | INSTANCE)) === 0) return undefined;
  return {
    kind: 'division-by-zero',
    function: index,
    at: walker.at,
    part: 'mnemonic',
    parameters: { word: mnemonicAt(code, walker.at) },
    related: walker.valueAt(0).producers.map(at => ({
      function: index,
      at,
      part: 'operand',
      message: 'the divisor comes from here',
    })),
  };
}

function isAlwaysZero({ opcodes, operands, constants }: FunctionCode, { kinds, producers }: AbstractValue): boolean {
  const isKnown = (kinds & ~NUMERIC) === 0 && producers.length > 0 && producers.length < MAXIMUM_PRODUCERS;
  return isKnown && producers.every(at => opcodes[at] === Op.LOAD_CONST && isZero(constants[operands[at]]));
}

function isZero(constant: Constant): boolean {
  switch (constant.kind) {
    case 'bool':
      return !constant.value;
    case 'int':
      return constant.value === 0n;
    case 'float':
      return constant.value === 0;
    case 'none':
    case 'str':
      return false;
  }
}
