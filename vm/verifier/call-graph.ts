import type { FunctionIndex } from '../bytecode/index.ts';

/**
 * Which functions call which, and which of them call each other in circles: the strongly connected components of the calls.
 *
 * Every function has a rank, and outside of circles it is greater than those of the functions that it calls; so that most new calls
 * are seen at once to close no circle. A call that goes against the ranks has those in between put in order. (Pearce and Kelly, "A
 * dynamic topological sort algorithm for directed acyclic graphs", 2006.) Where circles come or go, all is ranked anew.
 */
export class CallGraph {
  private readonly nodes = new Map<FunctionIndex, Node>();
  private highestRank = 0;
  private lowestRank = 0;
  /** Calls that go against the ranks, as caller and callee. */
  private readonly unranked: [Node, Node][] = [];
  private mayHaveOtherCircles = false;
  private unrankedNodeCount = 0;

  put(index: FunctionIndex, callees: readonly FunctionIndex[]): void {
    const node = this.nodeOf(index);
    if (!node.exists) {
      node.exists = true;
      // Those who call it already are ranked above it.
      if (node.callers.size === 0) node.rank = ++this.highestRank;
      this.unrankedNodeCount++;
    }
    const others = callees.includes(index) ? callees.filter(callee => callee !== index) : callees;
    node.callsItself = others.length < callees.length;
    if (isSameSet(node.callees, others)) return;
    const before = new Set(node.callees);
    if (node.circle !== undefined) this.mayHaveOtherCircles = true;
    this.setCallees(node, others);
    for (const callee of others) {
      const called = this.nodeOf(callee);
      if (!before.has(callee) && called.rank >= node.rank) this.unranked.push([node, called]);
    }
  }

  remove(index: FunctionIndex): void {
    const node = this.nodes.get(index);
    if (node === undefined) return;
    if (node.circle !== undefined) this.mayHaveOtherCircles = true;
    this.setCallees(node, []);
    node.exists = false;
    node.callsItself = false;
    if (node.callers.size === 0) this.nodes.delete(index);
  }

  callersOf(index: FunctionIndex): Iterable<FunctionIndex> {
    return this.nodes.get(index)?.callers ?? [];
  }

  /** The functions of a function's circle; `undefined` where it is in none. */
  circleOf(index: FunctionIndex): readonly FunctionIndex[] | undefined {
    const node = this.nodes.get(index);
    return node?.circle ?? (node?.callsItself === true ? [index] : undefined);
  }

  /**
   * Takes note of all calls that have come and gone. Answers the functions of circles that are not what they were, and those of
   * circles that one of `dirty` is in.
   */
  settle(dirty: ReadonlySet<FunctionIndex>): Set<FunctionIndex> {
    const isMostlyNew = this.unrankedNodeCount > this.nodes.size / 2;
    const isRanked =
      !this.mayHaveOtherCircles && !isMostlyNew && this.unranked.every(([from, to]) => this.rank(from, to));
    const affected = isRanked ? new Set<FunctionIndex>() : this.rankAll();
    this.unranked.length = 0;
    this.unrankedNodeCount = 0;
    this.mayHaveOtherCircles = false;
    for (const index of dirty) for (const member of this.nodes.get(index)?.circle ?? []) affected.add(member);
    return affected;
  }

  /** The functions of a set, each behind those of the set that it calls, but for circles. */
  calleesFirst(functions: ReadonlySet<FunctionIndex>): FunctionIndex[] {
    const rankOf = (index: FunctionIndex): number => this.nodes.get(index)?.rank ?? 0;
    return [...functions].toSorted((a, b) => rankOf(a) - rankOf(b));
  }

  private nodeOf(index: FunctionIndex): Node {
    let node = this.nodes.get(index);
    if (node === undefined) {
      const rank = --this.lowestRank;
      node = { index, exists: false, rank, callees: [], callers: new Set(), callsItself: false, circle: undefined };
      this.nodes.set(index, node);
    }
    return node;
  }

  private setCallees(node: Node, callees: readonly FunctionIndex[]): void {
    for (const callee of node.callees) {
      const called = this.nodes.get(callee) as Node;
      called.callers.delete(node.index);
      if (called.callers.size === 0 && !called.exists) this.nodes.delete(callee);
    }
    node.callees = callees;
    for (const callee of callees) this.nodeOf(callee).callers.add(node.index);
  }

  /** Ranks a caller above a callee; false where that cannot be, or a circle is near. */
  private rank(caller: Node, callee: Node): boolean {
    const isGone = !caller.callees.includes(callee.index) || this.nodes.get(caller.index) !== caller;
    if (isGone || callee.rank < caller.rank) return true;
    const below = this.reach(callee, node => node.callees, caller.rank, callee.rank);
    const above = this.reach(caller, node => node.callers, caller.rank, callee.rank);
    if (below === undefined || above === undefined || below.has(caller)) return false;
    const byRank = (a: Node, b: Node) => a.rank - b.rank;
    const inOrder = [...[...below].toSorted(byRank), ...[...above].toSorted(byRank)];
    const ranks = inOrder.map(({ rank }) => rank).toSorted((a, b) => a - b);
    inOrder.forEach((node, place) => (node.rank = ranks[place]));
    return true;
  }

  /** What can be reached within some ranks; `undefined` where that leads to a circle. */
  private reach(
    start: Node,
    next: (node: Node) => Iterable<FunctionIndex>,
    lowest: number,
    highest: number,
  ): Set<Node> | undefined {
    const reached = new Set([start]);
    for (const node of reached) {
      if (node.circle !== undefined) return undefined;
      for (const index of next(node)) {
        const other = this.nodes.get(index) as Node;
        if (other.rank >= lowest && other.rank <= highest) reached.add(other);
      }
    }
    return reached;
  }

  private rankAll(): Set<FunctionIndex> {
    const affected = new Set<FunctionIndex>();
    let rank = 0;
    for (const component of componentsOf(this.nodes)) {
      rank++;
      const [first] = component;
      const circle = component.length > 1 ? component.map(({ index }) => index) : undefined;
      const before = first.circle;
      const isSame = before?.length === circle?.length && component.every(node => node.circle === before);
      for (const node of component) {
        node.rank = rank;
        if (isSame) continue;
        if (node.exists) affected.add(node.index);
        for (const member of node.circle ?? []) if (this.nodes.get(member)?.exists === true) affected.add(member);
        node.circle = circle;
      }
    }
    this.highestRank = rank;
    this.lowestRank = 0;
    return affected;
  }
}

interface Node {
  readonly index: FunctionIndex;
  /** Whether it is in the program, and not only called. */
  exists: boolean;
  rank: number;
  /** Without itself. */
  callees: readonly FunctionIndex[];
  readonly callers: Set<FunctionIndex>;
  callsItself: boolean;
  circle: readonly FunctionIndex[] | undefined;
}

function isSameSet(a: readonly FunctionIndex[], b: readonly FunctionIndex[]): boolean {
  if (a.length !== b.length) return false;
  const inB = a.length > FEW ? new Set(b) : b;
  return a.every(each => (Array.isArray(inB) ? inB.includes(each) : (inB as ReadonlySet<FunctionIndex>).has(each)));
}

const FEW = 8;

/**
 * The strongly connected components of all calls, each behind all that it leads to. Linear in functions and calls, and without
 * recursion. (Tarjan, "Depth-first search and linear graph algorithms", 1972.)
 */
function* componentsOf(nodes: ReadonlyMap<FunctionIndex, Node>): Iterable<Node[]> {
  const steps = new Map<Node, Step>();
  const open: Step[] = [];
  const path: Step[] = [];
  const discover = (node: Node): void => {
    const step = { node, order: steps.size, lowest: steps.size, taken: 0, isOpen: true };
    steps.set(node, step);
    open.push(step);
    path.push(step);
  };
  for (const root of nodes.values()) {
    if (!steps.has(root)) discover(root);
    while (path.length > 0) {
      const step = path[path.length - 1];
      if (step.taken < step.node.callees.length) {
        const callee = nodes.get(step.node.callees[step.taken++]) as Node;
        const known = steps.get(callee);
        if (known === undefined) discover(callee);
        else if (known.isOpen) step.lowest = Math.min(step.lowest, known.order);
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above !== undefined) above.lowest = Math.min(above.lowest, step.lowest);
      if (step.lowest === step.order) yield close(open, step);
    }
  }
}

interface Step {
  readonly node: Node;
  readonly order: number;
  lowest: number;
  taken: number;
  isOpen: boolean;
}

function close(open: Step[], root: Step): Node[] {
  const component: Node[] = [];
  for (;;) {
    const step = open.pop() as Step;
    step.isOpen = false;
    component.push(step.node);
    if (step === root) return component;
  }
}
