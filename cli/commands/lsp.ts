import { GOES_ON, type Command } from '../command.ts';
import { startBundle } from '../installation.ts';

export const lsp: Command = {
  operands: { name: 'operand', minimum: 0, maximum: 0 },
  options: { stdio: { summary: 'Speaks on standard input and output; the only way there is' } },
  run(given) {
    // The protocol library takes its transport from the arguments of the process.
    if (!given.has('stdio')) process.argv.push('--stdio');
    startBundle('server');
    return GOES_ON;
  },
};
