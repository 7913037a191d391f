import { REFERENCES } from './slots.ts';
import { WAITS } from './waits.ts';

/**
 * Keeps the arrays young that the loop puts objects into all the time.
 *
 * V8 collects young objects by themselves, and for that it notes each place of an old object that gets a reference to a young one
 * (its write barrier). That takes three times as long as the store itself, and much of what goes through the slots is young. Nothing is
 * noted where the array is young too. It stays that only until V8 has collected twice, so what is in it moves to new memory
 * now and then: often enough for programs that make many objects, and seldom enough to cost others hardly anything.
 */
export function keepArraysYoung(words: number): void {
  since += words;
  if (since < WORDS_PER_ITEM * (REFERENCES.length + WAITS.length)) return;
  since = 0;
  renew(REFERENCES);
  renew(WAITS);
}

/** Words that the loop has run since the arrays were new. */
let since = 0;

/** Gives an array other memory for what it holds. */
function renew(array: unknown[]): void {
  const items = array.slice();
  array.length = 0;
  for (let start = 0; start < items.length; start += MOST_PUSHED)
    array.push(...items.slice(start, start + MOST_PUSHED));
}

/** An item takes 20 ns, with the memory that it moves to, and a word 4 to 10. */
const WORDS_PER_ITEM = 1024;
/** Arguments that the host surely takes. */
const MOST_PUSHED = 4096;
