import { MAIN } from '../bytecode/index.ts';
import { isReachable, knownWays, lastInstruction, type ControlFlowGraph } from './control-flow-graph.ts';
import type { Finding, RelatedInstruction } from './report.ts';
import { unknownAt, type FunctionDraft } from './function-draft.ts';
import type { Subject } from './subject.ts';

/**
 * Theorem: a function of which nothing is found never reaches the index one past its last instruction, where the machine
 * ends in `InvalidJumpTarget`. Main may: its end is an implicit `HALT`.
 */
export function findRunningOffEnd({ index, code, graph }: Subject): Finding[] {
  const end = graph.blockCount - 1;
  const last = Math.max(code.opcodes.length - 1, 0);
  if (index === MAIN || !isReachable(graph, end) || unknownAt(code, last) || !isSurelyReached(code, graph, end))
    return [];
  const related: RelatedInstruction[] = [];
  const { predecessors, predecessorStarts } = graph;
  for (const from of predecessors.slice(predecessorStarts[end], predecessorStarts[end + 1])) {
    const at = lastInstruction(graph, from);
    if (at !== last) related.push({ function: index, at, part: 'instruction', message: 'jumps to the end from here' });
  }
  return [
    {
      kind: 'runs-off-end',
      function: index,
      at: last,
      part: 'instruction',
      parameters: { where: `function \`${code.qualifiedName}\`` },
      related,
    },
  ];
}

/** Whether a path leads to a block on which everything is known. */
function isSurelyReached(code: FunctionDraft, graph: ControlFlowGraph, block: number): boolean {
  if (code.placeholders === undefined) return true;
  const { order, next, jump } = knownWays(graph, code);
  const isReached = new Uint8Array(next.length);
  const pending = [order[0]];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    if (at < 0 || isReached[at] === 1) continue;
    isReached[at] = 1;
    pending.push(next[at], jump[at]);
  }
  return isReached[block] === 1;
}
