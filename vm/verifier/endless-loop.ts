import { lastInstruction, type ControlFlowGraph } from './control-flow-graph.ts';
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
  const captive = captiveBlocks(graph);
  if (captive.length === 0) return [];
  const { componentOf, components } = findComponents(graph.blockCount, captive, block => waysOut(graph, block));
  return components
    .filter((blocks, component) =>
      blocks.every(block => waysOut(graph, block).every(successor => componentOf[successor] === component)),
    )
    .map(blocks => closingJump(graph, blocks))
    .toSorted((a, b) => a - b)
    .map(at => ({ kind: 'endless-loop', function: index, at, part: 'instruction', parameters: {}, related: [] }));
}

/** The blocks from which no path leads to one that nothing follows. */
function captiveBlocks(graph: ControlFlowGraph): number[] {
  const { order, next, jump, predecessors, predecessorStarts } = graph;
  const escapes = new Uint8Array(graph.blockCount);
  const pending: number[] = [];
  for (const block of order) if (next[block] < 0 && jump[block] < 0) pending.push(block);
  let found = 0;
  for (let block = pending.pop(); block !== undefined; block = pending.pop()) {
    if (escapes[block] === 1) continue;
    escapes[block] = 1;
    found++;
    for (let index = predecessorStarts[block]; index < predecessorStarts[block + 1]; index++) {
      pending.push(predecessors[index]);
    }
  }
  if (found === order.length) return [];
  return [...order].filter(block => escapes[block] === 0);
}

function waysOut({ next, jump }: ControlFlowGraph, block: number): number[] {
  return [next[block], jump[block]].filter(successor => successor >= 0);
}

/** The last jump of these blocks that leads backwards: every loop has one. */
function closingJump(graph: ControlFlowGraph, blocks: readonly number[]): number {
  const backwards = blocks.filter(block => graph.jump[block] >= 0 && graph.jump[block] <= block);
  return backwards.reduce((last, block) => Math.max(last, lastInstruction(graph, block)), -1);
}
