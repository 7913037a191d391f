import { suggest } from '../vm/index.ts';
import { parseArguments } from './arguments.ts';
import { EXIT, GOES_ON, UsageError, type ExitCode } from './command.ts';
import { commandHelp, generalHelp } from './help.ts';
import { installedVersion } from './installation.ts';
import { openStreams, type Streams } from './streams.ts';
import { LATER_VERBS, VERBS } from './verbs.ts';

const streams = openStreams();
void main(process.argv.slice(2), streams)
  .catch((error: unknown) => report(error, streams))
  .then(exitCode => {
    streams.output.flush();
    // Nothing is under way: not to take the process down piece by piece saves a millisecond.
    if (exitCode !== GOES_ON) process.exit(exitCode);
  });

async function main(words: readonly string[], streams: Streams): Promise<ExitCode> {
  const [verb, ...rest] = words;
  switch (verb) {
    case undefined:
      streams.output.writeError(generalHelp());
      return EXIT.refused;
    case '--help':
    case '-h':
    case 'help':
      streams.output.writeOutput(generalHelp());
      return EXIT.done;
    case '--version':
    case '-V':
      streams.output.writeOutput(`bcasm ${installedVersion()}\n`);
      return EXIT.done;
  }
  if (!Object.hasOwn(VERBS, verb)) throw unknownVerb(verb);
  const command = VERBS[verb].command;
  if (asksForHelp(rest)) {
    streams.output.writeOutput(commandHelp(verb, command));
    return EXIT.done;
  }
  return command.run(parseArguments(verb, command, rest), streams);
}

function asksForHelp(words: readonly string[]): boolean {
  const end = words.indexOf('--');
  return (end < 0 ? words : words.slice(0, end)).some(word => word === '--help' || word === '-h');
}

function unknownVerb(verb: string): UsageError {
  if (LATER_VERBS.has(verb)) return new UsageError(`this version of bcasm has no command ${verb}`);
  const nearest = suggest(verb, Object.keys(VERBS));
  const hint = nearest === undefined ? 'bcasm --help lists the commands' : `did you mean ${nearest}?`;
  return new UsageError(`there is no command \`${verb}\`; ${hint}`);
}

function report(error: unknown, { output }: Streams): ExitCode {
  if (error instanceof UsageError) {
    output.writeError(`bcasm: ${error.message}\n`);
  } else {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    output.writeError(`bcasm: this is a mistake in bcasm itself, please report it\n${text}\n`);
  }
  return EXIT.refused;
}
