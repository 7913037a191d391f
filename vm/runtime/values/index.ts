/** The value layer: what `None bool int float str` do among themselves. Pure functions; no machine, no heap. */
export * from './value.ts';
export { typeName } from './type-names.ts';
export { MAXIMUM_INT_BITS, MAXIMUM_STRING_LENGTH, checkStringLength } from './bounds.ts';
export { asFloat, asInt, bitLength, floatOfInt } from './numeric.ts';
export { add, divide, floorDivide, modulo, multiply, subtract } from './arithmetic.ts';
export { bitAnd, bitOr, bitXor, shiftLeft, shiftRight } from './bitwise.ts';
export { power, powerModulo } from './power.ts';
export {
  BINARY_OPERATORS,
  binaryOperation,
  bitNot,
  inPlaceOperation,
  negate,
  positive,
  raiseBadOperand,
  raiseUnsupported,
  raiseUnsupportedInPlace,
  raiseUnsupportedOperands,
  unaryOperation,
  type BinaryOperator,
  type UnaryOperator,
} from './operators.ts';
export {
  contains,
  equals,
  greaterOrEqual,
  greaterThan,
  isSame,
  lessOrEqual,
  lessThan,
  order,
  raiseUnordered,
  type OrderOperator,
} from './comparison.ts';
export { isTrue } from './truth.ts';
export { ascii, floatText, intText, repr, str } from './text.ts';
export { codePointAtIndex, codePointLength, codePoints, sliceCodePoints, stepCodePoints } from './code-points.ts';
export { format } from './format.ts';
export { formatPercent, formatPercentPlain, type PercentArguments } from './percent-format.ts';
export { withoutObjects, type Asking, type ObjectRequest } from './object-request.ts';
export { parseFormatFields, type FieldAccessor, type FormatField, type FormatSegment } from './format-fields.ts';
export { formatText, type FormatArguments } from './format-text.ts';
export { hash } from './hash.ts';
export { indexSized, repeatString } from './repeat.ts';
export { indexOperand } from './index-operand.ts';
export { floatOfText, intOfText } from './number-text.ts';
export { round, truncateToInt } from './rounding.ts';
export {
  absolute,
  chr,
  divmod,
  ord,
  prefixedDigits,
  raiseUnsupportedDivmod,
  toFloat,
  toInt,
  toIntWithBase,
} from './conversions.ts';
