import { operandUse, type FunctionCode } from '../../bytecode/index.ts';

/** The labels of a function by the instruction that they stand before. */
export interface LabelNames {
  readonly at: ReadonlyMap<number, readonly string[]>;
  /** How a jump names its target. */
  target(index: number): string;
}

/**
 * The labels that the debug information knows; a jump to where none stands names the index. Without debug information every
 * target gets a label, which the assembled program then does not show.
 */
export function labelsOf({ debug, opcodes, operands }: FunctionCode): LabelNames {
  const at = new Map<number, string[]>();
  if (debug === null) {
    for (let index = 0; index < opcodes.length; index++) {
      if (operandUse(opcodes[index]) === 'target') at.set(operands[index], [`L${operands[index]}`]);
    }
  }
  for (const { name, index } of debug?.labels ?? []) {
    const names = at.get(index);
    if (names === undefined) at.set(index, [name]);
    else names.push(name);
  }
  return { at, target: index => at.get(index)?.[0] ?? String(index) };
}
