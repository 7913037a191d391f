/**
 * Collects what a program writes and hands it on in batches, so that a program that prints in an endless loop neither
 * drowns the client in messages nor itself in memory.
 */
export class Output {
  private readonly send: (text: string) => void;
  private pieces: string[] = [];
  private timer: NodeJS.Timeout | null = null;
  /** The time from which on the client can be expected to have digested what it was sent; see `delay`. */
  private quietFrom = 0;

  constructor(send: (text: string) => void) {
    this.send = send;
  }

  write(text: string): void {
    this.pieces.push(text);
    this.timer ??= setTimeout(() => this.flush(), BATCH_MILLISECONDS);
  }

  /** Sends what has been collected. */
  flush(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    if (this.pieces.length === 0) return;
    const text = this.pieces.join('');
    this.pieces = [];
    this.quietFrom = Math.max(this.quietFrom, performance.now()) + text.length / UNITS_PER_MILLISECOND;
    this.send(withoutLoneSurrogates(text));
  }

  /** For how many milliseconds the program should rest, because it writes faster than a client can show it; 0: it may go on. */
  delay(): number {
    const backlog = this.quietFrom - performance.now();
    return backlog > BATCH_MILLISECONDS ? backlog : 0;
  }
}

/** Output younger than this may wait for more to come: too short for a person to notice. */
const BATCH_MILLISECONDS = 20;

/** UTF-16 units that a client is given to digest in a millisecond. */
const UNITS_PER_MILLISECOND = 2000;

/** The protocol's texts are Unicode: what has no place in it becomes U+FFFD, as on standard output. */
function withoutLoneSurrogates(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}
