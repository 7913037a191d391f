import { lineOfToken, type Module } from '../vm/index.ts';

/** The lines of what stands under one label: from the label to the last instruction before the next one, both inside. */
export interface LabelBlock {
  readonly from: number;
  readonly to: number;
}

/** The blocks under the labels of a function, in text order. Labels that stand together have one between them. */
export function labelBlocks(module: Module, scope: number): LabelBlock[] {
  const { labels, instructions } = module.scopes[scope];
  const { tree, symbols } = module;
  const starts = Array.from(labels.values(), symbol => symbols[symbol]);
  const blocks: LabelBlock[] = [];
  for (const [index, { definition, instruction }] of starts.entries()) {
    const end = starts[index + 1]?.instruction ?? instructions.length;
    if (end <= instruction) continue;
    blocks.push({ from: lineOfToken(tree, definition), to: tree.statementLines[instructions[end - 1]] });
  }
  return blocks;
}
