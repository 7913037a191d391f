/**
 * Powers of floats, rounded once.
 *
 * The host's `Math.pow` is off by units of the last place, and differs between hosts. Here the result is computed to about
 * 90 bits as an unevaluated sum of two floats ("double-double": Dekker, "A floating-point technique for extending the
 * available precision", 1971), and then rounded to the nearest float. The C library under CPython rounds the same way except
 * for about one result in a thousand, where it is off by one unit.
 *
 * A sum of two floats is left in `sum` by the functions that compute one: a pair each would be an allocation each.
 */
const sum = { high: NaN, low: NaN };

/** `base ** exponent` for a positive, finite base and a finite exponent: `Infinity` and 0 where the result is beyond floats. */
export function powerOfPositive(base: number, exponent: number): number {
  if (exponent === 2) return base * base;
  if (exponent === 1) return base;
  if (exponent === 0.5) return Math.sqrt(base);
  if (exponent === -1) return 1 / base;
  const doubled = 2 * exponent;
  if (Number.isInteger(doubled) && Math.abs(doubled) <= MOST_HALVES) return powerOfHalves(base, doubled);
  return powerByLogarithm(base, exponent);
}

/** `base ** (halves / 2)` by multiplication and one square root. */
function powerOfHalves(base: number, halves: number): number {
  let scale = binaryExponent(base);
  if (scale % 2 !== 0) scale -= 1;
  setQuotientByPowerOfTwo(base, scale);
  if (halves % 2 !== 0) squareRoot(sum.high);
  let count = Math.abs(halves % 2 === 0 ? halves / 2 : halves);
  let squareHigh = sum.high;
  let squareLow = sum.low;
  let resultHigh = 1;
  let resultLow = 0;
  for (;;) {
    if (count % 2 === 1) {
      multiply(resultHigh, resultLow, squareHigh, squareLow);
      resultHigh = sum.high;
      resultLow = sum.low;
    }
    count = Math.floor(count / 2);
    if (count === 0) break;
    multiply(squareHigh, squareLow, squareHigh, squareLow);
    squareHigh = sum.high;
    squareLow = sum.low;
  }
  sum.high = resultHigh;
  sum.low = resultLow;
  if (halves < 0) reciprocal(resultHigh, resultLow);
  return roundScaled((scale / 2) * halves);
}

/** `exp(exponent * log(base))`. */
function powerByLogarithm(base: number, exponent: number): number {
  const estimate = exponent * Math.log(base);
  if (estimate > 710) return Infinity;
  if (estimate < -746) return 0;
  if (Math.abs(estimate) < 2 ** -60) return 1;
  const baseExponent = binaryExponent(base);
  productOf(baseExponent, exponent);
  if (Number.isInteger(sum.high) && sum.low === 0 && isPowerOfTwo(base)) {
    // The power is one of two again, and ties below the normal floats come out exact.
    const scale = sum.high;
    sum.high = 1;
    return roundScaled(scale);
  }
  logarithm(base, baseExponent);
  const logarithmLow = sum.low;
  productOf(exponent, sum.high);
  renormalize(sum.high, sum.low + exponent * logarithmLow);
  const scale = Math.round(sum.high / LN2);
  subtractMultipleOfLn2(scale);
  exponentialMinusOne(sum.high, sum.low);
  add(sum.high, sum.low, 1);
  return roundScaled(scale);
}

/**
 * The natural logarithm by one step of Newton's method from the host's: log m = y + log(m * exp(-y)), where
 * m * exp(-y) - 1 = (m - 1) + m * (exp(-y) - 1) is tiny and keeps its relative precision also near m = 1.
 */
function logarithm(value: number, valueExponent: number): void {
  let scale = valueExponent;
  setQuotientByPowerOfTwo(value, scale);
  let mantissa = sum.high;
  if (mantissa > Math.SQRT2) {
    mantissa /= 2;
    scale += 1;
  }
  const estimate = Math.log(mantissa);
  exponentialMinusOne(-estimate, 0);
  multiply(sum.high, sum.low, mantissa, 0);
  add(sum.high, sum.low, mantissa - 1);
  const correction = sum.high - (sum.high * sum.high) / 2;
  const correctionLow = sum.low;
  sumOf(estimate, correction);
  renormalize(sum.high, sum.low + correctionLow);
  subtractMultipleOfLn2(-scale);
}

/** Takes `factor` times ln 2 from the sum; the factor is an int of few bits, so that its product with `LN2_HEAD` is exact. */
function subtractMultipleOfLn2(factor: number): void {
  const valueHigh = sum.high;
  const valueLow = sum.low;
  sumOf(valueHigh, -factor * LN2_HEAD);
  const restHigh = sum.high;
  const restLow = sum.low + valueLow;
  productOf(-factor, LN2_MIDDLE);
  const tailHigh = sum.high;
  const tailLow = sum.low - factor * LN2_TAIL;
  sumOf(restHigh, tailHigh);
  renormalize(sum.high, sum.low + (restLow + tailLow));
}

/** exp(x) - 1 for |x| below 0.4: the series at x / 64, then six times exp(2x) - 1 = 2 (exp(x) - 1) + (exp(x) - 1)². */
function exponentialMinusOne(valueHigh: number, valueLow: number): void {
  const x = valueHigh / 64;
  const xLow = valueLow / 64;
  sum.high = RECIPROCAL_FACTORIALS[6] + x * tailOfSeries(x);
  sum.low = 0;
  for (let term = 5; term >= 1; term--) {
    multiply(sum.high, sum.low, x, xLow);
    const productHigh = sum.high;
    const productLow = sum.low;
    sumOf(RECIPROCAL_FACTORIALS[term], productHigh);
    renormalize(sum.high, sum.low + (productLow + RECIPROCAL_FACTORIALS_LOW[term]));
  }
  multiply(sum.high, sum.low, x, xLow);
  for (let doubling = 0; doubling < 6; doubling++) {
    const onceHigh = sum.high;
    const onceLow = sum.low;
    multiply(onceHigh, onceLow, onceHigh, onceLow);
    const squareLow = sum.low;
    sumOf(2 * onceHigh, sum.high);
    renormalize(sum.high, sum.low + (2 * onceLow + squareLow));
  }
}

function tailOfSeries(x: number): number {
  let tail = RECIPROCAL_FACTORIALS[11];
  for (let term = 10; term >= 7; term--) tail = RECIPROCAL_FACTORIALS[term] + x * tail;
  return tail;
}

/**
 * `(high + low) * 2 ** exponent` as the nearest float. A sum within 2 ** -28 units of the middle of two floats is the
 * middle: powers that are not exactly there don't come so close, but for one in hundreds of millions.
 */
function roundScaled(exponent: number): number {
  if (exponent > 1100) return Infinity;
  if (exponent < -1200) return 0;
  const unitExponent = Math.max(binaryExponent(sum.high) - 52, -1074 - exponent);
  const unit = powerOfTwo(unitExponent);
  const units = sum.high / unit;
  let whole = Math.floor(units);
  let rest = units - whole + sum.low / unit;
  if (rest < 0) {
    whole -= 1;
    rest += 1;
  }
  const isMiddle = Math.abs(rest - 0.5) < 2 ** -28;
  if (isMiddle ? whole % 2 === 1 : rest > 0.5) whole += 1;
  const half = Math.trunc((unitExponent + exponent) / 2);
  return whole * powerOfTwo(half) * powerOfTwo(unitExponent + exponent - half);
}

/** The exponent e of `value = m * 2 ** e` with 1 <= m < 2. The value is positive and finite. */
function binaryExponent(value: number): number {
  bits.setFloat64(0, value);
  const biased = bits.getUint32(0) >>> 20;
  return biased === 0 ? binaryExponent(value * 2 ** 64) - 64 : biased - 1023;
}

function isPowerOfTwo(value: number): boolean {
  bits.setFloat64(0, value);
  return bits.getUint32(4) === 0 && (bits.getUint32(0) & 0xfffff) === 0;
}

/** 2 to an int from -1022 to 1023. */
function powerOfTwo(exponent: number): number {
  bits.setUint32(0, (exponent + 1023) << 20);
  bits.setUint32(4, 0);
  return bits.getFloat64(0);
}

/** Leaves `value / 2 ** exponent`, exact, also where the power of two is beyond floats. */
function setQuotientByPowerOfTwo(value: number, exponent: number): void {
  const half = Math.trunc(exponent / 2);
  sum.high = value * powerOfTwo(-half) * powerOfTwo(half - exponent);
  sum.low = 0;
}

function squareRoot(value: number): void {
  const root = Math.sqrt(value);
  productOf(root, root);
  renormalize(root, (value - sum.high - sum.low) / (2 * root));
}

function reciprocal(valueHigh: number, valueLow: number): void {
  const quotient = 1 / valueHigh;
  productOf(quotient, valueHigh);
  renormalize(quotient, (1 - sum.high - sum.low - quotient * valueLow) / valueHigh);
}

function multiply(leftHigh: number, leftLow: number, rightHigh: number, rightLow: number): void {
  productOf(leftHigh, rightHigh);
  renormalize(sum.high, sum.low + (leftHigh * rightLow + leftLow * rightHigh));
}

function add(leftHigh: number, leftLow: number, right: number): void {
  sumOf(leftHigh, right);
  // Where the two cancel, what is left need not be larger than the low part.
  sumOf(sum.high, sum.low + leftLow);
}

/** The exact sum of two floats (Knuth). */
function sumOf(left: number, right: number): void {
  sum.high = left + right;
  const rightPart = sum.high - left;
  sum.low = left - (sum.high - rightPart) + (right - rightPart);
}

/** The exact sum of two floats, the first of which is the larger one (Dekker). */
function renormalize(larger: number, smaller: number): void {
  sum.high = larger + smaller;
  sum.low = smaller - (sum.high - larger);
}

/** The exact product of two floats (Veltkamp, Dekker). */
function productOf(left: number, right: number): void {
  const leftSplit = SPLITTER * left;
  const leftHead = leftSplit - (leftSplit - left);
  const leftTail = left - leftHead;
  const rightSplit = SPLITTER * right;
  const rightHead = rightSplit - (rightSplit - right);
  const rightTail = right - rightHead;
  sum.high = left * right;
  sum.low = leftHead * rightHead - sum.high + leftHead * rightTail + leftTail * rightHead + leftTail * rightTail;
}

/** Up to this many halves an exponent is worked off by multiplication. */
const MOST_HALVES = 16;
const SPLITTER = 2 ** 27 + 1;

/** ln 2, and as a sum of which the head has 40 bits. */
const LN2 = Math.LN2;
const LN2_HEAD = 0.6931471805592082;
const LN2_MIDDLE = 7.371002565167799e-13;
const LN2_TAIL = 1.94704509238075e-31;

/** 1/n! as a sum of two floats. */
const RECIPROCAL_FACTORIALS: number[] = [1];
const RECIPROCAL_FACTORIALS_LOW: number[] = [0];
for (let n = 1, factorial = 1; n <= 11; n++) {
  factorial *= n;
  reciprocal(factorial, 0);
  RECIPROCAL_FACTORIALS.push(sum.high);
  RECIPROCAL_FACTORIALS_LOW.push(sum.low);
}

const bits = new DataView(new ArrayBuffer(8));
