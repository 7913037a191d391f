import { DIRECTIVE_NAMES } from '../isa/index.ts';
import { StatementKind, type Block, type SyntaxTree } from './tree.ts';

/** The statements in front of which `.end`s are missing, and how many are. */
export type Missing = ReadonlyMap<number, number>;

/**
 * The blocks when each `.end` closes the innermost one that is open, and so do those that are missing; and each `.end` that closes none:
 * because none is open, or because it stands so deep that it was to close the block that is closed right above it, and the block around
 * that is closed below (`isOneTooMany`).
 */
export function pairEnds(
  tree: SyntaxTree,
  missing: Missing = NOTHING_MISSING,
): {
  readonly found: readonly OpenBlock[];
  readonly surplus: readonly SurplusEnd[];
  /** The statement that opens the outermost block which nothing closes; -1 where there is none. */
  readonly firstOpen: number;
} {
  const { statementCount } = tree;
  const found: OpenBlock[] = [{ kind: 'file', parent: -1, open: -1, close: statementCount, isClosed: true, reach: 0 }];
  const surplus: SurplusEnd[] = [];
  let lastClosed = 0;
  const open = [0];
  for (let statement = 0; statement < statementCount; statement++) {
    for (let left = missing.size > 0 ? (missing.get(statement) ?? 0) : 0; left > 0 && open.length > 1; left--)
      found[open.pop() as number].close = statement;
    const step = stepOf(tree, statement);
    if (step === 'function' || step === 'class') {
      const parent = open[open.length - 1];
      found.push({ kind: step, parent, open: statement, close: statementCount, isClosed: false, reach: 0 });
      open.push(found.length - 1);
    } else if (step === 'end') {
      const block = found[open[open.length - 1]];
      const isInside = open.length > 1;
      if (!isInside || isOneTooMany(tree, statement, block.open, found[lastClosed])) {
        surplus.push({ statement, isInside });
        continue;
      }
      lastClosed = open.pop() as number;
      block.close = statement;
      block.isClosed = true;
    }
  }
  return { found, surplus, firstOpen: open.length > 1 ? found[open[1]].open : -1 };
}

/**
 * Whether an `.end` repeats the one above it, which has closed a block of its column, while the block around that opens less deep and has its
 * own `.end` below. In a text where each `.end` closes a block there is none: behind it one would be left over.
 */
function isOneTooMany(tree: SyntaxTree, statement: number, opening: number, above: Block): boolean {
  return isTooDeep(tree, statement, opening, above) && endOf(tree, statement + 1, columnOf(tree, opening)) === 'closed';
}

/** Whether an `.end` stands as deep as one right above it, and what that closes, but deeper than what it would close itself. */
function isTooDeep(tree: SyntaxTree, statement: number, opening: number, { open, close }: Block): boolean {
  const column = columnOf(tree, statement);
  if (open < 0 || close !== statement - 1 || stepOf(tree, close) !== 'end') return false;
  if (column <= columnOf(tree, opening) || columnOf(tree, open) !== column || columnOf(tree, close) !== column)
    return false;
  return [open, close, statement].every(each => isFirstOfLine(tree, each));
}

/**
 * Whether a block that opens in some column is closed by an `.end` in that column from a statement on; `open` where something opens that
 * stands no deeper, or nothing more follows for a long time, and `cut off` where the text is over before that is known.
 */
function endOf(tree: SyntaxTree, from: number, column: number): 'closed' | 'open' | 'cut off' {
  const end = from + LOOK_AHEAD;
  let depth = 0;
  for (let statement = from; statement < end; statement++) {
    if (statement >= tree.statementCount) return 'cut off';
    const step = stepOf(tree, statement);
    if (step === 'end' && depth === 0) return columnOf(tree, statement) === column ? 'closed' : 'open';
    if (step === 'end') depth--;
    else if (step !== undefined && depth++ === 0 && columnOf(tree, statement) <= column) return 'open';
  }
  return 'open';
}

/** Whether some block ends so deep that text below may have a say in that (`isOneTooMany`). */
export function hasDeepEnd(tree: SyntaxTree): boolean {
  return tree.blocks.some(block => isDeepEnd(tree, block));
}

/** Whether that text is not there any more. */
export function needsMoreText(tree: SyntaxTree): boolean {
  return tree.blocks.some(
    block => isDeepEnd(tree, block) && endOf(tree, block.close + 1, columnOf(tree, block.open)) === 'cut off',
  );
}

/** Whether the `.end` of a block stands deeper than its opening, and right below another one. */
function isDeepEnd(tree: SyntaxTree, { isClosed, open, close }: Block): boolean {
  return isClosed && open >= 0 && columnOf(tree, close) > columnOf(tree, open) && stepOf(tree, close - 1) === 'end';
}

/** So many statements below an `.end` have a say in whether it is one too many. */
export const LOOK_AHEAD = 2_000;

/** An `.end` that closes no block, and whether it stands in one. */
interface SurplusEnd {
  readonly statement: number;
  readonly isInside: boolean;
}

const NOTHING_MISSING: Missing = new Map();

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

export function isFirstOfLine({ statementLines }: SyntaxTree, statement: number): boolean {
  return statement === 0 || statementLines[statement - 1] !== statementLines[statement];
}

/** Units in front of a statement in its line. */
export function columnOf(
  { tokenStarts, lineStarts, statementHeads, statementLines }: SyntaxTree,
  statement: number,
): number {
  return tokenStarts[statementHeads[statement]] - lineStarts[statementLines[statement]];
}
