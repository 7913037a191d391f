import { Op } from '../isa/index.ts';
import { CAN_FAIL } from './consequences.ts';
import { lastInstruction, type ControlFlowGraph } from './control-flow-graph.ts';
import { Unknown, unknownAt } from './function-draft.ts';
import { isProtected } from './handlers.ts';
import type { Finding } from './report.ts';
import { findComponents } from './strongly-connected.ts';
import type { Subject } from './subject.ts';

/**
 * Theorem: no path leads out of a loop found here, taking both ways of every branch: not by a jump, and not by an
 * instruction that ends the frame or the program, or raises. Nothing in it yields, and nothing that can fail stands
 * inside a try. (A loop is a strongly connected component of the control-flow graph. Instructions that end the frame are in
 * none, because nothing follows them.) Calls count as coming back.
 *
 * Named is the jump that closes the loop: of those that lead back, the last.
 */
export function findEndlessLoops(subject: Subject): Finding[] {
  const { index, graph } = subject;
  const captive = captiveBlocks(graph, blocksLeftWithin(subject));
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

/**
 * The blocks that may be left in ways that the graph does not have: by an error that is caught, because nobody drives the generator
 * on, or by what is not known.
 */
function blocksLeftWithin({ code, graph, handlers }: Subject): number[] {
  const yields = code.opcodes.includes(Op.YIELD);
  if (!yields && !handlers.areUsed && code.placeholders === undefined) return [];
  return graph.order.filter(block => {
    const canBeCaught = isProtected(handlers, block);
    for (let at = graph.starts[block]; at < graph.starts[block + 1]; at++) {
      const opcode = code.opcodes[at];
      if (unknownAt(code, at) & LEADS_ANYWHERE) return true;
      if (opcode === Op.YIELD || (canBeCaught && CAN_FAIL[opcode])) return true;
    }
    return false;
  });
}

const LEADS_ANYWHERE = Unknown.Target | Unknown.Flow;

/** The blocks from which no path leads to one that nothing follows, or to one of `left`. */
function captiveBlocks(graph: ControlFlowGraph, left: readonly number[]): number[] {
  const { order, next, jump, predecessors, predecessorStarts } = graph;
  const escapes = new Uint8Array(graph.blockCount);
  const pending = [...left];
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
  return order.filter(block => escapes[block] === 0);
}

function waysOut({ next, jump }: ControlFlowGraph, block: number): number[] {
  return [next[block], jump[block]].filter(successor => successor >= 0);
}

/** The last jump of these blocks that leads backwards: every loop has one. */
function closingJump(graph: ControlFlowGraph, blocks: readonly number[]): number {
  const backwards = blocks.filter(block => graph.jump[block] >= 0 && graph.jump[block] <= block);
  return backwards.reduce((last, block) => Math.max(last, lastInstruction(graph, block)), -1);
}
