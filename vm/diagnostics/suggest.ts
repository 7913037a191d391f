/**
 * The candidate nearest to a misspelt word, for "did you mean": by edit distance with transpositions (Damerau and
 * Levenshtein, restricted), letter case not counted; `undefined` when none is near enough: a word of one letter must be
 * the candidate in another case, one of four may be wrong in one place, and no word in more than three.
 */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.min(3, Math.ceil((word.length - 1) / 3)) + STEP;
  let left = MAXIMUM_CANDIDATES;
  for (const candidate of candidates) {
    if (left-- === 0) break;
    if (Math.abs(candidate.length - word.length) >= bestDistance || candidate === word) continue;
    const distance = editDistance(wanted, candidate.toLowerCase(), bestDistance);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/**
 * The candidate that a misspelt word of four letters or more certainly means: the only one from which it differs by one letter, or by
 * two neighbours in the wrong order, while all others differ by more than `apart` letters. Words with other digits are other words.
 */
export function clearlyMeant(word: string, candidates: Iterable<string>, apart: number): string | undefined {
  if (word.length < LEAST_CLEAR) return undefined;
  const wanted = word.toLowerCase();
  let meant: string | undefined;
  let nearCount = 0;
  let left = MAXIMUM_CANDIDATES;
  for (const candidate of candidates) {
    if (left-- === 0) return undefined;
    if (Math.abs(candidate.length - word.length) > apart) continue;
    const distance = editDistance(wanted, candidate.toLowerCase(), apart + STEP);
    if (distance > apart) continue;
    if (nearCount++ > 0) return undefined;
    if (distance <= 1) meant = candidate;
  }
  return meant !== undefined && digitsOf(meant) === digitsOf(word) ? meant : undefined;
}

const LEAST_CLEAR = 4;

function digitsOf(word: string): string {
  return word.replaceAll(/[^0-9]/g, '');
}

/**
 * The suggestions for one text. Only its first mistakes get one: a text with thousands of unknown words and thousands of
 * names would cost the product of both, and nobody reads that many.
 */
export class Suggestions {
  private left = MAXIMUM_SUGGESTIONS;

  /** As `suggest`; `undefined` when the text has had its share. */
  nearest(word: string, candidates: Iterable<string>): string | undefined {
    return this.left-- > 0 ? suggest(word, candidates) : undefined;
  }
}

/** More mistakes than this get no suggestion. */
const MAXIMUM_SUGGESTIONS = 200;

/** More candidates than this are not looked at: a file full of mistakes must not become slow. */
const MAXIMUM_CANDIDATES = 2000;

/** Two letters in the wrong order are likelier than one that is wrong; distances differ by as much, or a multiple of it. */
const STEP = 0.25;
const TRANSPOSITION = 1 - STEP;

/** The distance, or `limit` where it is that or more. What both have in common at their ends makes no difference to it. */
function editDistance(a: string, b: string, limit: number): number {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  const shorter = Math.min(a.length, b.length);
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return distanceOfMiddles(a.slice(start, a.length - end), b.slice(start, b.length - end), limit);
}

function distanceOfMiddles(a: string, b: string, limit: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  let leastOfLast = 0;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const substitution = last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      let distance = Math.min(substitution, last[j] + 1, row[j - 1] + 1);
      const isTransposed = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isTransposed) distance = Math.min(distance, beforeLast[j - 2] + TRANSPOSITION);
      row.push(distance);
      least = Math.min(least, distance);
    }
    if (Math.min(least, leastOfLast + TRANSPOSITION) >= limit) return limit;
    leastOfLast = least;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length], limit);
}
