import { readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

/**
 * Reads a stream line by line and waits for each: the machine runs in the foreground, and so does its input. A pipe, a file,
 * a terminal and a closed stream are all the same to it. Nothing is read ahead of what one read of the stream gives.
 */
export class LineReader {
  private readonly descriptor: number;
  private readonly decoder = new StringDecoder('utf8');
  private readonly chunk = Buffer.alloc(CHUNK_BYTES);
  /** What has been read; `at` is the start of what no line has taken. */
  private text = '';
  private at = 0;
  private hasEnded = false;

  constructor(descriptor: number) {
    this.descriptor = descriptor;
  }

  /** The next line without its LF or CRLF; `null` at the end. A last line need not end in LF. */
  readLine(): string | null {
    let searched = this.at;
    for (;;) {
      const lineFeed = this.text.indexOf('\n', searched);
      if (lineFeed >= 0) {
        const line = this.text.slice(this.at, lineFeed);
        this.at = lineFeed + 1;
        return line.endsWith('\r') ? line.slice(0, -1) : line;
      }
      if (this.hasEnded) return this.takeRest();
      this.text = this.text.slice(this.at);
      this.at = 0;
      searched = this.text.length;
      this.readMore();
    }
  }

  private takeRest(): string | null {
    const rest = this.text.slice(this.at);
    this.text = '';
    this.at = 0;
    return rest === '' ? null : rest;
  }

  private readMore(): void {
    const count = readWaiting(this.descriptor, this.chunk);
    this.hasEnded = count === 0;
    this.text += this.hasEnded ? this.decoder.end() : this.decoder.write(this.chunk.subarray(0, count));
  }
}

const CHUNK_BYTES = 64 * 1024;

/** Reads at least one byte, or none at the end; waits where the stream is one that answers "not yet". */
function readWaiting(descriptor: number, chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(descriptor, chunk, 0, chunk.length, null);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'EAGAIN') pause();
      // EOF is what Windows says at the end of a pipe; EBADF is a stream that was closed before the start.
      else if (code === 'EOF' || code === 'EBADF') return 0;
      else throw error;
    }
  }
}

const PAUSE_MILLISECONDS = 5;

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MILLISECONDS);
}
