/** The program's standard input: lines given with the launch, or typed while the program waits. */
export class Input {
  private readonly lines: string[];
  private isClosed: boolean;

  /** @param lines All the lines there are; `null`: they come later. */
  constructor(lines: readonly string[] | null) {
    this.lines = [...(lines ?? [])];
    this.isClosed = lines !== null;
  }

  /** The next line; `null` at the end of input; `undefined` when it has not come yet. */
  readLine(): string | null | undefined {
    const line = this.lines.shift();
    if (line !== undefined) return line;
    return this.isClosed ? null : undefined;
  }

  /** Takes what a person typed: one line or several, or `^D` alone for the end of input. */
  type(text: string): void {
    if (text.trim() === END_OF_INPUT) this.isClosed = true;
    else this.lines.push(...text.split(/\r?\n/));
  }
}

/** What a person types to end the input: what a terminal shows for the key that does it there. */
export const END_OF_INPUT = '^D';
