/**
 * Collects what a program writes and hands it on in batches, so that a program that prints in an endless loop neither
 * drowns the client in messages nor itself in memory.
 */
export class Output {
  private readonly send: (text: string) => void;
  private pieces: string[] = [];
  private length = 0;
  private timer: NodeJS.Timeout | null = null;
  /** When a client that shows what it was sent can be expected to be done with it. */
  private digestedAt = 0;

  constructor(send: (text: string) => void) {
    this.send = send;
  }

  write(text: string): void {
    this.pieces.push(text);
    this.length += text.length;
    this.timer ??= setTimeout(() => this.flush(), BATCH_MILLISECONDS);
  }

  /** Sends what has been collected. */
  flush(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    if (this.length === 0) return;
    const text = this.pieces.join('');
    this.pieces = [];
    this.length = 0;
    const now = performance.now();
    const digestedAt = Math.max(this.digestedAt, now) + text.length / UNITS_PER_MILLISECOND;
    this.digestedAt = Math.min(digestedAt, now + BURST_MILLISECONDS + LONGEST_REST);
    for (const part of partsOf(withoutLoneSurrogates(text))) this.send(part);
  }

  /** Whether what has been collected is better sent than added to. */
  get isFull(): boolean {
    return this.length >= BATCH_UNITS;
  }

  /** For how many milliseconds the program should rest, because it writes faster than a client can show; 0: it may go on. */
  restMilliseconds(): number {
    return Math.max(0, this.digestedAt - performance.now() - BURST_MILLISECONDS);
  }
}

/** Output younger than this may wait for more to come: too short for a person to notice. */
const BATCH_MILLISECONDS = 20;

/** UTF-16 units that are not held back any longer. */
const BATCH_UNITS = 2 ** 15;

/** UTF-16 units that a client is given to show in a millisecond: some ten thousand lines in a second. */
const UNITS_PER_MILLISECOND = 500;

/** How far a program may be ahead of its client: one that writes less than this never rests. */
const BURST_MILLISECONDS = 1000;

/** Milliseconds that a program rests at most at a time, however much it has just written. */
const LONGEST_REST = 1000;

/** UTF-16 units of a message at most: what one `PRINT` writes may be longer than a message can be. */
const MESSAGE_UNITS = 2 ** 20;

function* partsOf(text: string): Iterable<string> {
  for (let start = 0; start < text.length;) {
    const end = start + MESSAGE_UNITS;
    const isInsideCharacter = /[\uD800-\uDBFF]/.test(text[end - 1] ?? '');
    const partEnd = isInsideCharacter ? end - 1 : end;
    yield text.slice(start, partEnd);
    start = partEnd;
  }
}

/** The protocol's texts are Unicode: what has no place in it becomes U+FFFD, as on standard output. */
function withoutLoneSurrogates(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}
