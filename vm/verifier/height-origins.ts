import { isRetreating } from './control-flow-graph.ts';
import { edgesInto, type StackAnalysis } from './stack-analysis.ts';
import type { StackState } from './stack-state.ts';

/**
 * Where differing heights come from. Once paths have met with different heights, every block behind them has a range of
 * heights; this tells the one place that is to blame from the many that only inherit it.
 *
 * A height that is not exact is told as an offset from the block that it came to be in, its origin. Two paths that come
 * from the same origin disagree when their offsets differ, any others when their ranges have no height in common.
 */
export interface HeightOrigins {
  /** The blocks where paths meet with heights that differ for no earlier reason, ascending. */
  readonly joins: readonly number[];
  /** The block to blame for the range of heights at the start of a block that has one. */
  blame(block: number): number;
  /** With what height each path comes to a block: the entry of the function first, then in text order. */
  arrivals(block: number): readonly Arrival[];
}

export interface Arrival {
  /** The block that the path comes from; -1 for the entry of the function. */
  readonly from: number;
  readonly minimum: number;
  readonly maximum: number;
  /** By how much each round of a loop changes the height, where that is all that is known of it; else 0. */
  readonly change: number;
}

/** Linear in the size of the blocks that have no exact height, and of those that lead to them. */
export function findHeightOrigins(analysis: StackAnalysis): HeightOrigins {
  const { graph, states } = analysis;
  const origins = new Int32Array(graph.blockCount).fill(-1);
  const offsets = new Int32Array(graph.blockCount);
  /** For an origin whose range comes in by way of a loop: the origin of that. Else -1. */
  const inheritedFrom = new Int32Array(graph.blockCount).fill(-1);
  const joins = new Set<number>();
  const inexact = [...graph.order].filter(block => !isExact(states[block] as StackState));
  const edges = new Map(inexact.map(block => [block, edgesInto(analysis, block)]));

  const heightsInto = (block: number, isWanted: (from: number) => boolean): Height[] =>
    (edges.get(block) ?? [])
      .filter(({ from }) => isWanted(from))
      .map(({ from, state: { minimum, maximum }, effect }) => {
        // Where an underflow is certain the height behind it is exact; the path that led there still has its origin.
        return { origin: origins[from], offset: offsets[from] + effect, minimum, maximum };
      });
  const forwardInto = (block: number): Height[] => {
    const heights = heightsInto(block, from => !isRetreating(graph, from, block));
    return block === graph.order[0] ? [ENTRY, ...heights] : heights;
  };
  const closingInto = (block: number) => heightsInto(block, from => isRetreating(graph, from, block));

  for (const block of inexact) {
    const heights = forwardInto(block);
    const isJoin = disagree(heights);
    const inherited = isJoin ? undefined : heights.find(({ origin }) => origin >= 0);
    origins[block] = inherited?.origin ?? block;
    offsets[block] = inherited?.offset ?? 0;
    if (isJoin) joins.add(block);
  }
  for (const block of inexact) {
    const own: Height = { ...rangeOf(forwardInto(block)), origin: origins[block], offset: offsets[block] };
    for (const height of closingInto(block)) {
      if (disagree([own, height])) joins.add(block);
      else if (own.origin === block && height.origin >= 0 && height.origin !== block) {
        inheritedFrom[block] = height.origin;
      }
    }
  }

  return {
    joins: [...joins].toSorted((a, b) => a - b),
    blame(block) {
      let origin = origins[block];
      const seen = new Set<number>();
      while (!joins.has(origin) && inheritedFrom[origin] >= 0 && !seen.has(origin)) {
        seen.add(origin);
        origin = inheritedFrom[origin];
      }
      return origin;
    },
    arrivals(block) {
      const entry = block === graph.order[0] ? [{ from: -1, minimum: 0, maximum: 0, change: 0 }] : [];
      const paths = (edges.get(block) ?? edgesInto(analysis, block)).map(({ from, state, effect }) => {
        const change = origins[from] === block && isRetreating(graph, from, block) ? offsets[from] + effect : 0;
        return { from, minimum: state.minimum, maximum: state.maximum, change };
      });
      return [...entry, ...paths];
    },
  };
}

/** A height as it comes to a block: `origin` is -1 where it is exact. */
interface Height {
  readonly origin: number;
  readonly offset: number;
  readonly minimum: number;
  readonly maximum: number;
}

const ENTRY: Height = { origin: -1, offset: 0, minimum: 0, maximum: 0 };

function isExact({ minimum, maximum }: StackState): boolean {
  return minimum === maximum;
}

function disagree(heights: readonly Height[]): boolean {
  const { minimum, maximum } = rangeOf(heights);
  const highestMinimum = heights.reduce((highest, height) => Math.max(highest, height.minimum), minimum);
  const lowestMaximum = heights.reduce((lowest, height) => Math.min(lowest, height.maximum), maximum);
  if (highestMinimum > lowestMaximum) return true;
  const offsetOf = new Map<number, number>();
  for (const { origin, offset } of heights) {
    if (origin < 0) continue;
    if ((offsetOf.get(origin) ?? offset) !== offset) return true;
    offsetOf.set(origin, offset);
  }
  return false;
}

function rangeOf(heights: readonly Height[]): { minimum: number; maximum: number } {
  let minimum = Infinity;
  let maximum = 0;
  for (const height of heights) {
    minimum = Math.min(minimum, height.minimum);
    maximum = Math.max(maximum, height.maximum);
  }
  return { minimum, maximum };
}
