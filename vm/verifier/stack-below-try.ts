import { lastInstruction } from './control-flow-graph.ts';
import type { Finding } from './report.ts';
import { describeHeights, mnemonicAt, type Subject } from './subject.ts';
import { heightsAtSetups, visitProtected } from './try-regions.ts';

/**
 * Theorem: where nothing is found, and the stack has one height wherever paths meet: while a handler is in force, the stack
 * is never lower than it was at the `SETUP_TRY`, where an error would be the fatal `StackUnderflow`. The values that an
 * instruction takes count as gone when it fails; what cannot fail may change values as long as it leaves as many.
 *
 * Of the instructions that let the stack sink below one `SETUP_TRY`, the first is told; not one that is told as an underflow.
 */
export function findStackBelowTry({ index, code, graph, stack, handlers }: Subject): Finding[] {
  if (!handlers.areUsed) return [];
  const heights = heightsAtSetups(stack);
  const told = new Set<number>();
  const findings: Finding[] = [];
  visitProtected(stack, handlers, ({ at, setups, low }) => {
    const isUnderflow = low.maximum < 0;
    if (isUnderflow) return;
    const undercut = setups.filter(setup => {
      const height = heights.get(setup);
      return height !== undefined && low.maximum < height.minimum && !told.has(setup);
    });
    if (undercut.length === 0) return;
    for (const setup of undercut) told.add(setup);
    findings.push({
      kind: 'stack-below-try',
      function: index,
      at,
      part: 'mnemonic',
      parameters: { word: mnemonicAt(code, at) },
      related: undercut.map(setup => {
        const { minimum, maximum } = heights.get(setup) ?? { minimum: 0, maximum: 0 };
        const message = `sets the handler up with ${describeHeights(minimum, maximum)} on the stack`;
        return { function: index, at: lastInstruction(graph, setup), part: 'instruction', message };
      }),
    });
  });
  return findings;
}
