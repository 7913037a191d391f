/**
 * Powers of floats, rounded once.
 *
 * The host's `Math.pow` is off by units of the last place, and differs between hosts. Here the result is computed to about
 * 90 bits as an unevaluated sum of two floats ("double-double": Dekker, "A floating-point technique for extending the
 * available precision", 1971), and then rounded to the nearest float. The C library under CPython rounds the same way except
 * for about one result in a thousand, where it is off by one unit.
 *
 * A sum of two floats is left in `high` and `low` by the functions that compute one: pairs would cost an allocation each.
 */
let high = 0;
let low = 0;

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
  if (halves % 2 !== 0) squareRoot(high);
  let count = Math.abs(halves % 2 === 0 ? halves / 2 : halves);
  let [squareHigh, squareLow] = [high, low];
  let [resultHigh, resultLow] = [1, 0];
  for (;;) {
    if (count % 2 === 1) {
      multiply(resultHigh, resultLow, squareHigh, squareLow);
      [resultHigh, resultLow] = [high, low];
    }
    count = Math.floor(count / 2);
    if (count === 0) break;
    multiply(squareHigh, squareLow, squareHigh, squareLow);
    [squareHigh, squareLow] = [high, low];
  }
  high = resultHigh;
  low = resultLow;
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
  // Of a power of two the logarithm to base two is known, and ties below the normal floats come out exact.
  if (base === 2 ** baseExponent && Number.isInteger(baseExponent * exponent)) {
    high = 1;
    low = 0;
    return roundScaled(baseExponent * exponent);
  }
  logarithm(base, baseExponent);
  const logarithmLow = low;
  productOf(exponent, high);
  renormalize(high, low + exponent * logarithmLow);
  const scale = Math.round(high / LN2);
  subtractMultipleOfLn2(scale);
  exponentialMinusOne(high, low);
  add(high, low, 1);
  return roundScaled(scale);
}

/**
 * The natural logarithm by one step of Newton's method from the host's: log m = y + log(m * exp(-y)), where
 * m * exp(-y) - 1 = (m - 1) + m * (exp(-y) - 1) is tiny and keeps its relative precision also near m = 1.
 */
function logarithm(value: number, valueExponent: number): void {
  let scale = valueExponent;
  setQuotientByPowerOfTwo(value, scale);
  let mantissa = high;
  if (mantissa > Math.SQRT2) {
    mantissa /= 2;
    scale += 1;
  }
  const estimate = Math.log(mantissa);
  exponentialMinusOne(-estimate, 0);
  multiply(high, low, mantissa, 0);
  add(high, low, mantissa - 1);
  const correction = high - (high * high) / 2;
  const correctionLow = low;
  sumOf(estimate, correction);
  renormalize(high, low + correctionLow);
  subtractMultipleOfLn2(-scale);
}

/** Takes `factor` times ln 2 from `high + low`; the factor is an int of few bits, so that its product with `LN2_HEAD` is exact. */
function subtractMultipleOfLn2(factor: number): void {
  const [valueHigh, valueLow] = [high, low];
  sumOf(valueHigh, -factor * LN2_HEAD);
  const [restHigh, restLow] = [high, low + valueLow];
  productOf(-factor, LN2_MIDDLE);
  const [tailHigh, tailLow] = [high, low - factor * LN2_TAIL];
  sumOf(restHigh, tailHigh);
  renormalize(high, low + (restLow + tailLow));
}

/** exp(x) - 1 for |x| below 0.4: the series at x / 64, then six times exp(2x) - 1 = 2 (exp(x) - 1) + (exp(x) - 1)². */
function exponentialMinusOne(valueHigh: number, valueLow: number): void {
  const x = valueHigh / 64;
  const xLow = valueLow / 64;
  high = RECIPROCAL_FACTORIALS[6] + x * tailOfSeries(x);
  low = 0;
  for (let term = 5; term >= 1; term--) {
    multiply(high, low, x, xLow);
    const [productHigh, productLow] = [high, low];
    sumOf(RECIPROCAL_FACTORIALS[term], productHigh);
    renormalize(high, low + (productLow + RECIPROCAL_FACTORIALS_LOW[term]));
  }
  multiply(high, low, x, xLow);
  for (let doubling = 0; doubling < 6; doubling++) {
    const [onceHigh, onceLow] = [high, low];
    multiply(onceHigh, onceLow, onceHigh, onceLow);
    const squareLow = low;
    sumOf(2 * onceHigh, high);
    renormalize(high, low + (2 * onceLow + squareLow));
  }
}

function tailOfSeries(x: number): number {
  let sum = RECIPROCAL_FACTORIALS[11];
  for (let term = 10; term >= 7; term--) sum = RECIPROCAL_FACTORIALS[term] + x * sum;
  return sum;
}

/**
 * `(high + low) * 2 ** exponent` as the nearest float. A sum within 2 ** -28 units of the middle of two floats is the
 * middle: powers that are not exactly there don't come so close, but for one in hundreds of millions.
 */
function roundScaled(exponent: number): number {
  if (exponent > 1100) return Infinity;
  if (exponent < -1200) return 0;
  const unitExponent = Math.max(binaryExponent(high) - 52, -1074 - exponent);
  const unit = 2 ** unitExponent;
  const units = high / unit;
  let whole = Math.floor(units);
  let rest = units - whole + low / unit;
  if (rest < 0) {
    whole -= 1;
    rest += 1;
  }
  const isMiddle = Math.abs(rest - 0.5) < 2 ** -28;
  if (isMiddle ? whole % 2 === 1 : rest > 0.5) whole += 1;
  const half = Math.trunc((unitExponent + exponent) / 2);
  return whole * 2 ** half * 2 ** (unitExponent + exponent - half);
}

/** The exponent e of `value = m * 2 ** e` with 1 <= m < 2. The value is positive and finite. */
function binaryExponent(value: number): number {
  bits.setFloat64(0, value);
  const biased = bits.getUint32(0) >>> 20;
  return biased === 0 ? binaryExponent(value * 2 ** 64) - 64 : biased - 1023;
}

/** Leaves `value / 2 ** exponent`, exact, also where the power of two is beyond floats. */
function setQuotientByPowerOfTwo(value: number, exponent: number): void {
  const half = Math.trunc(exponent / 2);
  high = value / 2 ** half / 2 ** (exponent - half);
  low = 0;
}

function squareRoot(value: number): void {
  const root = Math.sqrt(value);
  productOf(root, root);
  renormalize(root, (value - high - low) / (2 * root));
}

function reciprocal(valueHigh: number, valueLow: number): void {
  const quotient = 1 / valueHigh;
  productOf(quotient, valueHigh);
  renormalize(quotient, (1 - high - low - quotient * valueLow) / valueHigh);
}

function multiply(leftHigh: number, leftLow: number, rightHigh: number, rightLow: number): void {
  productOf(leftHigh, rightHigh);
  renormalize(high, low + (leftHigh * rightLow + leftLow * rightHigh));
}

function add(leftHigh: number, leftLow: number, right: number): void {
  sumOf(leftHigh, right);
  // Where the two cancel, what is left need not be larger than the low part.
  sumOf(high, low + leftLow);
}

/** The exact sum of two floats (Knuth). */
function sumOf(left: number, right: number): void {
  high = left + right;
  const rightPart = high - left;
  low = left - (high - rightPart) + (right - rightPart);
}

/** The exact sum of two floats, the first of which is the larger one (Dekker). */
function renormalize(larger: number, smaller: number): void {
  high = larger + smaller;
  low = smaller - (high - larger);
}

/** The exact product of two floats (Veltkamp, Dekker). */
function productOf(left: number, right: number): void {
  const leftSplit = SPLITTER * left;
  const leftHead = leftSplit - (leftSplit - left);
  const leftTail = left - leftHead;
  const rightSplit = SPLITTER * right;
  const rightHead = rightSplit - (rightSplit - right);
  const rightTail = right - rightHead;
  high = left * right;
  low = leftHead * rightHead - high + leftHead * rightTail + leftTail * rightHead + leftTail * rightTail;
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
  RECIPROCAL_FACTORIALS.push(high);
  RECIPROCAL_FACTORIALS_LOW.push(low);
}

const bits = new DataView(new ArrayBuffer(8));
