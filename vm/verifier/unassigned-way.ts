import { Op } from '../isa/index.ts';
import { lastInstruction } from './control-flow-graph.ts';
import type { Dominates } from './dominators.ts';
import type { RelatedInstruction } from './report.ts';
import type { Subject } from './subject.ts';
import { Use, type VariableUses } from './variable-uses.ts';

/** A use of a variable that finds it unbound, and what is known of that. */
export interface UnboundUse {
  /** Its index in `uses`. */
  readonly use: number;
  /** Whether it does so on every path. */
  readonly always: boolean;
  /** Whether the variable may be unbound at the start of a block. */
  isUnboundAt(block: number): boolean;
  readonly dominates: Dominates;
}

/**
 * A shortest way by which a variable comes to a use unbound: the deletion where it begins, unless that is the start of the
 * function, and the last branches at which another way parts from it that may lead to the use, too. A way into a handler
 * begins at its `SETUP_TRY`: which instruction fails is open. Where every way is like that, only a deletion is told.
 *
 * Looks at `MAXIMUM_BLOCKS` blocks at most, and answers nothing where the way is longer.
 */
export function wayUnassigned(subject: Subject, uses: VariableUses, unbound: UnboundUse): RelatedInstruction[] {
  const way = findWay(subject, uses, unbound);
  if (way === undefined) return [];
  const { index } = subject;
  const { name } = uses.followed[uses.variable[unbound.use]];
  const related: RelatedInstruction[] = [];
  if (way.deletion !== undefined)
    related.push({ function: index, at: way.deletion, part: 'operand', message: `\`${name}\` is deleted here` });
  if (unbound.always) return related;
  if (way.setup !== undefined) {
    const message = `an error behind this may come before \`${name}\` is stored`;
    related.push({ function: index, at: way.setup, part: 'instruction', message });
  }
  for (const { at, jumps } of branchesOn(subject, way.blocks, unbound.dominates)) {
    const message = `\`${name}\` is unassigned when this ${jumps ? 'jumps' : 'does not jump'}`;
    related.push({ function: index, at, part: 'instruction', message });
  }
  return related;
}

interface Way {
  /** Where it begins, unless that is the start of the function. */
  readonly deletion?: number;
  readonly setup?: number;
  /** From there to the use. */
  readonly blocks: readonly number[];
}

/** Searches backwards, breadth first. */
function findWay({ graph, code }: Subject, uses: VariableUses, { use, isUnboundAt }: UnboundUse): Way | undefined {
  const variable = uses.variable[use];
  const last = graph.blockOf[uses.at[use]];
  const here = lastEffect(uses, variable, uses.starts[last], use);
  if (here.kind === 'deleted') return { deletion: here.at, blocks: [last] };

  /** For each block that has been looked at the one that follows it on the way. */
  const follower = new Map<number, number>([[last, -1]]);
  for (const block of follower.keys()) {
    if (block === graph.order[0]) return { blocks: pathFrom(follower, block) };
    for (let place = graph.predecessorStarts[block]; place < graph.predecessorStarts[block + 1]; place++) {
      const from = graph.predecessors[place];
      const end = lastInstruction(graph, from);
      const isHandler = code.opcodes[end] === Op.SETUP_TRY && graph.jump[from] === block;
      if (isHandler) return { setup: end, blocks: [from, ...pathFrom(follower, block)] };
      const effect = lastEffect(uses, variable, uses.starts[from], uses.starts[from + 1]);
      if (effect.kind === 'deleted') return { deletion: effect.at, blocks: [from, ...pathFrom(follower, block)] };
      if (effect.kind === 'none' && isUnboundAt(from) && !follower.has(from)) follower.set(from, block);
    }
    if (follower.size > MAXIMUM_BLOCKS) break;
  }
  return undefined;
}

const MAXIMUM_BLOCKS = 256;
const MAXIMUM_BRANCHES_SHOWN = 4;

type Effect = { readonly kind: 'none' | 'bound' } | { readonly kind: 'deleted'; readonly at: number };

/** What the uses from one index up to another, exclusive, leave of a variable. */
function lastEffect(uses: VariableUses, variable: number, from: number, to: number): Effect {
  for (let index = to - 1; index >= from; index--) {
    const isCall = uses.use[index] === Use.Call && uses.followed[variable].isAssignedByCalls;
    if (isCall || uses.use[index] === Use.Anything) return { kind: 'bound' };
    if (uses.variable[index] !== variable) continue;
    return uses.use[index] === Use.Unassign ? { kind: 'deleted', at: uses.at[index] } : { kind: 'bound' };
  }
  return { kind: 'none' };
}

function pathFrom(follower: ReadonlyMap<number, number>, block: number): number[] {
  const path: number[] = [];
  for (let at = block; at >= 0; at = follower.get(at) ?? -1) path.push(at);
  return path;
}

/** The last branches on a path of blocks whose other way may lead to its end as well, and which way they take. */
function branchesOn(
  { graph, code }: Subject,
  path: readonly number[],
  dominates: Dominates,
): { readonly at: number; readonly jumps: boolean }[] {
  const { next, jump, predecessorStarts } = graph;
  const end = path[path.length - 1];
  return path
    .slice(0, -1)
    .map((block, place) => ({ block, to: path[place + 1], at: lastInstruction(graph, block) }))
    .filter(({ block, to, at }) => {
      const isBranch = next[block] >= 0 && jump[block] >= 0 && next[block] !== jump[block];
      const isOnlyWay = predecessorStarts[to + 1] - predecessorStarts[to] === 1 && dominates(to, end);
      return isBranch && !isOnlyWay && code.opcodes[at] !== Op.SETUP_TRY;
    })
    .slice(-MAXIMUM_BRANCHES_SHOWN)
    .map(({ block, to, at }) => ({ at, jumps: jump[block] === to }));
}
