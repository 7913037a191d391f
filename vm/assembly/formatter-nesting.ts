import { pairEnds, type SyntaxTree } from '../syntax/index.ts';

/** Columns between a label and the instructions behind it. */
export const INSTRUCTION_INDENT = 8;

/**
 * How deep the lines stand in functions and classes, as one goes down the file. Invariant: `depth` is the number of closed
 * blocks around the place that has been reached. Where an `.end` is missing the layout tells nothing here: it is what is being made.
 */
export class Nesting {
  /** By the token of the statement's head. */
  private readonly steps = new Map<number, Step>();
  private depth = 0;
  private isInClass = false;

  constructor(tree: SyntaxTree) {
    const blocks = tree.blocks.every(({ isClosed }) => isClosed) ? tree.blocks : pairEnds(tree).found;
    for (const block of blocks) {
      if (block.open < 0 || !block.isClosed) continue;
      const isInClass = blocks[block.parent].kind === 'class';
      this.steps.set(tree.statementHeads[block.open], { by: 1, leadsIntoClass: block.kind === 'class' });
      this.steps.set(tree.statementHeads[block.close], { by: -1, leadsIntoClass: isInClass });
    }
  }

  get labelColumn(): number {
    return NESTING_INDENT * Math.max(0, this.depth - 1);
  }

  /** Where a comment stands that belongs to no line below it. */
  get commentColumn(): number {
    if (this.depth === 0) return 0;
    return this.isInClass ? NESTING_INDENT * this.depth : this.labelColumn + INSTRUCTION_INDENT;
  }

  /** Goes past the head of a statement; gives the column that it stands in if it is a directive. */
  pass(head: number): number {
    const step = this.steps.get(head);
    if (step === undefined) return NESTING_INDENT * this.depth;
    this.depth += step.by;
    this.isInClass = step.leadsIntoClass;
    return NESTING_INDENT * (step.by > 0 ? this.depth - 1 : this.depth);
  }
}

/** What the head of a closed block's opening or closing statement does to the depth. */
interface Step {
  readonly by: 1 | -1;
  readonly leadsIntoClass: boolean;
}

const NESTING_INDENT = 4;
