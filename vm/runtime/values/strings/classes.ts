/** The questions `isalpha` and its like ask of a whole string: all are false of an empty one, but for three. */
import {
  continuesIdentifier,
  isAlphabetic,
  isCased,
  isDecimal,
  isDigit,
  isLowercase,
  isNumeric,
  isPrintable,
  isSpace,
  isTitlecase,
  isUppercase,
  startsIdentifier,
} from '../code-point-classes.ts';
import { codePoints, isAscii } from '../code-points.ts';

export function isAllAlphabetic(text: string): boolean {
  return isNonEmptyAll(text, isAlphabetic);
}

export function isAllDecimal(text: string): boolean {
  return isNonEmptyAll(text, isDecimal);
}

export function isAllDigits(text: string): boolean {
  return isNonEmptyAll(text, isDigit);
}

export function isAllNumeric(text: string): boolean {
  return isNonEmptyAll(text, isNumeric);
}

export function isAllAlphanumeric(text: string): boolean {
  return isNonEmptyAll(text, point => isAlphabetic(point) || isDigit(point) || isNumeric(point));
}

export function isAllSpace(text: string): boolean {
  return isNonEmptyAll(text, isSpace);
}

/** Also true of an empty string. */
export function isAllPrintable(text: string): boolean {
  return codePoints(text).every(isPrintable);
}

/** Also true of an empty string. */
export function isAllAscii(text: string): boolean {
  return isAscii(text);
}

export function isIdentifier(text: string): boolean {
  const [first, ...others] = codePoints(text);
  return first !== undefined && startsIdentifier(first) && others.every(continuesIdentifier);
}

/** At least one upper letter, and none that is lower or of a title. */
export function isAllUpper(text: string): boolean {
  const points = codePoints(text);
  return points.some(isUppercase) && !points.some(point => isLowercase(point) || isTitlecase(point));
}

/** At least one lower letter, and none that is upper or of a title. */
export function isAllLower(text: string): boolean {
  const points = codePoints(text);
  return points.some(isLowercase) && !points.some(point => isUppercase(point) || isTitlecase(point));
}

/** Upper letters only at the start of words, lower ones only within, and at least one. */
export function isTitled(text: string): boolean {
  let isInWord = false;
  let hasCased = false;
  for (const point of text) {
    const isCapital = isUppercase(point) || isTitlecase(point);
    if (isCapital === isInWord && (isCapital || isLowercase(point))) return false;
    isInWord = isCapital || isLowercase(point);
    hasCased ||= isCased(point) && isInWord;
  }
  return hasCased;
}

function isNonEmptyAll(text: string, isIn: (point: string) => boolean): boolean {
  return text !== '' && codePoints(text).every(isIn);
}
