import type { FunctionCode, FunctionIndex } from '../bytecode/index.ts';
import { instructionOf, type Mnemonic } from '../isa/index.ts';
import type { ControlFlowGraph } from './control-flow-graph.ts';
import type { FunctionDraft } from './function-draft.ts';
import type { Handlers } from './handlers.ts';
import type { StackAnalysis } from './stack-analysis.ts';
import type { Surroundings } from './surroundings.ts';

/** The function that the properties are proved of, with what has been found out about it. */
export interface Subject {
  readonly index: FunctionIndex;
  readonly code: FunctionDraft;
  readonly graph: ControlFlowGraph;
  readonly handlers: Handlers;
  readonly stack: StackAnalysis;
  readonly surroundings: Surroundings;
}

export function mnemonicAt({ opcodes }: FunctionCode, at: number): Mnemonic {
  const instruction = instructionOf(opcodes[at]);
  if (instruction === undefined) throw new Error(`no instruction has the code ${opcodes[at]}`);
  return instruction.mnemonic;
}

/** How messages call a place: its label where it has one. */
export function placeName(code: FunctionCode, at: number): string {
  const label = labelAt(code, at);
  return label === undefined ? `instruction ${at}` : `\`${label}\``;
}

/** The first label of a place. */
export function labelAt({ debug }: FunctionCode, at: number): string | undefined {
  const labels = debug?.labels ?? [];
  let low = 0;
  let high = labels.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (labels[middle].index < at) low = middle + 1;
    else high = middle;
  }
  return labels[low]?.index === at ? labels[low].name : undefined;
}

/** `1 value`, `2 to 4 values`, `3 or more values`. */
export function describeHeights(minimum: number, maximum: number): string {
  const heights = describeRange(minimum, maximum);
  return heights === '1' ? '1 value' : `${heights} values`;
}

export function describeRange(minimum: number, maximum: number): string {
  if (minimum === maximum) return `${minimum}`;
  return maximum === Infinity ? `${minimum} or more` : `${minimum} to ${maximum}`;
}
