import { INSTRUCTIONS, Op, type Instruction, type Opcode } from '../isa/index.ts';
import type { FunctionCode, OperandUse } from './program.ts';

/**
 * What the one encoded operand of each instruction means: an index into `constants`, `variables`, `sites` or `names`, the
 * index of the instruction that is jumped to (`target`; the number of instructions is one past the last), or a count of
 * values. An optional operand that is left out is -1.
 */
export function operandUse(opcode: Opcode): OperandUse {
  return uses[opcode];
}

/** Whether an instruction needs a caller of its function, so that main, which nobody calls, may not hold it. */
export function needsCaller(opcode: Opcode): boolean {
  return CALLER_NEEDED.has(opcode);
}

const CALLER_NEEDED: ReadonlySet<Opcode> = new Set([Op.RETURN_VALUE, Op.YIELD, Op.TAIL_CALL_FUNC, Op.TAIL_CALL]);

/** What `n` stands for in the stack picture of an instruction; 0 where the picture has none. */
export function countAt(code: Pick<FunctionCode, 'opcodes' | 'operands' | 'sites'>, at: number): number {
  switch (uses[code.opcodes[at]]) {
    case 'site':
      return code.sites[code.operands[at]].count;
    case 'count':
      return code.operands[at];
    default:
      return 0;
  }
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
    case 'class':
      return 'site';
    case 'attribute':
      return instruction.countOperand < 0 ? 'name' : 'site';
    case 'count':
      return instruction.group === 'collections' ? 'count' : 'site';
    case 'argument-name':
      throw new Error(`${instruction.mnemonic}: an argument name cannot come first`);
  }
}
