/** Comes back when the messages that wait have been read: work that takes long asks for this between its parts. */
export function nextTurn(): Promise<void> {
  return new Promise(resolve => afterMessages(resolve));
}

/**
 * Calls back when the messages that wait have been read. Answers with what calls that off.
 *
 * Node has a way to come back in the next round of its loop, of which each brings a message; a timer, and be it of 0, would take a
 * millisecond, which is more than most edits cost. A web worker has only timers.
 */
export function afterMessages(run: () => void): () => void {
  const { setImmediate: nextRound } = globalThis as Rounds;
  if (nextRound === undefined) {
    const timer = setTimeout(run, 0);
    return () => clearTimeout(timer);
  }
  let left = ROUNDS;
  const wait = (): void => {
    if (left === 0) run();
    else if (left-- > 0) nextRound(wait);
  };
  wait();
  return () => {
    left = -1;
  };
}

interface Rounds {
  readonly setImmediate?: (run: () => void) => void;
}

/** About as many messages as an editor sends at once. */
const ROUNDS = 12;
