import { DIRECTIVE_NAMES, Op, instructionOf } from '../isa/index.ts';
import { columnOf, isFirstOfLine, pairEnds, stepOf, type Missing } from './pair-ends.ts';
import { tokenText } from './places.ts';
import { StatementKind, TokenKind, type SyntaxTree } from './tree.ts';

/**
 * Where `.end`s are missing, in a text with more openings than `.end`s. The layout tells where that may be: what stands no deeper
 * than a block does is hardly in it, nor is code that nothing leads to in the function above it. Of these places that one is taken
 * with which the least else would be wrong; none where it is best that the block goes on to the end of the file.
 *
 * @param first the statement that opens the outermost block which is not closed; it depends on nothing above it
 */
export function findMissingEnds(tree: SyntaxTree, first: number): MissingEnds {
  const missing = new Map<number, number>();
  const looks: Look[] = [];
  let open = first;
  for (let round = 0; round < MAXIMUM_ROUNDS && open >= 0; round++) {
    const { place, seen } = bestPlace(tree, open, missing);
    looks.push({ first: open, seen });
    if (place === undefined) break;
    missing.set(place.statement, place.count);
    open = pairEnds(tree, missing).firstOpen;
  }
  return { missing, looks };
}

interface MissingEnds {
  readonly missing: Missing;
  readonly looks: readonly Look[];
}

/** The statements that had a say in one place, from `first` up to `seen`; what comes to stand behind them changes nothing. */
export interface Look {
  readonly first: number;
  /** Exclusive; infinite where the text was over before enough was seen. */
  readonly seen: number;
}

/** So many missing `.end`s are placed; behind them blocks go on to the end of the file. */
const MAXIMUM_ROUNDS = 4;
/** So many places are compared; and so many statements looked through for them, and behind the last of them. */
const MAXIMUM_PLACES = 16;
const WINDOW = 4_000;
const BEHIND_PLACES = 1_000;
/** The statements of the longest look. */
export const MOST_SEEN = WINDOW + BEHIND_PLACES;

/** A statement in front of which as many `.end`s may be missing. */
interface Place {
  readonly statement: number;
  readonly count: number;
}

/** The place with which the least is wrong, if not less is wrong without; and how far was looked. */
function bestPlace(tree: SyntaxTree, first: number, missing: Missing): { place: Place | undefined; seen: number } {
  const { places, seen: seenForPlaces } = findPlaces(tree, first, missing);
  let seen = seenForPlaces;
  if (places.length === 0) return { place: undefined, seen };
  const last = places[places.length - 1].statement;
  let best: Place | undefined;
  let least = Infinity;
  for (const place of places) {
    const all = new Map([...missing, [place.statement, place.count]]);
    const { count, end } = countMistakes(tree, { first, last, end: last + BEHIND_PLACES }, all);
    // And the statement behind, for how deep what opens last begins.
    seen = Math.max(seen, end + 1);
    if (count < least) {
      best = place;
      least = count;
    }
  }
  return { place: least <= mistakesOfGoingOn(tree, { first, seen }, missing) ? best : undefined, seen };
}

/** How much seems wrong in what is looked at where the block goes on behind that: more than one block in its column are hardly in it. */
function mistakesOfGoingOn(tree: SyntaxTree, { first, seen }: Look, missing: Missing): number {
  const end = Math.min(seen, tree.statementCount);
  const { count, left } = countMistakes(tree, { first, last: end, end }, missing);
  const jumps = left.reduce((sum, block) => sum + jumpsOutOf(block), 0);
  return count + jumps + (left.some(({ blocksInColumn }) => blocksInColumn > 1) ? 1 : 0);
}

/** Where the layout shows a statement outside of the innermost block that is open there, or of several. */
function findPlaces(tree: SyntaxTree, first: number, missing: Missing): { places: readonly Place[]; seen: number } {
  const places: Place[] = [];
  const open: number[] = [];
  const end = first + WINDOW;
  for (let statement = first; statement < end; statement++) {
    if (statement === tree.statementCount) return { places, seen: Infinity };
    const known = missing.get(statement);
    if (known !== undefined) open.length = Math.max(0, open.length - known);
    const count = known === undefined ? countOutside(tree, open, statement) : 0;
    if (count > 0) places.push({ statement, count: 1 });
    if (count > 1) places.push({ statement, count });
    if (places.length >= MAXIMUM_PLACES) return { places, seen: statement + 1 };
    const step = stepOf(tree, statement);
    if (step === 'end') open.pop();
    else if (step !== undefined) open.push(statement);
  }
  return { places, seen: end };
}

/** How many of the blocks that these statements open, from the innermost on, a statement seems to stand outside of. */
function countOutside(tree: SyntaxTree, open: readonly number[], statement: number): number {
  if (!isFirstOfLine(tree, statement)) return 0;
  let count = 0;
  while (count < open.length && isOutside(tree, open, statement, count)) count++;
  return count;
}

/** Whether a statement that seems to stand outside of as many inner ones does so of the block around these. */
function isOutside(tree: SyntaxTree, open: readonly number[], statement: number, inner: number): boolean {
  const opening = open[open.length - 1 - inner];
  const depth = columnOf(tree, statement) - columnOf(tree, opening);
  const isInFunction = stepOf(tree, opening) === 'function';
  switch (stepOf(tree, statement)) {
    case 'function':
      return depth < 0 || (depth === 0 && (isInFunction || isBeside(tree, statement, opening)));
    case 'class':
      return depth <= 0;
    case 'end':
      return depth < 0 && open.some(each => columnOf(tree, each) === columnOf(tree, statement));
  }
  if (tree.statementKinds[statement] !== StatementKind.Instruction) return false;
  if (!isInFunction || (depth <= 0 && isIndented(tree, opening))) return true;
  return inner === 0 && endsFlow(tree, statement - 1);
}

/** Whether a block begins with something that stands deeper than its directive. */
function isIndented(tree: SyntaxTree, opening: number): boolean {
  return opening + 1 < tree.statementCount && columnOf(tree, opening + 1) > columnOf(tree, opening);
}

/**
 * How much seems wrong from one statement on, until behind another one all blocks are closed and the next one opens, with an `.end` added in front of each
 * of some statements; where that was, infinite where the text was over; and which blocks are left open there.
 */
function countMistakes(
  tree: SyntaxTree,
  { first, last, end }: { readonly first: number; readonly last: number; readonly end: number },
  missing: Missing,
): { readonly count: number; readonly end: number; readonly left: readonly Open[] } {
  const open: Open[] = [];
  let count = 0;
  const close = (statement: number): void => {
    const block = open.pop();
    if (block === undefined) count += SURPLUS_END;
    else if (block.step === 'function') count += (endsFlow(tree, statement - 1) ? 0 : 1) + jumpsOutOf(block);
  };
  let statement = first;
  for (; statement < end; statement++) {
    if (statement === tree.statementCount) return { count, end: Infinity, left: open };
    // What no opening stands in front of is still about these blocks: an `.end` there would be one too many.
    if (statement > last && open.length === 0 && isOpening(tree, statement)) break;
    for (let left = missing.get(statement) ?? 0; left > 0; left--) close(statement);
    const around = open.at(-1);
    const step = stepOf(tree, statement);
    if (step === 'end') {
      if (around !== undefined && around.column !== columnOf(tree, statement)) count++;
      close(statement);
    } else if (step === undefined) {
      if (isMisplaced(tree, statement, around?.step)) count++;
      noteLabels(tree, statement, around);
    } else {
      const column = columnOf(tree, statement);
      if (around?.step === 'class' && step === 'class') {
        count++;
      } else if (around !== undefined && column <= around.column) {
        if (isBeside(tree, statement, around.opening)) count++;
        around.blocksInColumn++;
      }
      open.push({ step, opening: statement, column, blocksInColumn: 0, labels: new Set(), jumps: new Set() });
    }
  }
  return { count, end: statement, left: open };
}

function isOpening(tree: SyntaxTree, statement: number): boolean {
  const step = stepOf(tree, statement);
  return step !== undefined && step !== 'end';
}

/** A block, with the names of the labels that it has so far, and of those that it jumps to. */
interface Open {
  readonly step: 'function' | 'class';
  /** The statement of its directive, and where that stands. */
  readonly opening: number;
  readonly column: number;
  /** How many functions and classes in it stand no deeper than itself. */
  blocksInColumn: number;
  readonly labels: Set<string>;
  readonly jumps: Set<string>;
}

/**
 * Whether a block that stands no deeper than the one which another statement opens is hardly in it: as what is in functions and classes
 * stands deeper here; or as it is no method, where that is a class.
 */
function isBeside(tree: SyntaxTree, statement: number, opening: number): boolean {
  if (stepOf(tree, opening) === 'function') return isIndented(tree, statement) || isIndented(tree, opening);
  return isIndented(tree, opening) || !hasSelf(tree, statement);
}

/** Whether the first parameter of a function has the name that methods give to it. */
function hasSelf(tree: SyntaxTree, statement: number): boolean {
  const parameter = tree.statementHeads[statement] + 2;
  return parameter < tree.statementEnds[statement] && tokenText(tree, parameter) === 'self';
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
