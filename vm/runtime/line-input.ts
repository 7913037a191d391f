import { raise } from './errors.ts';
import type { Host } from './host.ts';
import { WAIT_FOR_INPUT } from './wait-for-input.ts';

/** How a program reads lines, some of which are not there yet when it asks for them. */
export class LineInput {
  /** Whether the prompt of the line that is being waited for has been written. */
  hasPrompted = false;
  private readonly host: Host;

  constructor(host: Host) {
    this.host = host;
  }

  /** The next line, behind a prompt that is written once. Throws `WAIT_FOR_INPUT` while the line is not there. */
  read(prompt: string): string {
    if (prompt !== '' && !this.hasPrompted) this.host.write(prompt);
    const line = this.host.readLine();
    this.hasPrompted = line === undefined;
    if (line === undefined) throw WAIT_FOR_INPUT;
    if (line === null) raise('EOFError', 'EOF when reading a line');
    return line;
  }
}
