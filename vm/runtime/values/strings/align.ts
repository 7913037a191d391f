import { raise } from '../../errors.ts';
import { codePointLength, mapCodePoints } from '../code-points.ts';
import { repeatFill } from '../format-layout.ts';
import { typeName } from '../type-names.ts';
import type { Value } from '../value.ts';
import { sizeArgument, smallSizeArgument } from './arguments.ts';

/** `text.ljust(width, fill)`. */
export function alignLeft(text: string, width: Value, fill: Value | undefined): string {
  const missing = missingPoints(text, sizeArgument(width));
  return text + repeatFill(fillArgument(fill), missing);
}

/** `text.rjust(width, fill)`. */
export function alignRight(text: string, width: Value, fill: Value | undefined): string {
  const missing = missingPoints(text, sizeArgument(width));
  return repeatFill(fillArgument(fill), missing) + text;
}

/** `text.center(width, fill)`. Of an odd rest the left side gets more when the width is odd. */
export function center(text: string, width: Value, fill: Value | undefined): string {
  const size = sizeArgument(width);
  const point = fillArgument(fill);
  const missing = missingPoints(text, size);
  const left = Math.floor(missing / 2) + (missing % 2 === 1 && size % 2 === 1 ? 1 : 0);
  return repeatFill(point, left) + text + repeatFill(point, missing - left);
}

/** `text.zfill(width)`: zeros behind a sign. */
export function fillWithZeros(text: string, width: Value): string {
  const zeros = repeatFill('0', missingPoints(text, sizeArgument(width)));
  return text.startsWith('+') || text.startsWith('-') ? text[0] + zeros + text.slice(1) : zeros + text;
}

/** `text.expandtabs(size)`: each tab as the spaces up to the next multiple of the size. */
export function expandTabs(text: string, size: Value | undefined): string {
  const tabSize = size === undefined ? 8 : smallSizeArgument(size);
  let column = 0;
  return mapCodePoints(text, point => {
    if (point !== '\t') {
      column = point === '\n' || point === '\r' ? 0 : column + 1;
      return point;
    }
    const spaces = tabSize > 0 ? tabSize - (column % tabSize) : 0;
    column += spaces;
    return repeatFill(' ', spaces);
  });
}

function fillArgument(fill: Value | undefined): string {
  if (fill === undefined) return ' ';
  if (typeof fill !== 'string') {
    raise('TypeError', `The fill character must be a unicode character, not ${typeName(fill)}`);
  }
  if (codePointLength(fill) !== 1) raise('TypeError', 'The fill character must be exactly one character long');
  return fill;
}

function missingPoints(text: string, width: number): number {
  return Math.max(width - codePointLength(text), 0);
}
