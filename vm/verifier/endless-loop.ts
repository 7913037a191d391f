import { isRetreating, lastInstruction, type ControlFlowGraph } from './control-flow-graph.ts';
import type { Finding } from './report.ts';
import { findComponents } from './strongly-connected.ts';
import type { Subject } from './subject.ts';

/**
 * Theorem: no path leads out of a loop found here, taking both ways of every branch: not by a jump, and not by an
 * instruction that ends the frame or the program. (A loop is a strongly connected component of the control-flow graph.
 * Instructions that end the frame are in none, because nothing follows them.) Calls count as coming back.
 *
 * Named is the jump that closes the loop: of those that lead back, the last.
 */
export function findEndlessLoops({ index, graph }: Subject): Finding[] {
  if (!hasLoops(graph)) return [];
  const { componentOf, components } = findComponents(graph.blockCount, graph.order, block => waysOut(graph, block));
  const endless = components.filter((blocks, component) =>
    blocks.every(block => waysOut(graph, block).every(successor => componentOf[successor] === component)),
  );
  return endless
    .map(blocks => closingJump(graph, blocks))
    .filter(at => at >= 0)
    .toSorted((a, b) => a - b)
    .map(at => ({ kind: 'endless-loop', function: index, at, part: 'instruction', parameters: {}, related: [] }));
}

function hasLoops(graph: ControlFlowGraph): boolean {
  const closesLoop = (block: number, successor: number) => successor >= 0 && isRetreating(graph, block, successor);
  return graph.order.some(block => closesLoop(block, graph.next[block]) || closesLoop(block, graph.jump[block]));
}

function waysOut({ next, jump }: ControlFlowGraph, block: number): number[] {
  return [next[block], jump[block]].filter(successor => successor >= 0);
}

/** The last jump of these blocks that leads backwards; -1 when there is none, and so no loop. */
function closingJump(graph: ControlFlowGraph, blocks: readonly number[]): number {
  const backwards = blocks.filter(block => graph.jump[block] >= 0 && graph.jump[block] <= block);
  return backwards.reduce((last, block) => Math.max(last, lastInstruction(graph, block)), -1);
}
