import { suggest } from '../diagnostics/index.ts';
import { MNEMONICS, type Mnemonic } from '../isa/index.ts';

/** The instructions that a word may mean that is none: those that begin with it, and the one that is similar. */
export function mnemonicsMeantBy(word: string): readonly Mnemonic[] {
  let meant = cache.get(word);
  if (meant === undefined) {
    if (cache.size >= MOST_CACHED) cache.clear();
    const start = word.toUpperCase();
    const similar = suggest(word, MNEMONICS);
    meant = MNEMONICS.filter(mnemonic => mnemonic.startsWith(start) || mnemonic === similar);
    cache.set(word, meant);
  }
  return meant;
}

/** A file full of such words has few different ones, and each is asked for again with every edit. */
const cache = new Map<string, readonly Mnemonic[]>();
const MOST_CACHED = 1000;
