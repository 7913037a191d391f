import { formatError } from '../../host/index.ts';
import { Machine } from '../../vm/index.ts';
import { EXIT, type Command } from '../command.ts';
import { loadProgram } from '../load-program.ts';
import { runTraced } from '../run-traced.ts';

export const trace: Command = {
  operands: { name: 'file', minimum: 1, maximum: 1 },
  options: {},
  details:
    'Each line shows where an instruction stands (its line, and its index in its function), the instruction, and the stack of its\nframe, the top on the right. Behind a call or a return, the stack is that of the frame which goes on. What the program reads and\nprints stands between the lines.',
  run(given, streams) {
    const loaded = loadProgram(given.operands[0], streams);
    if (loaded === null) return EXIT.refused;
    const { input, output } = streams;
    let happened = '';
    const host = {
      write: (text: string) => {
        happened += text;
      },
      readLine: () => {
        output.flush();
        const line = input.readLine();
        output.writeOutput(line === null ? `${NOTE}input ended\n` : `${NOTE}input: ${line}\n`);
        return line;
      },
    };
    const machine = new Machine(loaded.program, { host });
    const stop = runTraced(machine, loaded, line => {
      output.writeOutput(line);
      if (happened !== '') output.writeOutput(outputNotes(happened));
      happened = '';
    });
    if (stop.kind === 'halted') return EXIT.done;
    output.writeError(formatError(stop.error));
    return EXIT.failed;
  },
};

/** What stands in front of input and output, below the instructions. */
const NOTE = `${' '.repeat(12)}» `;

function outputNotes(text: string): string {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map(line => `${NOTE}output: ${line}\n`).join('');
}
