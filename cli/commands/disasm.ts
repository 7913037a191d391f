import { readBytecode } from '../../host/index.ts';
import { describeDecodeError, disassemble } from '../../vm/index.ts';
import { EXIT, UsageError, type Command } from '../command.ts';

export const disasm: Command = {
  operands: { name: 'file', minimum: 1, maximum: 1 },
  options: {},
  details: 'What it prints assembles to the same bytes.',
  run(given, { output }) {
    const [file] = given.operands;
    const read = readBytecode(file);
    if ('unreadable' in read) throw new UsageError(`cannot read ${file}: ${read.unreadable}`);
    if ('malformed' in read) {
      output.writeError(`${file}: ${describeDecodeError(read.malformed)}\n`);
      return EXIT.refused;
    }
    output.writeOutput(disassemble(read.program));
    return EXIT.done;
  },
};
