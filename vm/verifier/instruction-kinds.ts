import { instructionOf, stackEffect, type Instruction } from '../isa/index.ts';
import type { FunctionCode } from '../bytecode/index.ts';
import { ANY_KIND } from './abstract-stack.ts';
import { RESULT_RULES } from './result-kinds.ts';
import type { InstructionContext } from './result-rule.ts';

/**
 * The verifier's rules for kinds of values, asked of one instruction outside of a program: what it makes of operands of these
 * kinds, and whether it can take them at all.
 */

/** The kinds of the value at a depth below the top, which is at 0. */
export type KindsAt = (depth: number) => number;

/**
 * The kinds of what an instruction makes, where that depends on nothing but the kinds that it takes; any kind for one whose
 * operand says what it makes (a constant, a variable, a function). 0: it raises `TypeError` whatever the values are.
 *
 * @param count what its count operand says
 */
export function kindsMade({ code, operands, countOperand }: Instruction, count: number, kindsAt: KindsAt): number {
  const isOpen = operands.some((_, index) => index !== countOperand);
  if (isOpen) return ANY_KIND;
  return RESULT_RULES[code]?.kinds(contextOf(code, count, kindsAt)) ?? ANY_KIND;
}

/**
 * Whether an instruction finds enough values on a stack of some height, and does not always raise `TypeError` on values of these
 * kinds, with some count operand.
 */
export function canTake(instruction: Instruction, height: number, kindsAt: KindsAt): boolean {
  const { code, countOperand } = instruction;
  const rule = RESULT_RULES[code];
  if (rule?.expects === undefined) return stackEffect(instruction, 'next', 0).pops <= height;
  const counts = countOperand < 0 ? 0 : Math.min(height, MAXIMUM_COUNT_TRIED);
  for (let count = 0; count <= counts && stackEffect(instruction, 'next', count).pops <= height; count++) {
    const context = contextOf(code, count, kindsAt);
    const isNever = rule.depths(context).some(depth => kindsAt(depth) === 0);
    if (isNever || rule.kinds(context) !== 0) return true;
  }
  return false;
}

const MAXIMUM_COUNT_TRIED = 8;

/** The rules read a count from the operand itself or from the call that it is the number of: here that is the same number. */
function contextOf(opcode: number, count: number, kindsAt: KindsAt): InstructionContext {
  return { code: codeOf(opcode, count), at: 0, kindsAt, resultOf: () => ANY_KIND };
}

function codeOf(opcode: number, count: number): FunctionCode {
  const sites: FunctionCode['sites'] = instructionOf(opcode)?.countOperand === -1 ? [] : sitesUpTo(count);
  return { ...NO_CODE, opcodes: Uint8Array.of(opcode), operands: Int32Array.of(count), sites };
}

function sitesUpTo(count: number): FunctionCode['sites'] {
  const sites: FunctionCode['sites'][number][] = [];
  sites[count] = { callee: null, count, names: [] };
  return sites;
}

const NO_CODE: FunctionCode = {
  name: '',
  qualifiedName: '',
  depth: 0,
  parameters: [],
  locals: [],
  cells: [],
  captures: [],
  constants: [],
  variables: [],
  sites: [],
  names: [],
  opcodes: new Uint8Array(0),
  operands: new Int32Array(0),
  debug: null,
};
