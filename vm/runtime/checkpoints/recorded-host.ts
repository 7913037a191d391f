import type { Host } from '../host.ts';

/**
 * The host as the machine sees it. While there are checkpoints, it remembers the lines of input, so that a run from a restored
 * state reads the same ones again; and output that has been written once is not written again.
 */
export class RecordedHost implements Host {
  private readonly host: Host;
  /** Lines read while recording, the first of which is the line number `firstLine`; `null` is the end of input. */
  private lines: (string | null)[] = [];
  private firstLine = 0;
  private linesRead = 0;
  private unitsWritten = 0;
  /** UTF-16 units that the host has been given. */
  private unitsGiven = 0;
  private isRecording = false;

  constructor(host: Host) {
    this.host = host;
  }

  write(text: string): void {
    const alreadyGiven = Math.min(text.length, this.unitsGiven - this.unitsWritten);
    this.unitsWritten += text.length;
    if (alreadyGiven < text.length) {
      this.unitsGiven = this.unitsWritten;
      this.host.write(text.slice(alreadyGiven));
    }
  }

  readLine(): string | null | undefined {
    const index = this.linesRead - this.firstLine;
    const line = index < this.lines.length ? this.lines[index] : this.host.readLine();
    if (line === undefined) return undefined;
    this.linesRead++;
    if (this.isRecording && index >= this.lines.length) this.lines.push(line);
    else if (!this.isRecording) this.forget();
    return line;
  }

  now(): number {
    return this.host.now?.() ?? 0;
  }

  get position(): HostPosition {
    return { linesRead: this.linesRead, unitsWritten: this.unitsWritten };
  }

  /** Goes back, or forward again, to a position between which and now everything has been recorded. */
  moveTo({ linesRead, unitsWritten }: HostPosition): void {
    this.linesRead = linesRead;
    this.unitsWritten = unitsWritten;
  }

  /** Begins to remember lines, if it has not. */
  record(): void {
    this.isRecording = true;
  }

  /** Nobody goes back any more. Lines that are recorded and have not been read again are still read first. */
  stopRecording(): void {
    this.isRecording = false;
    this.forget();
  }

  private forget(): void {
    this.lines.splice(0, this.linesRead - this.firstLine);
    this.firstLine = this.linesRead;
  }
}

/** How far a program has come in its input and output. */
export interface HostPosition {
  readonly linesRead: number;
  /** UTF-16 units of output. */
  readonly unitsWritten: number;
}
