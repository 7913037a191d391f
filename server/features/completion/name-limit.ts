/** More names are not sent at once: a client takes longer to show a thousand than to ask again behind the next letter. */
const MAXIMUM_NAMES = 300;

/**
 * Keeps lists of names short. Where there are more than can be sent, those are left out first that do not hold the letters
 * which are typed, and the client is to ask again.
 */
export class NameLimit {
  /** Whether something was left out, so that typing on may bring up more. */
  hasLeftOut = false;
  private readonly typed: string;

  constructor(typed: string) {
    this.typed = typed.toLowerCase();
  }

  /** The entries to offer of a table of names; the first ones where too many fit. */
  take<T>(entries: Iterable<readonly [name: string, T]>): (readonly [name: string, T])[] {
    const all = [...entries];
    if (all.length <= MAXIMUM_NAMES) return all;
    this.hasLeftOut = true;
    const fitting: (readonly [name: string, T])[] = [];
    for (const entry of all) {
      if (!holdsLetters(entry[0].toLowerCase(), this.typed)) continue;
      fitting.push(entry);
      if (fitting.length === MAXIMUM_NAMES) break;
    }
    return fitting;
  }

  takeNames(names: Iterable<string>): string[] {
    return this.take(Array.from(names, name => [name, null] as const)).map(([name]) => name);
  }
}

/** Whether a name holds letters in their order, both in lower case. */
function holdsLetters(name: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
