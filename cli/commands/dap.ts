import { GOES_ON, type Command } from '../command.ts';
import { startBundle } from '../installation.ts';

export const dap: Command = {
  operands: { name: 'operand', minimum: 0, maximum: 0 },
  options: {},
  details: 'It speaks the debug adapter protocol on standard input and output.',
  run() {
    startBundle('debug-adapter');
    return GOES_ON;
  },
};
