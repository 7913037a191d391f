import type { FunctionIndex } from '../bytecode/index.ts';

/**
 * Which functions call which, and which of them call each other in circles: the strongly connected components of the calls that
 * have more than one function, or one that calls itself.
 */
export class CallGraph {
  private readonly callees = new Map<FunctionIndex, readonly FunctionIndex[]>();
  private readonly callers = new Map<FunctionIndex, Set<FunctionIndex>>();
  private readonly circles = new Map<FunctionIndex, readonly FunctionIndex[]>();
  /** Functions whose calls have changed, so that circles may have come or gone. */
  private readonly rewired = new Set<FunctionIndex>();

  put(index: FunctionIndex, callees: readonly FunctionIndex[]): void {
    const before = this.callees.get(index);
    if (before !== undefined && isSameSet(before, callees)) return;
    const isOnlyLess = before !== undefined && callees.every(callee => before.includes(callee));
    this.disconnect(index);
    this.callees.set(index, callees);
    for (const callee of callees) {
      let callers = this.callers.get(callee);
      if (callers === undefined) this.callers.set(callee, (callers = new Set()));
      callers.add(index);
    }
    if (!isOnlyLess || this.circles.has(index)) this.rewired.add(index);
  }

  remove(index: FunctionIndex): void {
    this.disconnect(index);
    this.callees.delete(index);
    if (this.circles.has(index)) this.rewired.add(index);
  }

  callersOf(index: FunctionIndex): Iterable<FunctionIndex> {
    return this.callers.get(index) ?? [];
  }

  /** The functions of a function's circle; `undefined` where it is in none. */
  circleOf(index: FunctionIndex): readonly FunctionIndex[] | undefined {
    return this.circles.get(index);
  }

  /**
   * Finds the circles anew where calls have changed. Answers the functions that are or were in a circle that has: and for
   * circles that one of `dirty` is in, all their functions.
   */
  settle(dirty: ReadonlySet<FunctionIndex>): Set<FunctionIndex> {
    const affected = new Set<FunctionIndex>();
    if (this.rewired.size > 0) {
      const roots = new Set(this.rewired);
      for (const index of this.rewired) {
        for (const member of this.circles.get(index) ?? []) {
          roots.add(member);
          if (this.callees.has(member)) affected.add(member);
        }
      }
      for (const index of roots) this.circles.delete(index);
      for (const component of componentsFrom(roots, index => this.callees.get(index) ?? []))
        this.note(component, affected);
      this.rewired.clear();
    }
    for (const index of dirty) for (const member of this.circles.get(index) ?? []) affected.add(member);
    return affected;
  }

  /** The functions of a set, as far as can be told cheaply each behind those of the set that it calls. */
  calleesFirst(functions: ReadonlySet<FunctionIndex>): FunctionIndex[] {
    const successors = (index: FunctionIndex) =>
      (this.callees.get(index) ?? []).filter(callee => functions.has(callee));
    return [...componentsFrom(functions, successors)].flat();
  }

  private note(component: readonly FunctionIndex[], affected: Set<FunctionIndex>): void {
    const [first] = component;
    const isCircle = component.length > 1 || (this.callees.get(first)?.includes(first) ?? false);
    const before = this.circles.get(first);
    const isSame = before !== undefined && before.length === component.length;
    if (isCircle ? isSame : before === undefined) return;
    for (const index of component) {
      affected.add(index);
      if (isCircle) this.circles.set(index, component);
      else this.circles.delete(index);
    }
  }

  private disconnect(index: FunctionIndex): void {
    for (const callee of this.callees.get(index) ?? []) {
      const callers = this.callers.get(callee);
      callers?.delete(index);
      if (callers?.size === 0) this.callers.delete(callee);
    }
  }
}

function isSameSet(a: readonly FunctionIndex[], b: readonly FunctionIndex[]): boolean {
  return a.length === b.length && a.every(each => b.includes(each));
}

/**
 * The strongly connected components that can be reached from some nodes, each behind all that it leads to. Linear in nodes and
 * edges, and without recursion. (Tarjan, "Depth-first search and linear graph algorithms", 1972.)
 */
function* componentsFrom(
  roots: Iterable<FunctionIndex>,
  successorsOf: (node: FunctionIndex) => readonly FunctionIndex[],
): Iterable<FunctionIndex[]> {
  const nodes = new Map<FunctionIndex, Node>();
  const open: Node[] = [];
  const path: Node[] = [];
  const discover = (index: FunctionIndex): void => {
    const order = nodes.size;
    const node = { index, order, lowest: order, successors: successorsOf(index), taken: 0, isOpen: true };
    nodes.set(index, node);
    open.push(node);
    path.push(node);
  };
  for (const root of roots) {
    if (!nodes.has(root)) discover(root);
    while (path.length > 0) {
      const node = path[path.length - 1];
      if (node.taken < node.successors.length) {
        const successor = nodes.get(node.successors[node.taken]);
        if (successor === undefined) discover(node.successors[node.taken]);
        else if (successor.isOpen) node.lowest = Math.min(node.lowest, successor.order);
        node.taken++;
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above !== undefined) above.lowest = Math.min(above.lowest, node.lowest);
      if (node.lowest === node.order) yield close(open, node);
    }
  }
}

interface Node {
  readonly index: FunctionIndex;
  readonly order: number;
  readonly successors: readonly FunctionIndex[];
  lowest: number;
  taken: number;
  isOpen: boolean;
}

function close(open: Node[], root: Node): FunctionIndex[] {
  const component: FunctionIndex[] = [];
  for (;;) {
    const node = open.pop() as Node;
    node.isOpen = false;
    component.push(node.index);
    if (node === root) return component;
  }
}
