import { INSTRUCTIONS, type Instruction, type Opcode } from '../isa/index.ts';
import type { OperandUse } from './program.ts';

/**
 * What the one encoded operand of each instruction means: an index into `constants`, `variables` or `sites`, or the
 * index of the instruction that is jumped to (`target`; the number of instructions is one past the last). An optional
 * operand that is left out is -1.
 */
export function operandUse(opcode: Opcode): OperandUse {
  return uses[opcode];
}

const uses: OperandUse[] = new Array<OperandUse>(256).fill('none');
for (const instruction of INSTRUCTIONS) uses[instruction.code] = useOf(instruction);

function useOf(instruction: Instruction): OperandUse {
  const first = instruction.operands[0];
  if (first === undefined) return 'none';
  switch (first.kind) {
    case 'constant':
    case 'message':
      return 'constant';
    case 'variable':
      return 'variable';
    case 'label':
      return 'target';
    case 'function':
    case 'count':
      return 'site';
    case 'argument-name':
      throw new Error(`${instruction.mnemonic}: an argument name cannot come first`);
  }
}
