import { parentPort } from 'node:worker_threads';
import { formatLastLine } from '../../../host/index.ts';
import { Machine, analyze, type Stop } from '../../../vm/index.ts';

/** A program in assembly, to be run with so many bytes of heap. */
export interface GrowthQuestion {
  readonly text: string;
  readonly heapBytes: number;
}

export interface GrowthAnswer {
  readonly output: string;
  /** `halted`, or the error that ended it. */
  readonly ending: string;
}

/** What the machine is given whenever it comes back. */
const SLICE = 100_000;
/** A program that never grows is a mistake in the test. */
const MOST_INSTRUCTIONS = 20_000_000;
/** Every line of input; there is always one more. */
const LINE = 'input line '.repeat(100);

parentPort?.on('message', ({ text, heapBytes }: GrowthQuestion) => {
  const { program } = analyze('growth.bcasm', { read: () => ({ text }), resolve: file => file });
  if (program === null) throw new Error('the program does not assemble');
  let output = '';
  const machine = new Machine(program, {
    host: { write: written => void (output += written), readLine: () => LINE },
    limits: { heapBytes, instructions: MOST_INSTRUCTIONS },
  });
  let stop = machine.run(SLICE);
  while (stop.kind === 'budget') stop = machine.run(SLICE);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage({ output, ending: endingOf(stop) } satisfies GrowthAnswer);
});

function endingOf(stop: Stop): string {
  return stop.kind === 'uncaught' ? formatLastLine(stop.error) : stop.kind;
}
