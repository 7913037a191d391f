import { LineReader, OutputStreams } from '../host/index.ts';

/** The three standard streams of the process. */
export interface Streams {
  readonly input: LineReader;
  readonly output: OutputStreams;
}

export function openStreams(): Streams {
  return { input: new LineReader(STANDARD_INPUT), output: new OutputStreams(endQuietly) };
}

const STANDARD_INPUT = 0;

/** Nobody reads any more, as behind `head`: ends as other programs do, which the signal SIGPIPE kills. */
function endQuietly(): never {
  process.exit(BROKEN_PIPE_EXIT);
}

const BROKEN_PIPE_EXIT = 128 + 13;
