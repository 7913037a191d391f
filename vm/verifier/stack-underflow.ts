import { unknownAt } from './function-draft.ts';
import type { HeightOrigins } from './height-origins.ts';
import type { Finding } from './report.ts';
import { describeArrivals, describeWay, listHeights } from './stack-heights-differ.ts';
import type { StackWalker } from './stack-walker.ts';
import { mnemonicAt, placeName, type Subject } from './subject.ts';

/**
 * Theorem: an instruction that is not named here, and not reached through one that is, always finds the values on the
 * stack that it takes.
 *
 * The values that an instruction misses are assumed behind it. What goes wrong on some path only goes wrong because paths
 * met with different heights: of all underflows that one such place causes, the first is told; nothing where that is in a line with
 * a mistake.
 */
export interface Underflow {
  readonly at: number;
  readonly needs: number;
  /** The greatest number of values that there can be is too small (`always`), or only the least. */
  readonly minimum: number;
  readonly always: boolean;
}

/** The underflow of the instruction before which the walker stands. */
export function underflowAt(walker: StackWalker): Underflow | undefined {
  const needs = walker.needs();
  if (walker.minimum >= needs) return undefined;
  const always = walker.maximum < needs;
  return { at: walker.at, needs, minimum: always ? walker.maximum : walker.minimum, always };
}

/** The findings, and the blocks where paths meet that they blame. */
export function reportUnderflows(
  subject: Subject,
  underflows: readonly Underflow[],
  origins: HeightOrigins | null,
): { findings: readonly Finding[]; blamed: ReadonlySet<number> } {
  if (underflows.length === 0) return NO_UNDERFLOWS;
  const blamed = new Set<number>();
  const findings: Finding[] = [];
  for (const underflow of underflows) {
    const isTold = unknownAt(subject.code, underflow.at) === 0;
    if (underflow.always || origins === null) {
      if (isTold) findings.push(reportAlways(subject, underflow));
      continue;
    }
    const join = origins.blame(subject.graph.blockOf[underflow.at]);
    if (blamed.has(join)) continue;
    blamed.add(join);
    if (isTold) findings.push(reportOnSomePath(subject, underflow, origins, join));
  }
  return { findings, blamed };
}

const NO_UNDERFLOWS: ReturnType<typeof reportUnderflows> = { findings: [], blamed: new Set() };

function reportAlways({ index, code }: Subject, { at, needs, minimum }: Underflow): Finding {
  return {
    kind: 'stack-underflow',
    function: index,
    at,
    part: 'mnemonic',
    parameters: { word: mnemonicAt(code, at), needs, has: minimum, always: true },
    related: [],
  };
}

function reportOnSomePath(
  subject: Subject,
  { at, needs, minimum }: Underflow,
  origins: HeightOrigins,
  join: number,
): Finding {
  const { index, code, graph } = subject;
  const arrivals = origins.arrivals(join);
  const [lowest] = arrivals.toSorted((a, b) => a.minimum - b.minimum || a.maximum - b.maximum);
  const place = graph.starts[join];
  const path = `when ${placeName(code, place)} is reached ${describeWay(subject, lowest, join)}`;
  return {
    kind: 'stack-underflow',
    function: index,
    at,
    part: 'mnemonic',
    parameters: { word: mnemonicAt(code, at), needs, has: minimum, always: false, path },
    related: [
      {
        function: index,
        at: place,
        part: 'label',
        message: `paths meet here with different numbers of values: ${listHeights(arrivals)}`,
      },
      ...describeArrivals(subject, arrivals),
    ],
  };
}
