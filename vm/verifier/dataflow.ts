import type { ControlFlowGraph } from './control-flow-graph.ts';

/**
 * A forward dataflow problem over states `S` of a join semilattice.
 *
 * The solver ends when along every path the states can only grow a bounded number of times; a problem whose states can grow
 * for ever must widen in `join`.
 */
export interface DataflowProblem<S> {
  /** The state on entry of the function. */
  readonly entry: S;
  /** The state that covers whatever may come to the graph's `entries`. */
  readonly anywhere: S;
  /** Runs a block from the state at its start, and sends the state that each way out carries to the block it leads to. */
  transfer(block: number, state: S, send: (successor: number, state: S) => void): void;
  /** The least state that covers both; `known` itself when it covers `incoming` already. */
  join(known: S, incoming: S, block: number): S;
}

/**
 * The least solution: for each block the state at its start, `undefined` where no path leads. (Kildall, "A unified approach
 * to global program optimization", 1973.)
 *
 * Blocks are swept in reverse postorder; a sweep runs only the blocks whose state has grown, and what grows behind it
 * waits for the next sweep. Without loops that is one run a block.
 */
export function solveForward<S>(graph: ControlFlowGraph, problem: DataflowProblem<S>): (S | undefined)[] {
  const { order, position } = graph;
  const states = new Array<S | undefined>(graph.blockCount).fill(undefined);
  const hasGrown = new Uint8Array(order.length);
  let current = 0;
  /** The last place of this sweep that has grown; the first and the last place that wait for the next one. */
  let furthest = 0;
  let firstWaiting = 0;
  let lastWaiting = 0;

  const send = (successor: number, state: S): void => {
    const known = states[successor];
    const joined = known === undefined ? state : problem.join(known, state, successor);
    if (joined === known) return;
    states[successor] = joined;
    const place = position[successor];
    hasGrown[place] = 1;
    if (place > current) {
      furthest = Math.max(furthest, place);
    } else {
      firstWaiting = Math.min(firstWaiting, place);
      lastWaiting = Math.max(lastWaiting, place);
    }
  };

  states[order[0]] = problem.entry;
  hasGrown[0] = 1;
  for (const block of graph.entries) {
    send(block, problem.anywhere);
    hasGrown[position[block]] = 1;
  }
  lastWaiting = Math.max(lastWaiting, furthest);
  while (firstWaiting < order.length) {
    current = firstWaiting;
    furthest = lastWaiting;
    firstWaiting = order.length;
    lastWaiting = -1;
    for (; current <= furthest; current++) {
      if (hasGrown[current] === 0) continue;
      hasGrown[current] = 0;
      problem.transfer(order[current], states[order[current]] as S, send);
    }
  }
  return states;
}
