import type { ClassIndex, FunctionIndex, Program } from './program.ts';

/** Main, a function or a class, in its place among the others. */
export interface ProgramBlock {
  readonly kind: 'main' | 'function' | 'class';
  readonly index: FunctionIndex | ClassIndex;
  /** The block that it stands in, which comes before it in the list of blocks; -1 for main. */
  readonly parent: number;
}

/** The functions and classes of a program in text order, main first. */
export function blocksOf({ functions, classes }: Program): ProgramBlock[] {
  const blocks: ProgramBlock[] = [];
  /** The blocks around the place that has been reached, the outermost first. */
  const open: number[] = [];
  const add = (kind: ProgramBlock['kind'], index: number, depth: number): void => {
    open.length = depth;
    blocks.push({ kind, index, parent: open[depth - 1] ?? -1 });
    open.push(blocks.length - 1);
  };
  let nextClass = 0;
  for (let index = 0; index <= functions.length; index++) {
    for (; nextClass < classes.length && classes[nextClass].nextFunction === index; nextClass++) {
      add('class', nextClass, classes[nextClass].depth);
    }
    if (index < functions.length) add(index === 0 ? 'main' : 'function', index, functions[index].depth);
  }
  return blocks;
}
