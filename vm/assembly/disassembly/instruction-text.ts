import { operandUse, type Callee, type FunctionCode, type Site } from '../../bytecode/index.ts';
import { instructionOf, type Instruction } from '../../isa/index.ts';
import { constantText } from './constant-text.ts';
import type { LabelNames } from './label-names.ts';

/** The names of functions and classes by their index in the program. */
export interface CalleeNames {
  readonly functions: readonly string[];
  readonly classes: readonly string[];
}

/** An instruction as it is written, its operands apart by one blank. */
export function instructionText(code: FunctionCode, at: number, labels: LabelNames, callees: CalleeNames): string {
  const instruction = instructionOf(code.opcodes[at]) as Instruction;
  return [instruction.mnemonic, ...operandTexts(instruction, code, code.operands[at], labels, callees)].join(' ');
}

function operandTexts(
  instruction: Instruction,
  code: FunctionCode,
  operand: number,
  labels: LabelNames,
  callees: CalleeNames,
): string[] {
  switch (operandUse(instruction.code)) {
    case 'none':
      return [];
    case 'constant':
      return operand < 0 ? [] : [constantText(code.constants[operand])];
    case 'variable':
      return [code.variables[operand].name];
    case 'target':
      return [labels.target(operand)];
    case 'name':
      return [code.names[operand]];
    case 'count':
      return [String(operand)];
    case 'site':
      return siteTexts(instruction, code.sites[operand], callees);
  }
}

/** A count that may be left out is, where it is 0. */
function siteTexts(
  { operands, countOperand }: Instruction,
  { callee, count, names }: Site,
  callees: CalleeNames,
): string[] {
  const isLeftOut = count === 0 && operands[countOperand].arity === 'optional';
  return [...calleeText(callee, callees), ...(isLeftOut ? [] : [String(count)]), ...names];
}

function calleeText(callee: Callee | null, { functions, classes }: CalleeNames): string[] {
  if (callee === null) return [];
  if ('name' in callee) return [callee.name];
  return [(callee.kind === 'class' ? classes : functions)[callee.index]];
}
