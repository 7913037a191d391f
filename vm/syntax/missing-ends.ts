import { DIRECTIVE_NAMES, Op, instructionOf } from '../isa/index.ts';
import { columnOf, isFirstOfLine, pairEnds, stepOf } from './pair-ends.ts';
import { tokenText } from './places.ts';
import { StatementKind, TokenKind, type SyntaxTree } from './tree.ts';

/**
 * The statements in front of which an `.end` is missing, in a text with more openings than `.end`s. The layout tells where it may be: what
 * stands no deeper than a block does is hardly in it, nor is code that nothing leads to in the function above it. Of these places
 * that one is taken with which the least else would be wrong; none where it is best that the block goes on to the end of the file.
 *
 * @param first the statement that opens the outermost block which is not closed; it depends on nothing above it
 */
export function findMissingEnds(tree: SyntaxTree, first: number): ReadonlySet<number> {
  const missing = new Set<number>();
  let open = first;
  for (let round = 0; round < MAXIMUM_ROUNDS && open >= 0; round++) {
    const place = bestPlace(tree, open, missing);
    if (place < 0) break;
    missing.add(place);
    open = pairEnds(tree, missing).firstOpen;
  }
  return missing;
}

/** So many missing `.end`s are placed; behind them blocks go on to the end of the file. */
const MAXIMUM_ROUNDS = 4;
/** So many places are compared, and so many statements are looked at for them. */
const MAXIMUM_PLACES = 16;
const WINDOW = 4_000;
/** What is farther behind the opening of a block has no say in where its `.end` is missing. */
export const REACH = 2 * WINDOW;

function bestPlace(tree: SyntaxTree, first: number, missing: ReadonlySet<number>): number {
  const places = findPlaces(tree, first, missing);
  const end = Math.min(tree.statementCount, first + REACH);
  const last = places.at(-1) ?? first;
  let best = -1;
  let least = countMistakes(tree, { first, last, end }, missing) + 1;
  for (const place of places) {
    const count = countMistakes(tree, { first, last, end }, new Set([...missing, place]));
    if (count < least) {
      best = place;
      least = count;
    }
  }
  return best;
}

/** The statements that the layout shows outside of the innermost block that is open there. */
function findPlaces(tree: SyntaxTree, first: number, missing: ReadonlySet<number>): number[] {
  const places: number[] = [];
  const open: number[] = [];
  const end = Math.min(tree.statementCount, first + WINDOW);
  for (let statement = first; statement < end && places.length < MAXIMUM_PLACES; statement++) {
    if (missing.has(statement)) open.pop();
    else if (open.length > 0 && isOutside(tree, open, statement)) places.push(statement);
    const step = stepOf(tree, statement);
    if (step === 'end') open.pop();
    else if (step !== undefined) open.push(statement);
  }
  return places;
}

/** Whether a statement seems to stand outside of the innermost of the blocks that these statements open. */
function isOutside(tree: SyntaxTree, open: readonly number[], statement: number): boolean {
  if (!isFirstOfLine(tree, statement)) return false;
  const opening = open[open.length - 1];
  const depth = columnOf(tree, statement) - columnOf(tree, opening);
  const isInFunction = stepOf(tree, opening) === 'function';
  switch (stepOf(tree, statement)) {
    case 'function':
      return depth < 0 || (depth === 0 && isInFunction);
    case 'class':
      return depth <= 0;
    case 'end':
      return depth < 0 && open.some(each => columnOf(tree, each) === columnOf(tree, statement));
  }
  if (tree.statementKinds[statement] !== StatementKind.Instruction) return false;
  return !isInFunction || (depth <= 0 && isIndented(tree, opening)) || endsFlow(tree, statement - 1);
}

/** Whether a block begins with something that stands deeper than its directive. */
function isIndented(tree: SyntaxTree, opening: number): boolean {
  return columnOf(tree, opening + 1) > columnOf(tree, opening);
}

/**
 * How much seems wrong from one statement on, until behind another one all blocks are closed, with an `.end` added in front of each
 * of some statements.
 */
function countMistakes(
  tree: SyntaxTree,
  { first, last, end }: { readonly first: number; readonly last: number; readonly end: number },
  missing: ReadonlySet<number>,
): number {
  const open: Open[] = [];
  let count = 0;
  const close = (statement: number): void => {
    const block = open.pop();
    if (block === undefined) count += SURPLUS_END;
    else if (block.step === 'function') count += (endsFlow(tree, statement - 1) ? 0 : 1) + jumpsOutOf(block);
  };
  for (let statement = first; statement < end && (statement <= last || open.length > 0); statement++) {
    if (missing.has(statement)) close(statement);
    const around = open.at(-1);
    const step = stepOf(tree, statement);
    if (step === 'end') {
      if (around !== undefined && around.column !== columnOf(tree, statement)) count++;
      close(statement);
    } else if (step === undefined) {
      if (isMisplaced(tree, statement, around?.step)) count++;
      noteLabels(tree, statement, around);
    } else {
      if (step === 'class' && around?.step === 'class') count++;
      open.push({ step, column: columnOf(tree, statement), labels: new Set(), jumps: new Set() });
    }
  }
  return count;
}

/** A block, with the names of the labels that it has so far, and of those that it jumps to. */
interface Open {
  readonly step: 'function' | 'class';
  readonly column: number;
  readonly labels: Set<string>;
  readonly jumps: Set<string>;
}

function noteLabels(tree: SyntaxTree, statement: number, around: Open | undefined): void {
  const head = tree.statementHeads[statement];
  const kind = tree.statementKinds[statement];
  if (kind === StatementKind.Label) around?.labels.add(tokenText(tree, head));
  if (kind !== StatementKind.Instruction || tree.tokenKinds[head + 1] !== TokenKind.Name) return;
  const [operand] = instructionOf(tree.statementCodes[statement])?.operands ?? [];
  if (operand?.kind === 'label') around?.jumps.add(tokenText(tree, head + 1));
}

function jumpsOutOf({ labels, jumps }: Open): number {
  let count = 0;
  for (const name of jumps) if (!labels.has(name)) count++;
  return count;
}

/** An `.end` too many is more than one mistake. */
const SURPLUS_END = 10;

function isMisplaced(tree: SyntaxTree, statement: number, around: Open['step'] | undefined): boolean {
  const kind = tree.statementKinds[statement];
  const code = tree.statementCodes[statement];
  if (kind === StatementKind.Label) return around === 'class';
  if (kind === StatementKind.Instruction) {
    if (around === undefined) return code === Op.YIELD || instructionOf(code)?.flow === 'return';
    return around === 'class' || endsFlow(tree, statement - 1);
  }
  if (kind !== StatementKind.Directive) return false;
  return around === undefined ? OF_FUNCTIONS.has(DIRECTIVE_NAMES[code]) : DIRECTIVE_NAMES[code] === '.import';
}

const OF_FUNCTIONS: ReadonlySet<string> = new Set(['.global', '.nonlocal', '.name']);

/** Whether nothing leads from a statement to the one below it. */
function endsFlow({ statementKinds, statementCodes }: SyntaxTree, statement: number): boolean {
  if (statementKinds[statement] !== StatementKind.Instruction) return false;
  const flow = instructionOf(statementCodes[statement])?.flow;
  return flow !== 'next' && flow !== 'branch';
}
