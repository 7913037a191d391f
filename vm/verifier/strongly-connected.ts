/** The strongly connected components of a graph whose nodes are 0 to `count - 1`. */
export interface Components {
  /** The component of each node; -1 for nodes that were not asked for. Each component comes behind all that it leads to. */
  readonly componentOf: Int32Array;
  readonly components: readonly (readonly number[])[];
}

/**
 * Linear in nodes and edges, and without recursion. (Tarjan, "Depth-first search and linear graph algorithms", 1972.)
 */
export function findComponents(
  count: number,
  nodes: Iterable<number>,
  successorsOf: (node: number) => readonly number[],
): Components {
  const componentOf = new Int32Array(count).fill(-1);
  const components: number[][] = [];
  /** Numbers in the order of discovery, from 1; 0 where a node has not been seen. */
  const discovered = new Int32Array(count);
  const lowest = new Int32Array(count);
  const open: number[] = [];
  const path: { readonly node: number; readonly successors: readonly number[]; taken: number }[] = [];
  let discoveries = 0;

  const discover = (node: number): void => {
    discovered[node] = lowest[node] = ++discoveries;
    open.push(node);
    path.push({ node, successors: successorsOf(node), taken: 0 });
  };
  const close = (root: number): void => {
    const component = open.splice(open.lastIndexOf(root));
    for (const node of component) componentOf[node] = components.length;
    components.push(component);
  };

  for (const start of nodes) {
    if (discovered[start] === 0) discover(start);
    while (path.length > 0) {
      const step = path[path.length - 1];
      const { node } = step;
      if (step.taken < step.successors.length) {
        const successor = step.successors[step.taken++];
        if (discovered[successor] === 0) discover(successor);
        else if (componentOf[successor] < 0) lowest[node] = Math.min(lowest[node], discovered[successor]);
        continue;
      }
      path.pop();
      if (path.length > 0) {
        const above = path[path.length - 1].node;
        lowest[above] = Math.min(lowest[above], lowest[node]);
      }
      if (lowest[node] === discovered[node]) close(node);
    }
  }
  return { componentOf, components };
}
