/**
 * Stack pictures as data. A picture such as `callee a1…an -- r` is text in the table, for people; the counts that the
 * verifier needs are read off it, so that the two cannot disagree.
 */

/** The values that one side of a picture names: `fixed`, and as many more as the operand `n` says, `perCount` times. */
export interface StackSide {
  readonly words: readonly string[];
  readonly fixed: number;
  readonly perCount: number;
}

export interface StackEffect {
  readonly pops: StackSide;
  readonly pushes: StackSide;
}

export interface StackPicture {
  /** When control goes to the following instruction, or leaves the frame. */
  readonly next: StackEffect;
  /** When control goes to the label; the same object as `next` where the table gives one picture. */
  readonly jump: StackEffect;
}

/** Reads a picture of the table; throws on one that is not well formed, which is a mistake in the table. */
export function parseStackPicture(picture: string): StackPicture {
  const [next, jump] = picture.split('|').map(parseEffect);
  return { next, jump: jump ?? next };
}

/** How many values one side stands for when the operand `n` is `count`. */
export function sideSize(side: StackSide, count: number): number {
  return side.fixed + side.perCount * count;
}

function parseEffect(text: string): StackEffect {
  const sides = text.split('--');
  if (sides.length !== 2) throw new Error(`a stack picture needs one "--": ${text}`);
  return { pops: parseSide(sides[0]), pushes: parseSide(sides[1]) };
}

function parseSide(text: string): StackSide {
  const words = text.split(' ').filter(word => word !== '');
  if (!text.includes('…')) return { words, fixed: words.length, perCount: 0 };
  const repeated = words.filter(word => word.includes('…'));
  const pairs = repeated.filter(isOfPairs).length;
  // `k1 v1…kn vn` is three words for two values each time.
  return { words, fixed: words.length - repeated.length - 2 * pairs, perCount: repeated.length + pairs };
}

/** Whether a word such as `v1…kn` stands between two names that alternate. */
function isOfPairs(word: string): boolean {
  const [first, last] = word.split('…').map(end => end.replace(/[1n]$/, ''));
  return first !== last;
}
