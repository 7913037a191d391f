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
import { everyCodePoint, isAscii } from '../code-points.ts';

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
  return everyCodePoint(text, isPrintable);
}

/** Also true of an empty string. */
export function isAllAscii(text: string): boolean {
  return isAscii(text);
}

export function isIdentifier(text: string): boolean {
  let isFirst = true;
  const fits = everyCodePoint(text, point => {
    const belongs = isFirst ? startsIdentifier(point) : continuesIdentifier(point);
    isFirst = false;
    return belongs;
  });
  return fits && !isFirst;
}

/** At least one upper letter, and none that is lower or of a title. */
export function isAllUpper(text: string): boolean {
  return hasOnly(text, isUppercase, isLowercase);
}

/** At least one lower letter, and none that is upper or of a title. */
export function isAllLower(text: string): boolean {
  return hasOnly(text, isLowercase, isUppercase);
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
  return text !== '' && everyCodePoint(text, isIn);
}

/** At least one that is wanted, and none that is of the other case or of a title. */
function hasOnly(text: string, isWanted: (point: string) => boolean, isOther: (point: string) => boolean): boolean {
  const hasNoOther = everyCodePoint(text, point => isWanted(point) || !(isOther(point) || isTitlecase(point)));
  return hasNoOther && !everyCodePoint(text, point => !isWanted(point));
}
