import { DIRECTIVE_NAMES } from '../isa/index.ts';
import { StatementKind, type Block, type SyntaxTree } from './tree.ts';

/**
 * The blocks when each `.end` closes the innermost one that is open, and so does each of the statements `missing`, in front of which an
 * `.end` is missing; and each `.end` that closes none.
 */
export function pairEnds(
  tree: SyntaxTree,
  missing: ReadonlySet<number> = NOTHING_MISSING,
): {
  readonly found: readonly OpenBlock[];
  readonly surplus: readonly number[];
  /** The statement that opens the outermost block which nothing closes; -1 where there is none. */
  readonly firstOpen: number;
} {
  const { statementCount } = tree;
  const found: OpenBlock[] = [{ kind: 'file', parent: -1, open: -1, close: statementCount, isClosed: true }];
  const surplus: number[] = [];
  const open = [0];
  for (let statement = 0; statement < statementCount; statement++) {
    if (missing.size > 0 && missing.has(statement) && open.length > 1) found[open.pop() as number].close = statement;
    const step = stepOf(tree, statement);
    if (step === 'function' || step === 'class') {
      const parent = open[open.length - 1];
      found.push({ kind: step, parent, open: statement, close: statementCount, isClosed: false });
      open.push(found.length - 1);
    } else if (step === 'end' && open.length > 1) {
      const block = found[open.pop() as number];
      block.close = statement;
      block.isClosed = true;
    } else if (step === 'end') surplus.push(statement);
  }
  return { found, surplus, firstOpen: open.length > 1 ? found[open[1]].open : -1 };
}

const NOTHING_MISSING: ReadonlySet<number> = new Set();

export type OpenBlock = { -readonly [K in keyof Block]: Block[K] };

/** What a statement does to the blocks that are open. */
export function stepOf(
  { statementKinds, statementCodes }: SyntaxTree,
  statement: number,
): 'function' | 'class' | 'end' | undefined {
  return statementKinds[statement] === StatementKind.Directive ? STEPS[statementCodes[statement]] : undefined;
}

const STEPS = DIRECTIVE_NAMES.map(name =>
  name === '.func' ? 'function' : name === '.class' ? 'class' : name === '.end' ? 'end' : undefined,
);
