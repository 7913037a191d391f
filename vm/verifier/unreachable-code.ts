import { isReachable } from './control-flow-graph.ts';
import type { Finding } from './report.ts';
import type { Subject } from './subject.ts';

/**
 * Theorem: no run executes an instruction that lies in a region found here. The regions are as long as they can be: each
 * is bounded by instructions that can be reached, or by the ends of the function.
 */
export function findUnreachableCode({ index, graph }: Subject): Finding[] {
  const findings: Finding[] = [];
  const end = graph.blockCount - 1;
  for (let block = 0; block < end; block++) {
    if (isReachable(graph, block)) continue;
    const at = graph.starts[block];
    while (block < end - 1 && !isReachable(graph, block + 1)) block++;
    const last = graph.starts[block + 1] - 1;
    findings.push({
      kind: 'unreachable-code',
      function: index,
      at,
      last,
      part: 'instruction',
      parameters: {},
      related: [],
    });
  }
  return findings;
}
