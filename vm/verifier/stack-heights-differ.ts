import { MAIN } from '../bytecode/index.ts';
import { lastInstruction } from './control-flow-graph.ts';
import { unknownAt } from './function-draft.ts';
import type { Arrival, HeightOrigins } from './height-origins.ts';
import type { Finding, RelatedInstruction } from './report.ts';
import { describeHeights, describeRange, labelAt, mnemonicAt, type Subject } from './subject.ts';

/**
 * Theorem: where this finds nothing and there is no underflow, every instruction is reached with one height of the stack,
 * whatever the path.
 *
 * A place is named when paths meet there that disagree for no earlier reason; `explained` are the places that another
 * finding already tells of. So does the one for a function that runs off its end.
 */
export function findDifferingHeights(
  subject: Subject,
  origins: HeightOrigins,
  explained: ReadonlySet<number>,
): Finding[] {
  const end = subject.graph.blockCount - 1;
  return origins.joins
    .filter(block => !explained.has(block) && (subject.index === MAIN || (block !== end && !mayBeEnd(subject, block))))
    .map(block => {
      const at = subject.graph.starts[block];
      const arrivals = origins.arrivals(block);
      const name = labelAt(subject.code, at) ?? `${at}`;
      return {
        kind: 'stack-heights-differ',
        function: subject.index,
        at,
        part: 'label',
        parameters: { name, heights: listHeights(arrivals) },
        related: describeArrivals(subject, arrivals),
      };
    });
}

/** Whether a block is nothing but a last line with a mistake, which may be the label of the end of the function. */
function mayBeEnd({ code, graph }: Subject, block: number): boolean {
  const at = graph.starts[block];
  return at === code.opcodes.length - 1 && unknownAt(code, at) !== 0 && labelAt(code, at) === undefined;
}

/** Each path that comes to a place, with the height that it brings: at most `MAXIMUM_RELATED` of them, one of each height first. */
export function describeArrivals(subject: Subject, arrivals: readonly Arrival[]): RelatedInstruction[] {
  const firstOfHeight = new Map<string, Arrival>();
  for (const arrival of arrivals) {
    if (!firstOfHeight.has(describeArrival(arrival))) firstOfHeight.set(describeArrival(arrival), arrival);
  }
  const shown = new Set(firstOfHeight.values());
  for (const arrival of arrivals) if (shown.size < MAXIMUM_RELATED) shown.add(arrival);
  return arrivals
    .filter(arrival => shown.has(arrival))
    .slice(0, MAXIMUM_RELATED)
    .map(arrival => relate(subject, arrival));
}

/** `0 or 1`; `0, or 1 more on each round`; `1 or more` for `1` and `1 or more`. */
export function listHeights(arrivals: readonly Arrival[]): string {
  const greatest = new Map<number, number>();
  for (const { minimum, maximum, change } of arrivals) {
    if (change === 0) greatest.set(minimum, Math.max(maximum, greatest.get(minimum) ?? 0));
  }
  const heights = [...greatest].toSorted((a, b) => a[0] - b[0]).map(([least, most]) => describeRange(least, most));
  const rounds = new Set(arrivals.filter(({ change }) => change !== 0).map(({ change }) => describeRound(change)));
  return [heights.slice(0, MAXIMUM_RELATED).join(' or '), ...rounds].join(', and ');
}

/** How a path is told in a message: by the instruction that it comes from. */
export function describeWay({ graph, code }: Subject, { from }: Arrival, block: number): string {
  if (from < 0) return 'at the start';
  const mnemonic = mnemonicAt(code, lastInstruction(graph, from));
  return graph.jump[from] === block ? `by \`${mnemonic}\`` : `from the \`${mnemonic}\` above it`;
}

/** No finding lists more paths than a person would read. */
const MAXIMUM_RELATED = 16;

function relate({ graph, index }: Subject, arrival: Arrival): RelatedInstruction {
  const { from } = arrival;
  if (from < 0) return { function: index, at: 0, part: 'instruction', message: 'starts here with 0 values' };
  const at = lastInstruction(graph, from);
  return { function: index, at, part: 'instruction', message: `comes from here with ${describeArrival(arrival)}` };
}

function describeArrival({ minimum, maximum, change }: Arrival): string {
  return change === 0 ? describeHeights(minimum, maximum) : describeRound(change);
}

function describeRound(change: number): string {
  return `${Math.abs(change)} ${change > 0 ? 'more' : 'fewer'} on each round`;
}
