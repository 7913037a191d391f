/** The value layer: what `None bool int float str` do among themselves. Pure functions; no machine, no heap. */
export * from './value.ts';
export { LONGEST_FILLED, arrayToFill } from './arrays.ts';
export { WideInt, wideOf } from './wide-int.ts';
export { normalizeInt } from './int64.ts';
export { typeName } from './type-names.ts';
export { asInt, bitCount, bitLength } from './numeric.ts';
export { floatFromHex, floatToHex, ratioOfFloat } from './float-hex.ts';
export { ZERO_DIVISION } from './arithmetic.ts';
export { floorDivideFloats, moduloFloats, powerFloats } from './float-arithmetic.ts';
export { floorDivideInts, moduloInts, powerInts } from './int-arithmetic.ts';
export { powerModulo } from './power.ts';
export {
  BINARY_OPERATORS,
  binaryOperation,
  inPlaceOperation,
  raiseBadOperand,
  raiseUnsupported,
  raiseUnsupportedInPlace,
  unaryOperation,
  type BinaryOperator,
  type UnaryOperator,
} from './operators.ts';
export { contains, equals, isSame, order, raiseUnordered, type OrderOperator } from './comparison.ts';
export { isTrue } from './truth.ts';
export { ascii, escapeNonAscii, repr, str } from './text.ts';
export { MAXIMUM_STRING_LENGTH, checkStringLength } from './bounds.ts';
export {
  characterAt,
  codePointAtIndex,
  codePointLength,
  codePoints,
  sliceCodePoints,
  stepCodePoints,
} from './code-points.ts';
export { format } from './format.ts';
export { formatPercent, formatPercentPlain, type PercentArguments } from './percent-format.ts';
export { type Asking, type ObjectRequest } from './object-request.ts';
export { formatText, formatTextPlain, type FormatArguments } from './format-text.ts';
export { hash } from './hash.ts';
export { namedTextArgument } from './strings/arguments.ts';
export { STR_METHODS, type MethodResult, type StrMethod } from './strings/methods.ts';
export { endsWith, startsWith } from './strings/search.ts';
export { join } from './strings/split.ts';
export { translate, translationKey, translationOfTexts } from './strings/translate.ts';
export { indexOperand } from './index-operand.ts';
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
