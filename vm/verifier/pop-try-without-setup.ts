import { Op } from '../isa/index.ts';
import { NO_HANDLER, UNKNOWN_HANDLER } from './handlers.ts';
import type { InstructionProperty } from './instruction-property.ts';
import type { Finding } from './report.ts';
import type { StackWalker } from './stack-walker.ts';
import type { Subject } from './subject.ts';

/**
 * Theorem: a `POP_TRY` that is not found, and not reached through one that is, has a handler of its own frame to remove; one
 * that is found to lack it on every path never has.
 */
export const popTryWithoutSetup: InstructionProperty = { opcodes: [Op.POP_TRY], find };

function find({ index, graph, handlers }: Subject, { at }: StackWalker): Finding | undefined {
  const latest = handlers.latest(graph.blockOf[at]);
  if (!latest.includes(NO_HANDLER) || latest.includes(UNKNOWN_HANDLER)) return undefined;
  return {
    kind: 'pop-try-without-setup',
    function: index,
    at,
    part: 'mnemonic',
    parameters: { always: latest.length === 1 },
    related: latest
      .filter(setup => setup !== NO_HANDLER)
      .slice(0, MAXIMUM_SHOWN)
      .map(setup => ({
        function: index,
        at: graph.starts[setup + 1] - 1,
        part: 'instruction',
        message: 'on another path this handler is removed',
      })),
  };
}

const MAXIMUM_SHOWN = 4;
