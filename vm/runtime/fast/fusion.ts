import { FUSED, Word } from './generated/words.ts';

/** A word, and the words that it does as one: itself alone, or a sequence. */
interface Choice {
  readonly word: number;
  readonly length: number;
  readonly cost: number;
}

/**
 * Replaces sequences by the words that do the same, from `start` to `end` of the code, so that what follows each place takes as few words as
 * can be. Only the first word of each sequence changes, so one may jump into its midst.
 */
export function fuse(plain: Int32Array, code: Int32Array, start: number, end: number): void {
  const costs = new Float64Array(end - start + 2);
  for (let at = end - 2; at >= start; at -= 2) {
    let best = Infinity;
    for (const { word, length, cost } of choicesAt(plain, at, end)) {
      const whole = cost + costs[at - start + 2 * length];
      if (whole >= best) continue;
      best = whole;
      code[at] = word;
    }
    costs[at - start] = best;
  }
}

/** The word that stands here, and those that do what begins with it, the longest first. */
function choicesAt(plain: Int32Array, at: number, end: number): Choice[] {
  const alone = plain[at];
  const choices = [{ word: alone, length: 1, cost: costOf([alone]) }];
  for (const choice of FUSED_BY_FIRST.get(plainly(alone)) ?? []) {
    if (
      at + 2 * choice.length <= end &&
      choice.sequence.every((word, index) => plainly(plain[at + 2 * index]) === word)
    )
      choices.push(choice);
  }
  return choices;
}

/** A global is a slot like a constant, unless nothing has bound it: then the plain engine takes over. */
function plainly(word: number): number {
  return word === Word.LOAD_GLOBAL ? Word.LOAD_SLOT : word;
}

/** What a word costs: to get to it, and what it moves from one slot to another where it does nothing else. */
function costOf(sequence: readonly number[]): number {
  return sequence.every(word => MOVES.has(plainly(word))) ? DISPATCH + sequence.length : DISPATCH;
}

const DISPATCH = 8;

const MOVES: ReadonlySet<number> = new Set([Word.LOAD_LOCAL, Word.LOAD_SLOT, Word.STORE_LOCAL]);

interface FusedChoice extends Choice {
  readonly sequence: readonly number[];
}

/** The fused words by the first word of their sequences. */
const FUSED_BY_FIRST = new Map<number, FusedChoice[]>();
for (const { word, sequence } of FUSED) {
  const choice = { word, sequence, length: sequence.length, cost: costOf(sequence) };
  const others = FUSED_BY_FIRST.get(sequence[0]);
  if (others === undefined) FUSED_BY_FIRST.set(sequence[0], [choice]);
  else others.push(choice);
}

/** Words of the longest sequence that one word stands for, its operands included. */
export const LONGEST_FUSION = 2 * FUSED.reduce((longest, { sequence }) => Math.max(longest, sequence.length), 1);
