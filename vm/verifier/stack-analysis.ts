import type { Callee } from '../bytecode/index.ts';
import { Op } from '../isa/index.ts';
import type { AbstractStack, AbstractValue } from './abstract-stack.ts';
import { lastInstruction, type ControlFlowGraph } from './control-flow-graph.ts';
import { solveForward } from './dataflow.ts';
import type { FunctionDraft } from './function-draft.ts';
import type { Handlers } from './handlers.ts';
import { EMPTY_STACK, UNKNOWN_STACK, isHeightUnknown, joinStacks, type StackState } from './stack-state.ts';
import { StackWalker } from './stack-walker.ts';
import { slotsChangedInTries } from './try-regions.ts';

/**
 * Theorem: whatever path leads to an instruction without an underflow on the way, the height of the stack before it lies
 * between `minimum` and `maximum` of the state here, and each slot that the state knows holds a value of one of its kinds,
 * made by one of its producers.
 *
 * Where both are `Infinity` the height is not known: a mistake in the text may lead there with any.
 *
 * A handler is entered with the stack as it was at its `SETUP_TRY`, and the exception on top, which the `SETUP_TRY` counts as
 * the producer of. States are kept at the starts of blocks only, and computed again within a block when they are asked for.
 */
export interface StackAnalysis {
  readonly graph: ControlFlowGraph;
  readonly code: FunctionDraft;
  /** The state at the start of each block; `undefined` where no path leads. */
  readonly states: readonly (StackState | undefined)[];
  readonly resultOf: (callee: Callee) => number;
  /** How many slots below the exception may have changed when the handler is entered that the `SETUP_TRY` of a block sets up. */
  readonly changedSlots: ReadonlyMap<number, number>;
}

/** Linear but for loops. Heights do not depend on what changes inside tries: where anything does, a second round knows it. */
export function analyzeStack(
  code: FunctionDraft,
  graph: ControlFlowGraph,
  handlers: Handlers,
  resultOf: (callee: Callee) => number,
): StackAnalysis {
  const analysis = solveStack(code, graph, resultOf, NOTHING_CHANGED);
  if (!handlers.areUsed) return analysis;
  const changedSlots = slotsChangedInTries(analysis, handlers);
  return changedSlots.size === 0 ? analysis : solveStack(code, graph, resultOf, changedSlots);
}

const NOTHING_CHANGED: ReadonlyMap<number, number> = new Map();

function solveStack(
  code: FunctionDraft,
  graph: ControlFlowGraph,
  resultOf: (callee: Callee) => number,
  changedSlots: ReadonlyMap<number, number>,
): StackAnalysis {
  const walker = new StackWalker(code, resultOf);
  const runs = new Uint8Array(graph.blockCount);
  const states = solveForward<StackState>(graph, {
    entry: EMPTY_STACK,
    anywhere: UNKNOWN_STACK,
    transfer(block, state, send) {
      if (runs[block] <= RUNS_BEFORE_WIDENING) runs[block]++;
      runBlock(graph, walker, changedSlots, block, state, send);
    },
    join: (known, incoming, block) => joinStacks(known, incoming, runs[block] > RUNS_BEFORE_WIDENING),
  });
  return { graph, code, states, resultOf, changedSlots };
}

/** Calls `visit` before each instruction that can be reached, in text order, with the walker standing there. */
export function walkReachable(
  { graph, code, states, resultOf }: StackAnalysis,
  visit: (at: StackWalker) => void,
): void {
  const walker = new StackWalker(code, resultOf);
  for (let block = 0; block < graph.blockCount; block++) {
    const state = states[block];
    if (state === undefined) continue;
    walker.enter(graph.starts[block], state);
    while (walker.at < graph.starts[block + 1]) {
      visit(walker);
      walker.step();
    }
  }
}

/** A way into a block, with the state that it brings and by how much the block that it comes from changes the height. */
export interface Edge {
  readonly from: number;
  readonly state: StackState;
  readonly effect: number;
}

/** The ways into a block, in text order; both ways of a branch where both lead there. */
export function edgesInto(analysis: StackAnalysis, block: number): Edge[] {
  const { graph, code, states, resultOf, changedSlots } = analysis;
  const walker = new StackWalker(code, resultOf);
  const edges: Edge[] = [];
  const { predecessors, predecessorStarts } = graph;
  for (let index = predecessorStarts[block]; index < predecessorStarts[block + 1]; index++) {
    const from = predecessors[index];
    if (index > predecessorStarts[block] && from === predecessors[index - 1]) continue;
    const heights: StackState[] = [];
    runBlock(graph, walker, changedSlots, from, states[from] as StackState, (successor, state) => {
      if (successor === block) heights.push(state);
    });
    runBlock(graph, walker, changedSlots, from, DEEP_STACK, (successor, { minimum }) => {
      if (successor !== block) return;
      edges.push({ from, state: heights.shift() as StackState, effect: minimum - DEEP_STACK.minimum });
    });
  }
  return edges;
}

/** So many instructions lie between two at which a walk may take down the state: in a long block nobody has to walk further. */
export const STEPS_BETWEEN_MARKS = 256;

/**
 * Answers for the stack before one instruction after another; asking in ascending order costs one step each. `marks` are states
 * that are known before every `STEPS_BETWEEN_MARKS`th instruction.
 */
export function stackReader(
  analysis: StackAnalysis,
  marks: readonly (StackState | undefined)[] = [],
): (at: number) => AbstractStack | undefined {
  const { graph, states } = analysis;
  const walker = new StackWalker(analysis.code, analysis.resultOf);
  let block = -1;
  return at => {
    const wanted = graph.blockOf[at];
    const state = states[wanted];
    if (state === undefined) return undefined;
    if (wanted !== block || walker.at > at) walker.enter(graph.starts[wanted], state);
    const mark = Math.floor(at / STEPS_BETWEEN_MARKS);
    const marked = mark * STEPS_BETWEEN_MARKS > walker.at ? marks[mark] : undefined;
    if (marked !== undefined) walker.enter(mark * STEPS_BETWEEN_MARKS, marked);
    block = wanted;
    while (walker.at < at) walker.step();
    return describeStack(walker.state());
  };
}

/** A stack that no block gets to the bottom of. */
const DEEP_STACK: StackState = { top: null, minimum: 2 ** 50, maximum: 2 ** 50 };

/** Runs of a block after which a height that still changes is taken to change for ever. */
const RUNS_BEFORE_WIDENING = 3;

function runBlock(
  graph: ControlFlowGraph,
  walker: StackWalker,
  changedSlots: ReadonlyMap<number, number>,
  block: number,
  state: StackState,
  send: (successor: number, state: StackState) => void,
): void {
  const next = graph.next[block];
  const jump = graph.jump[block];
  if (next < 0 && jump < 0) return;
  const last = lastInstruction(graph, block);
  walker.enter(graph.starts[block], state);
  while (walker.at < last) walker.step();
  if (jump < 0) {
    walker.step();
    send(next, walker.state());
    return;
  }
  const before = walker.state();
  if (walker.code.opcodes[last] === Op.SETUP_TRY) walker.forget(changedSlots.get(block) ?? 0);
  walker.stepToLabel();
  send(jump, walker.state());
  if (next < 0) return;
  walker.enter(last, before);
  walker.step();
  send(next, walker.state());
}

function describeStack(state: StackState): AbstractStack {
  const fromTop: AbstractValue[] = [];
  for (let slot = state.top; slot !== null; slot = slot.below) fromTop.push(slot.value);
  // Of a stack whose height is not known there is at least what is known of it.
  const minimumHeight = isHeightUnknown(state) ? fromTop.length : state.minimum;
  return { minimumHeight, maximumHeight: state.maximum, fromTop };
}
