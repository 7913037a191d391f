/** `round`, and the conversions between int and float. */
import { raise } from '../errors.ts';
import { divideHalfEven, fixedDigits, scaledByTens } from './decimal.ts';
import { asInt, bitLength } from './numeric.ts';
import { indexOperand } from './index-operand.ts';
import { typeName } from './type-names.ts';
import { normalizeInt } from './int64.ts';
import { Float, type Int, type Value } from './value.ts';

/** `round(value)`, or `round(value, digits)` where `digits` is not `None`. Ties go to even, by the exact value. */
export function round(value: Value, digits: Value): Value {
  if (value instanceof Float) {
    if (digits === null) return roundToInt(value.value);
    return new Float(roundFloat(value.value, Number(indexOperand(digits))));
  }
  const int = asInt(value);
  if (int === undefined) raise('TypeError', `type ${typeName(value)} doesn't define __round__ method`);
  return digits === null ? int : roundInt(int, indexOperand(digits));
}

/** `int(value)` of a float: towards 0. Raises for what is not finite. */
export function truncateToInt(value: number): Int {
  if (Number.isNaN(value)) raise('ValueError', 'cannot convert float NaN to integer');
  if (!Number.isFinite(value)) raise('OverflowError', 'cannot convert float infinity to integer');
  const whole = Math.trunc(value);
  return Number.isSafeInteger(whole) ? whole + 0 : BigInt(whole);
}

function roundToInt(value: number): Int {
  const floor = Math.floor(value);
  const rest = value - floor;
  const roundsUp = rest > 0.5 || (rest === 0.5 && floor % 2 !== 0);
  return truncateToInt(roundsUp ? floor + 1 : floor);
}

function roundFloat(value: number, digits: number): number {
  if (!Number.isFinite(value) || digits > MOST_PLACES) return value;
  if (digits < -MOST_TENS) return value < 0 || Object.is(value, -0) ? -0 : 0;
  const magnitude = Math.abs(value);
  const text = digits >= 0 ? fixedDigits(magnitude, digits) : `${scaledByTens(magnitude, digits)}e${-digits}`;
  const rounded = Number(text);
  if (rounded === Infinity) raise('OverflowError', 'rounded value too large to represent');
  return value < 0 || Object.is(value, -0) ? -rounded : rounded;
}

function roundInt(value: Int, digits: Int): Int {
  if (digits >= 0 || value === 0) return value;
  // A tenth of a power of ten beyond all digits of the value: the nearest multiple is 0.
  if (-digits > bitLength(value)) return 0;
  const unit = 10n ** BigInt(-digits);
  const magnitude = BigInt(value) < 0n ? -BigInt(value) : BigInt(value);
  const rounded = divideHalfEven(magnitude, unit) * unit;
  return normalizeInt(value < 0 ? -rounded : rounded);
}

/** From this many digits on, every float is its own rounding; and below minus the other, each rounds to 0. */
const MOST_PLACES = 323;
const MOST_TENS = 308;
