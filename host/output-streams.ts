import { writeSync } from 'node:fs';

/**
 * Standard output and standard error, written in large pieces and in one order: what was written to one stream before
 * something was written to the other is out before it, so that a terminal shows both as they happened.
 * Text is written as UTF-8, a lone surrogate as U+FFFD.
 */
export class OutputStreams {
  private readonly pending: string[] = [];
  private pendingLength = 0;
  private descriptor: number = STANDARD_OUTPUT;

  /** For when nobody reads the stream any more; what is written later goes nowhere. */
  private readonly onClosed: () => void;

  constructor(onClosed: () => void) {
    this.onClosed = onClosed;
  }

  writeOutput(text: string): void {
    this.write(STANDARD_OUTPUT, text);
  }

  writeError(text: string): void {
    this.write(STANDARD_ERROR, text);
  }

  /** Hands everything to the system; waits where a stream takes no more at the moment. */
  flush(): void {
    if (this.pending.length === 0) return;
    const bytes = Buffer.from(this.pending.join(''), 'utf8');
    this.pending.length = 0;
    this.pendingLength = 0;
    if (!writeWaiting(this.descriptor, bytes)) this.onClosed();
  }

  private write(descriptor: number, text: string): void {
    if (text === '') return;
    if (descriptor !== this.descriptor) {
      this.flush();
      this.descriptor = descriptor;
    }
    this.pending.push(text);
    this.pendingLength += text.length;
    if (this.pendingLength >= PENDING_LIMIT) this.flush();
  }
}

const STANDARD_OUTPUT = 1;
const STANDARD_ERROR = 2;

/** UTF-16 units that may wait before they are written. */
const PENDING_LIMIT = 64 * 1024;

/** Whether all could be written; not when the other side has closed. */
function writeWaiting(descriptor: number, bytes: Buffer): boolean {
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'EAGAIN') pause();
      else if (code === 'EPIPE' || code === 'EOF' || code === 'EBADF') return false;
      else throw error;
    }
  }
  return true;
}

const PAUSE_MILLISECONDS = 1;

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MILLISECONDS);
}
