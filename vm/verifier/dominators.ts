import type { ControlFlowGraph } from './control-flow-graph.ts';

/**
 * Whether every path to block `inner` leads through block `outer`; a block dominates itself. Reachable blocks only. Jumps that nobody
 * can follow come from blocks that are reached from the first one, which dominates all.
 */
export type Dominates = (outer: number, inner: number) => boolean;

/** (Cooper, Harvey and Kennedy, "A simple, fast dominance algorithm", 2001.) Afterwards each question takes constant time. */
export function findDominators(graph: ControlFlowGraph): Dominates {
  const immediate = immediateDominators(graph);
  const { first, last } = numberTree(immediate);
  const { position } = graph;
  return (outer, inner) => {
    const place = position[inner];
    return first[position[outer]] <= first[place] && first[place] <= last[position[outer]];
  };
}

/** For each place in the order that of its immediate dominator; the first is its own. */
function immediateDominators(graph: ControlFlowGraph): Int32Array {
  const { order, position, predecessors, predecessorStarts } = graph;
  const entries = new Set(graph.entries);
  const immediate = new Int32Array(order.length).fill(-1);
  immediate[0] = 0;
  for (let hasChanged = true; hasChanged;) {
    hasChanged = false;
    for (let place = 1; place < order.length; place++) {
      const block = order[place];
      let found = entries.has(block) ? 0 : -1;
      for (let index = predecessorStarts[block]; index < predecessorStarts[block + 1]; index++) {
        const from = position[predecessors[index]];
        if (immediate[from] >= 0) found = found < 0 ? from : meet(immediate, found, from);
      }
      if (immediate[place] === found) continue;
      immediate[place] = found;
      hasChanged = true;
    }
  }
  return immediate;
}

/** The nearest place that both have above them in the tree. */
function meet(immediate: Int32Array, left: number, right: number): number {
  while (left !== right) {
    if (left > right) left = immediate[left];
    else right = immediate[right];
  }
  return left;
}

/** Numbers the tree in preorder: the places below one have the numbers from its `first` to its `last`. */
function numberTree(immediate: Int32Array): { first: Int32Array; last: Int32Array } {
  const count = immediate.length;
  const size = new Int32Array(count).fill(1);
  for (let place = count - 1; place > 0; place--) size[immediate[place]] += size[place];
  const first = new Int32Array(count);
  const last = new Int32Array(count);
  const nextFree = new Int32Array(count);
  for (let place = 0; place < count; place++) {
    const parent = immediate[place];
    if (place > 0) {
      first[place] = nextFree[parent];
      nextFree[parent] += size[place];
    }
    last[place] = first[place] + size[place] - 1;
    nextFree[place] = first[place] + 1;
  }
  return { first, last };
}
