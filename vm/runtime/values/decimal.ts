/** Exact decimal digits of floats, rounded half to even on the exact value as the C library under CPython does. */

/** Digits without a point, and the power of ten that the first one counts: 1.25 is `125` and 0. */
export interface Decimal {
  readonly digits: string;
  readonly exponent: number;
}

/** `magnitude * 10 ** decimals` as the nearest int. The magnitude is finite and not negative; `decimals` may be negative. */
export function scaledByTens(magnitude: number, decimals: number): bigint {
  const { mantissa, exponent } = binaryParts(magnitude);
  let numerator = mantissa;
  let denominator = 1n;
  if (exponent >= 0) numerator <<= BigInt(exponent);
  else denominator <<= BigInt(-exponent);
  if (decimals >= 0) numerator *= 10n ** BigInt(decimals);
  else denominator *= 10n ** BigInt(-decimals);
  return divideHalfEven(numerator, denominator);
}

/** The quotient of two ints that are not negative, rounded to the nearest int, ties to even. */
export function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  const twice = 2n * (numerator - quotient * denominator);
  if (twice < denominator) return quotient;
  return twice > denominator || (quotient & 1n) === 1n ? quotient + 1n : quotient;
}

/** The magnitude, finite and not negative, with exactly `digits` places behind the point; no point when 0. */
export function fixedDigits(magnitude: number, digits: number): string {
  // Behind this place a float has only zeros.
  const places = Math.min(digits, MOST_PLACES);
  const scaled = hostRoundsFixed(magnitude, places)
    ? magnitude.toFixed(places)
    : withPoint(scaledByTens(magnitude, places).toString(), places);
  return digits > places ? scaled + '0'.repeat(digits - places) : scaled;
}

/** The magnitude, finite and not negative, rounded to `count` significant digits (at least 1). */
export function significantDigits(magnitude: number, count: number): Decimal {
  if (magnitude === 0) return { digits: '0'.repeat(count), exponent: 0 };
  const asked = Math.min(count, MOST_DIGITS);
  let { exponent } = shortestDigits(magnitude);
  let digits = scaledByTens(magnitude, asked - 1 - exponent).toString();
  if (digits.length > asked) {
    // Rounded up to the next power of ten.
    exponent += 1;
    digits = digits.slice(0, asked);
  } else if (digits.length < asked || /^10*$/.test(digits)) {
    // The shortest digits may be a power of ten just above the float; then there is room for one digit more.
    const finer = scaledByTens(magnitude, asked - exponent).toString();
    if (finer.length === asked) {
      exponent -= 1;
      digits = finer;
    }
  }
  return { digits: digits.padEnd(count, '0'), exponent };
}

/** The fewest digits that give back the same float: those of `repr`. The magnitude is finite and positive. */
export function shortestDigits(magnitude: number): Decimal {
  const [mantissa, exponent] = magnitude.toExponential().split('e');
  return { digits: mantissa.replace('.', ''), exponent: Number(exponent) };
}

/**
 * Whether `toFixed` gives what half to even gives: it is exact, but rounds ties up. A magnitude is a tie where an odd int comes of it and
 * one power of two more than of ten: the fives in the tens make no difference to that.
 */
function hostRoundsFixed(magnitude: number, places: number): boolean {
  if (places > 100 || magnitude >= 1e21) return false;
  const scaled = magnitude * 2 ** (places + 1);
  // A remainder takes the host longer than all the rest.
  return Math.floor(scaled) !== scaled || scaled % 2 !== 1;
}

function withPoint(scaled: string, places: number): string {
  if (places === 0) return scaled;
  const padded = scaled.padStart(places + 1, '0');
  return `${padded.slice(0, -places)}.${padded.slice(-places)}`;
}

/** `magnitude = mantissa * 2 ** exponent`, exactly. */
function binaryParts(magnitude: number): { mantissa: bigint; exponent: number } {
  view.setFloat64(0, magnitude);
  const bits = view.getBigUint64(0);
  const biased = Number(bits >> 52n);
  const fraction = bits & (2n ** 52n - 1n);
  return biased === 0
    ? { mantissa: fraction, exponent: -1074 }
    : { mantissa: fraction | (1n << 52n), exponent: biased - 1075 };
}

/** The smallest float has its last digit at this place behind the point. */
const MOST_PLACES = 1074;
/** No float has more significant digits than these. */
const MOST_DIGITS = 770;
const view = new DataView(new ArrayBuffer(8));
