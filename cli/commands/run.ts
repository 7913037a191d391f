import { formatError, milliseconds } from '../../host/index.ts';
import { Machine, plainRepr, type Limits } from '../../vm/index.ts';
import type { Arguments } from '../arguments.ts';
import { EXIT, type Command } from '../command.ts';
import { loadProgram } from '../load-program.ts';
import { runSlices } from '../run-slices.ts';
import { runTraced } from '../run-traced.ts';
import { statisticsText } from '../statistics-text.ts';

export const run: Command = {
  operands: { name: 'file', minimum: 1, maximum: 1 },
  options: {
    stack: { summary: "Shows main's final stack, as the last line on standard error" },
    trace: { summary: 'Shows each instruction with the stack before and after it, on standard error' },
    stats: { summary: 'Shows what the run took, on standard error' },
    'max-instructions': {
      summary: 'Ends the program behind N instructions (default: no limit)',
      number: { name: 'N', minimum: 0 },
    },
    'max-depth': { summary: 'Calls within one another (default: 1000)', number: { name: 'N', minimum: 1 } },
    'max-stack': {
      summary: 'Values on the operand stacks of all frames (default: 1000000)',
      number: { name: 'N', minimum: 0 },
    },
    'max-heap': { summary: 'Bytes of the heap (default: 536870912)', number: { name: 'BYTES', minimum: 0 } },
    'undefined-none': { summary: 'Loads None for a name that nothing has bound, instead of raising NameError' },
  },
  details: 'The output of the program goes to standard output, and nothing else does.',
  run(given, streams) {
    const loaded = loadProgram(given.operands[0], streams);
    if (loaded === null) return EXIT.refused;
    const { input, output } = streams;
    let flushedAt = 0;
    const flush = (): void => {
      output.flush();
      flushedAt = milliseconds();
    };
    const host = {
      write: (text: string) => {
        output.writeOutput(text);
        if (milliseconds() - flushedAt > LONGEST_SILENCE_MS) flush();
      },
      readLine: () => {
        flush();
        return input.readLine();
      },
      now: milliseconds,
    };
    const machine = new Machine(loaded.program, {
      host,
      proofs: loaded.proofs,
      isFast: true,
      limits: givenLimits(given),
      undefinedIsNone: given.has('undefined-none'),
    });
    const start = process.hrtime.bigint();
    const stop = given.has('trace')
      ? runTraced(machine, loaded, line => output.writeError(line))
      : runSlices(machine, flush);
    const nanoseconds = Number(process.hrtime.bigint() - start);
    if (stop.kind === 'uncaught') output.writeError(formatError(stop.error));
    if (given.has('stats')) output.writeError(statisticsText(machine.statistics(), nanoseconds / 1e6));
    if (stop.kind === 'uncaught') return EXIT.failed;
    if (given.has('stack')) output.writeError(`stack: [${stop.result.map(plainRepr).join(', ')}]\n`);
    return EXIT.done;
  },
};

function givenLimits(given: Arguments): Partial<Limits> {
  const limits = {
    instructions: given.number('max-instructions'),
    depth: given.number('max-depth'),
    stack: given.number('max-stack'),
    heapBytes: given.number('max-heap'),
  };
  return Object.fromEntries(Object.entries(limits).filter(([, limit]) => limit !== undefined));
}

/** What the program writes is seen after so long at most while it goes on writing, and else behind a slice. */
const LONGEST_SILENCE_MS = 50;
