/**
 * Ints from 0 on that need 54 to 128 bits, in four words of 32 bits: what hashes, random numbers and products of remainders go through at
 * every step. The host makes a new bigint of each result, and looks at it in a function of its own; this is a quarter of that.
 *
 * The operators take operands that have been loaded into `LEFT` and `RIGHT`. What they answer with `undefined` is to be computed in general
 * (`int-arithmetic.ts`, `int-bits.ts`).
 */
export class WideInt {
  /** From the lowest on, each with 32 bits, of which the host takes the highest for a sign: so it keeps them without a box. */
  readonly first: number;
  readonly second: number;
  readonly third: number;
  readonly fourth: number;

  constructor(first: number, second: number, third: number, fourth: number) {
    this.first = first;
    this.second = second;
    this.third = third;
    this.fourth = fourth;
  }

  get bigInt(): bigint {
    HALVES[0] = this.first;
    HALVES[1] = this.second;
    const lower = LOWER[0];
    if ((this.third | this.fourth) === 0) return lower;
    HALVES[0] = this.third;
    HALVES[1] = this.fourth;
    return (LOWER[0] << 64n) | lower;
  }
}

/** A result: an int of at most 53 bits, or a wider one. */
export type SmallOrWide = number | WideInt;

/** The same int as a wide one; `undefined` where it is none. */
export function wideOf(value: bigint): WideInt | undefined {
  if (value < TWO_53 || value >= TWO_128) return undefined;
  const lower = BigInt.asUintN(64, value);
  HALVES.fill(0);
  LOWER[0] = lower;
  const [first, second] = HALVES;
  LOWER[0] = value >> 64n;
  return new WideInt(first, second, HALVES[0], HALVES[1]);
}

/** Loads an operand. False for a bigint that is below 0 or has more than 64 bits. */
export function loadBigInt(operand: Words, value: bigint): boolean {
  LOWER[0] = value;
  if (LOWER[0] !== value) return false;
  operand[0] = HALVES[0];
  operand[1] = HALVES[1];
  operand[2] = 0;
  operand[3] = 0;
  return true;
}

/** The same of an int from 0 on of at most 53 bits. */
export function loadSmall(operand: Words, value: number): void {
  operand[0] = value;
  operand[1] = Math.floor(value / WORD);
  operand[2] = 0;
  operand[3] = 0;
}

export function loadWide(operand: Words, { first, second, third, fourth }: WideInt): void {
  operand[0] = first;
  operand[1] = second;
  operand[2] = third;
  operand[3] = fourth;
}

/** The product of two ints from 0 on of at most 53 bits, where it has at most 63: nothing has to be loaded for it. */
export function multiplySmall(left: number, right: number): SmallOrWide | undefined {
  const product = left * right;
  if (product >= TWO_63) return undefined;
  const low = Math.imul(left, right);
  return ofWords(low, Math.round((product - (low >>> 0)) / WORD), 0, 0);
}

/** The remainder by an int above 0 of at most 53 bits, in the same way, where that is not far to find. */
export function moduloSmall({ first, second, third, fourth }: WideInt, divisor: number): number | undefined {
  const quotient = Math.floor(((second >>> 0) * WORD + (first >>> 0)) / divisor);
  if ((third | fourth) !== 0 || quotient >= QUOTIENT_LIMIT || divisor >= QUOTIENT_LIMIT) return undefined;
  return correctRemainder(remainderOf(first, second, quotient, divisor), divisor);
}

/** The bits that an int has in common with one from 0 on of at most 53 bits. */
export function andSmall({ first, second }: WideInt, mask: number): number {
  return ((second & Math.floor(mask / WORD)) >>> 0) * WORD + ((first & mask) >>> 0);
}

export function addWide(): SmallOrWide | undefined {
  const first = (LEFT[0] >>> 0) + (RIGHT[0] >>> 0);
  const second = (LEFT[1] >>> 0) + (RIGHT[1] >>> 0) + (first >= WORD ? 1 : 0);
  const third = (LEFT[2] >>> 0) + (RIGHT[2] >>> 0) + (second >= WORD ? 1 : 0);
  const fourth = (LEFT[3] >>> 0) + (RIGHT[3] >>> 0) + (third >= WORD ? 1 : 0);
  return fourth >= WORD ? undefined : ofWords(first, second, third, fourth);
}

export function subtractWide(): SmallOrWide | undefined {
  const first = (LEFT[0] >>> 0) - (RIGHT[0] >>> 0);
  const second = (LEFT[1] >>> 0) - (RIGHT[1] >>> 0) - (first < 0 ? 1 : 0);
  const third = (LEFT[2] >>> 0) - (RIGHT[2] >>> 0) - (second < 0 ? 1 : 0);
  const fourth = (LEFT[3] >>> 0) - (RIGHT[3] >>> 0) - (third < 0 ? 1 : 0);
  return fourth < 0 ? undefined : ofWords(first, second, third, fourth);
}

export function multiplyWide(): SmallOrWide | undefined {
  if (areHalves()) return multiplyHalves(LEFT[0], LEFT[1], RIGHT[0], RIGHT[1]);
  const count = lengthOf(LEFT);
  const other = lengthOf(RIGHT);
  if (count + other > 4) return undefined;
  // One of them has one word, the other one two or three.
  return count === 1 ? multiplyByWord(RIGHT, LEFT[0]) : multiplyByWord(LEFT, RIGHT[0]);
}

/** The quotient, rounded down, of a divisor above 0. */
export function divideWide(): SmallOrWide | undefined {
  const bit = onlyBitOf(RIGHT);
  if (bit >= 0) return shiftRightBy(bit);
  const divisor = numberOf(RIGHT);
  if (divisor <= SHORT_DIVISOR) return divideByShort(divisor);
  const quotient = estimateQuotient(divisor);
  if (quotient < 0) return undefined;
  const remainder = remainderOf(LEFT[0], LEFT[1], quotient, divisor);
  return remainder < 0 ? quotient - 1 : remainder >= divisor ? quotient + 1 : quotient;
}

/** The remainder of that division. */
export function moduloWide(): SmallOrWide | undefined {
  const bit = onlyBitOf(RIGHT);
  if (bit >= 0) return lowerBits(bit);
  const divisor = numberOf(RIGHT);
  const quotient = estimateQuotient(divisor);
  if (quotient < 0) return divisor <= SHORT_DIVISOR ? moduloByShort(divisor) : undefined;
  return correctRemainder(remainderOf(LEFT[0], LEFT[1], quotient, divisor), divisor);
}

export function andWide(): SmallOrWide {
  return ofWords(LEFT[0] & RIGHT[0], LEFT[1] & RIGHT[1], LEFT[2] & RIGHT[2], LEFT[3] & RIGHT[3]);
}

export function orWide(): SmallOrWide {
  return ofWords(LEFT[0] | RIGHT[0], LEFT[1] | RIGHT[1], LEFT[2] | RIGHT[2], LEFT[3] | RIGHT[3]);
}

export function xorWide(): SmallOrWide {
  return ofWords(LEFT[0] ^ RIGHT[0], LEFT[1] ^ RIGHT[1], LEFT[2] ^ RIGHT[2], LEFT[3] ^ RIGHT[3]);
}

export function shiftLeftWide(): SmallOrWide | undefined {
  const count = RIGHT[0];
  if (lengthOf(RIGHT) > 1 || bitLength(LEFT) + (count >>> 0) > BITS) return undefined;
  const words = count >>> 5;
  const bits = count & 31;
  return ofWords(
    shiftedLeft(-words, bits),
    shiftedLeft(1 - words, bits),
    shiftedLeft(2 - words, bits),
    shiftedLeft(3 - words, bits),
  );
}

export function shiftRightWide(): SmallOrWide {
  return lengthOf(RIGHT) > 1 || RIGHT[0] >>> 0 >= BITS ? 0 : shiftRightBy(RIGHT[0]);
}

type Words = Int32Array;

export const LEFT: Words = new Int32Array(4);
export const RIGHT: Words = new Int32Array(4);

/** Two words that the host reads as one bigint. */
const LOWER = new BigUint64Array(1);
const HALVES = new Int32Array(LOWER.buffer);

const WORD = 2 ** 32;
const TWO_63 = 2 ** 63;
const TWO_64 = 2 ** 64;
const BITS = 128;
const TWO_53 = 2n ** 53n;
const TWO_128 = 2n ** 128n;
/** The second word of an int of at most 53 bits is below this. */
const SAFE_SECOND = 2 ** 21;
/** Of a divisor up to this, what is left of one word and the next one together have at most 53 bits. */
const SHORT_DIVISOR = 2 ** 21;
/** The roundings of an estimated quotient below this make less than 1 of difference. */
const QUOTIENT_LIMIT = 2 ** 50;

/** The int of four words, of each of which 32 bits count. */
function ofWords(first: number, second: number, third: number, fourth: number): SmallOrWide {
  if ((third | fourth | 0) === 0 && second >>> 0 < SAFE_SECOND) return (second >>> 0) * WORD + (first >>> 0);
  return new WideInt(first | 0, second | 0, third | 0, fourth | 0);
}

/** Whether both operands have at most two words. */
function areHalves(): boolean {
  return (LEFT[2] | LEFT[3] | RIGHT[2] | RIGHT[3]) === 0;
}

/** How many words there are without those on top that are 0. */
function lengthOf(words: Words): number {
  return words[3] !== 0 ? 4 : words[2] !== 0 ? 3 : words[1] !== 0 ? 2 : 1;
}

function bitLength(words: Words): number {
  const length = lengthOf(words);
  return 32 * length - Math.clz32(words[length - 1]);
}

/** About: exact where there are at most 53 bits. */
function numberOf(words: Words): number {
  const lower = (words[1] >>> 0) * WORD + (words[0] >>> 0);
  return (words[2] | words[3]) === 0 ? lower : ((words[3] >>> 0) * WORD + (words[2] >>> 0)) * TWO_64 + lower;
}

/** The upper word of the product of two words, whose lower one is known. Without that the rounded product is a multiple of 2 ** 32, give or take 1024. */
function upperProduct(left: number, right: number, low: number): number {
  return Math.round(((left >>> 0) * (right >>> 0) - (low >>> 0)) / WORD);
}

/** The product of two ints of two words each. */
function multiplyHalves(left: number, leftUpper: number, right: number, rightUpper: number): SmallOrWide {
  const first = Math.imul(left, right);
  const lowUpper = Math.imul(left, rightUpper);
  const upperLow = Math.imul(leftUpper, right);
  const upper = Math.imul(leftUpper, rightUpper);
  const second = upperProduct(left, right, first) + (lowUpper >>> 0) + (upperLow >>> 0);
  const third =
    upperProduct(left, rightUpper, lowUpper) +
    upperProduct(leftUpper, right, upperLow) +
    (upper >>> 0) +
    Math.floor(second / WORD);
  const fourth = upperProduct(leftUpper, rightUpper, upper) + Math.floor(third / WORD);
  return ofWords(first, second, third, fourth);
}

/** The product of an int of at most three words and a word. */
function multiplyByWord(words: Words, factor: number): SmallOrWide {
  const first = Math.imul(words[0], factor);
  const low = Math.imul(words[1], factor);
  const upper = Math.imul(words[2], factor);
  const second = upperProduct(words[0], factor, first) + (low >>> 0);
  const third = upperProduct(words[1], factor, low) + (upper >>> 0) + Math.floor(second / WORD);
  return ofWords(first, second, third, upperProduct(words[2], factor, upper) + Math.floor(third / WORD));
}

/** The number of the only bit that there is, or -1. */
function onlyBitOf(words: Words): number {
  let word = 0;
  while (words[word] === 0 && word < 3) word++;
  const bits = words[word];
  if ((bits & (bits - 1)) !== 0) return -1;
  for (let each = word + 1; each < 4; each++) if (words[each] !== 0) return -1;
  return 32 * word + 31 - Math.clz32(bits);
}

/** The lowest bits of `LEFT`, so many. */
function lowerBits(count: number): SmallOrWide {
  return ofWords(lowerOf(0, count), lowerOf(1, count), lowerOf(2, count), lowerOf(3, count));
}

/** What is left of a word of `LEFT` of its lowest bits, so many. */
function lowerOf(word: number, count: number): number {
  const bits = count - 32 * word;
  return bits >= 32 ? LEFT[word] : bits <= 0 ? 0 : LEFT[word] & ((1 << bits) - 1);
}

function shiftRightBy(count: number): SmallOrWide {
  const words = count >>> 5;
  const bits = count & 31;
  return ofWords(
    shiftedRight(words, bits),
    shiftedRight(words + 1, bits),
    shiftedRight(words + 2, bits),
    shiftedRight(words + 3, bits),
  );
}

/** A word of `LEFT`, from which so many bits have gone to the next one, which come from the one before. */
function shiftedLeft(word: number, bits: number): number {
  const own = word < 0 ? 0 : LEFT[word] << bits;
  return bits === 0 || word < 1 ? own : own | (LEFT[word - 1] >>> (32 - bits));
}

/** The same the other way. */
function shiftedRight(word: number, bits: number): number {
  const own = word > 3 ? 0 : LEFT[word] >>> bits;
  return bits === 0 || word > 2 ? own : own | (LEFT[word + 1] << (32 - bits));
}

/** Divides `LEFT` word by word. */
function divideByShort(divisor: number): SmallOrWide {
  const fourth = Math.floor((LEFT[3] >>> 0) / divisor);
  const thirdDividend = ((LEFT[3] >>> 0) - fourth * divisor) * WORD + (LEFT[2] >>> 0);
  const third = Math.floor(thirdDividend / divisor);
  const secondDividend = (thirdDividend - third * divisor) * WORD + (LEFT[1] >>> 0);
  const second = Math.floor(secondDividend / divisor);
  const firstDividend = (secondDividend - second * divisor) * WORD + (LEFT[0] >>> 0);
  return ofWords(Math.floor(firstDividend / divisor), second, third, fourth);
}

/** What is left of that. */
function moduloByShort(divisor: number): number {
  let left = 0;
  for (let each = 3; each >= 0; each--) {
    const dividend = left * WORD + (LEFT[each] >>> 0);
    left = dividend - Math.floor(dividend / divisor) * divisor;
  }
  return left;
}

/** The quotient of `LEFT` rounded down, or 1 more or less; -1 where it may be further off. */
function estimateQuotient(divisor: number): number {
  const quotient = Math.floor(numberOf(LEFT) / divisor);
  return quotient < QUOTIENT_LIMIT && divisor < QUOTIENT_LIMIT ? quotient : -1;
}

/** What is left of an int without so many times the divisor. It is small, so the two lower words tell it. */
function remainderOf(first: number, second: number, quotient: number, divisor: number): number {
  const low = Math.imul(quotient, divisor);
  const high =
    upperProduct(quotient, divisor, low) +
    Math.imul(Math.floor(quotient / WORD), divisor) +
    Math.imul(quotient, Math.floor(divisor / WORD));
  const difference = (first >>> 0) - (low >>> 0);
  return ((second - high - (difference < 0 ? 1 : 0)) | 0) * WORD + (difference < 0 ? difference + WORD : difference);
}

/** The remainder that goes with a quotient which is 1 more or less. */
function correctRemainder(remainder: number, divisor: number): number {
  return remainder < 0 ? remainder + divisor : remainder >= divisor ? remainder - divisor : remainder;
}
