import { INSTRUCTIONS, Op } from '../isa/index.ts';
import { Unknown, unknownAt, type FunctionDraft } from './function-draft.ts';

/**
 * The control-flow graph of one function: its basic blocks in text order, and behind them one empty block, the end, that
 * stands for the index one past the last instruction (in main the implicit `HALT`).
 *
 * Invariants: every instruction is in exactly one block; control enters a block at its first instruction only and leaves
 * it at its last one only, or by an error. Conditions are not evaluated: every branch has both ways. `SETUP_TRY` is a branch to
 * its handler; errors lead nowhere else (`handlers.ts` tells where they are caught). `SETUP_TRY` and `POP_TRY` end their
 * blocks, so that the same handlers are in force all through a block.
 *
 * A jump whose label is not known has no edge: the blocks that it may lead to are `entries`, which may be entered from anywhere.
 * What leaves the stack open ends its block; where it may not go on at all it has an edge to the following one.
 */
export interface ControlFlowGraph {
  /** The end included, which is block `blockCount - 1`. */
  readonly blockCount: number;
  /** The first instruction of each block; instructions of block b are `starts[b]` up to `starts[b + 1]`, exclusive. */
  readonly starts: readonly number[];
  /** The block of each instruction, and behind them the end. */
  readonly blockOf: readonly number[];
  /** The block that follows when control goes on to the following instruction, or -1. */
  readonly next: readonly number[];
  /** The block that the last instruction jumps to, or -1. */
  readonly jump: readonly number[];
  /** The blocks that may be entered in ways that nobody can follow; in a function without mistakes none. */
  readonly entries: readonly number[];
  /** The blocks that can be reached, in reverse postorder: but for loops, each behind all that lead to it. */
  readonly order: readonly number[];
  /** The place of each block in `order`; -1 where no path leads. */
  readonly position: readonly number[];
  /** The blocks that lead to block b: `predecessors[predecessorStarts[b]]` up to the next start, exclusive. Reachable ones only. */
  readonly predecessors: readonly number[];
  readonly predecessorStarts: readonly number[];
}

/** Linear in the number of instructions. */
export function buildControlFlowGraph(code: FunctionDraft): ControlFlowGraph {
  const { starts, blockOf } = cutIntoBlocks(code);
  const { next, jump } = connectBlocks(code, starts, blockOf);
  const { order, position } = orderBlocks(next, jump);
  const entries = addEntries(code, blockOf, { next, jump, order, position });
  const { predecessors, predecessorStarts } = invert(next, jump, position);
  const blockCount = next.length;
  return { blockCount, starts, blockOf, next, jump, entries, order, position, predecessors, predecessorStarts };
}

/**
 * The graph without the ways that lead through what is not known: what can be reached in it is reached however the mistakes are
 * mended. Its order is that of the whole graph.
 */
export function knownWays(graph: ControlFlowGraph, code: FunctionDraft): ControlFlowGraph {
  const isLost = (block: number) =>
    graph.starts[block] < graph.starts[block + 1] &&
    (unknownAt(code, lastInstruction(graph, block)) & Unknown.Stack) !== 0;
  return { ...graph, entries: NO_ENTRIES, next: graph.next.map((next, block) => (isLost(block) ? -1 : next)) };
}

export function isReachable(graph: ControlFlowGraph, block: number): boolean {
  return graph.position[block] >= 0;
}

/** The last instruction of a block that has any. */
export function lastInstruction(graph: ControlFlowGraph, block: number): number {
  return graph.starts[block + 1] - 1;
}

/** Whether an edge leads to a block that a depth-first walk had not left yet: the edges that close loops. */
export function isRetreating(graph: ControlFlowGraph, from: number, to: number): boolean {
  return graph.position[from] >= graph.position[to];
}

const NO_ENTRIES: readonly number[] = [];

const GOES_ON = new Uint8Array(256);
const JUMPS = new Uint8Array(256);
const ENDS_BLOCK = new Uint8Array(256);
for (const { code, flow } of INSTRUCTIONS) {
  GOES_ON[code] = flow === 'next' || flow === 'branch' ? 1 : 0;
  JUMPS[code] = flow === 'jump' || flow === 'branch' ? 1 : 0;
  ENDS_BLOCK[code] = flow !== 'next' || code === Op.POP_TRY ? 1 : 0;
}

function cutIntoBlocks(code: FunctionDraft): { starts: number[]; blockOf: number[] } {
  const { opcodes, operands, placeholders } = code;
  const length = opcodes.length;
  const blockOf = new Array<number>(length + 1).fill(0);
  blockOf[0] = 1;
  blockOf[length] = 1;
  for (let at = 0; at < length; at++) {
    if (JUMPS[opcodes[at]] && !isTargetUnknown(code, at)) blockOf[operands[at]] = 1;
    if (ENDS_BLOCK[opcodes[at]]) blockOf[at + 1] = 1;
  }
  if (placeholders !== undefined) {
    for (const at of placeholders.entries) blockOf[at] = 1;
    for (let at = 0; at < length; at++) if (placeholders.unknown[at] & Unknown.Stack) blockOf[at + 1] = 1;
  }
  let count = 0;
  for (let at = 0; at <= length; at++) count += blockOf[at];
  const starts = new Array<number>(count + 1).fill(0);
  let block = -1;
  for (let at = 0; at <= length; at++) {
    if (blockOf[at]) starts[++block] = at;
    blockOf[at] = block;
  }
  starts[count] = length;
  return { starts, blockOf };
}

function isTargetUnknown(code: FunctionDraft, at: number): boolean {
  return (unknownAt(code, at) & Unknown.Target) !== 0;
}

function connectBlocks(
  code: FunctionDraft,
  starts: readonly number[],
  blockOf: readonly number[],
): { next: number[]; jump: number[] } {
  const { opcodes, operands } = code;
  const count = starts.length - 1;
  const next = new Array<number>(count).fill(-1);
  const jump = new Array<number>(count).fill(-1);
  for (let block = 0; block < count - 1; block++) {
    const last = starts[block + 1] - 1;
    if (GOES_ON[opcodes[last]]) next[block] = block + 1;
    if (JUMPS[opcodes[last]] && !isTargetUnknown(code, last)) jump[block] = blockOf[operands[last]];
  }
  return { next, jump };
}

/** Reverse postorder from the start. */
function orderBlocks(next: number[], jump: number[]): { order: number[]; position: number[] } {
  const position = new Array<number>(next.length).fill(UNSEEN);
  const order = postorderFrom(0, next, jump, position).toReversed();
  for (let index = 0; index < order.length; index++) position[order[index]] = index;
  return { order, position };
}

/** Adds behind the order what only the entries lead to; answers these. */
function addEntries(
  { placeholders }: FunctionDraft,
  blockOf: readonly number[],
  { next, jump, order, position }: Record<'next' | 'jump' | 'order' | 'position', number[]>,
): readonly number[] {
  if (placeholders === undefined) return NO_ENTRIES;
  const entries = new Set(placeholders.entries.map(at => blockOf[at]));
  const add = (block: number): void => {
    if (position[block] !== UNSEEN) return;
    entries.add(block);
    for (const found of postorderFrom(block, next, jump, position).toReversed()) {
      position[found] = order.length;
      order.push(found);
    }
  };
  for (const block of entries) add(block);
  if (placeholders.reachesAll) for (let block = 0; block < next.length - 1; block++) add(block);
  return [...entries];
}

const UNSEEN = -1;

/** A depth-first walk without recursion: a main of many thousand blocks must not overflow the host's stack. Marks what it sees. */
function postorderFrom(start: number, next: number[], jump: number[], position: number[]): number[] {
  const postorder: number[] = [];
  const path: number[] = [start];
  /** For each block on the path how many of its two ways have been taken. */
  const taken: number[] = [0];
  position[start] = 0;
  while (path.length > 0) {
    const block = path[path.length - 1];
    const way = taken[path.length - 1]++;
    if (way === 2) {
      path.pop();
      taken.pop();
      postorder.push(block);
      continue;
    }
    // The jump is walked first, so that in the order the code that follows comes before the code that is jumped to.
    const successor = way === 0 ? jump[block] : next[block];
    if (successor < 0 || position[successor] !== UNSEEN) continue;
    position[successor] = 0;
    path.push(successor);
    taken.push(0);
  }
  return postorder;
}

function invert(
  next: number[],
  jump: number[],
  position: number[],
): { predecessors: number[]; predecessorStarts: number[] } {
  const count = next.length;
  const predecessorStarts = new Array<number>(count + 1).fill(0);
  for (let block = 0; block < count; block++) {
    if (position[block] < 0) continue;
    if (next[block] >= 0) predecessorStarts[next[block] + 1]++;
    if (jump[block] >= 0) predecessorStarts[jump[block] + 1]++;
  }
  for (let block = 0; block < count; block++) predecessorStarts[block + 1] += predecessorStarts[block];
  const predecessors = new Array<number>(predecessorStarts[count]).fill(0);
  const filled = predecessorStarts.slice();
  for (let block = 0; block < count; block++) {
    if (position[block] < 0) continue;
    if (next[block] >= 0) predecessors[filled[next[block]]++] = block;
    if (jump[block] >= 0) predecessors[filled[jump[block]]++] = block;
  }
  return { predecessors, predecessorStarts };
}
