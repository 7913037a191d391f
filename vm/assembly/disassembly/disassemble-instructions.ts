import { blocksOf, type FunctionIndex, type Program } from '../../bytecode/index.ts';
import { calleeNames, callableNames } from './callable-names.ts';
import { instructionText } from './instruction-text.ts';
import { labelsOf, type LabelNames } from './label-names.ts';

/** Single instructions as `disassemble` writes them: for listings and traces. */
export function disassembleInstructions(program: Program): (index: FunctionIndex, at: number) => string {
  const blocks = blocksOf(program);
  const callees = calleeNames(blocks, callableNames(program, blocks));
  const labels: LabelNames[] = [];
  return (index, at) => {
    const code = program.functions[index];
    return instructionText(code, at, (labels[index] ??= labelsOf(code)), callees);
  };
}
