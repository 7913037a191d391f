import { raise } from '../../errors.ts';
import { codePointLength, codePoints, mapCodePoints } from '../code-points.ts';
import { asInt } from '../numeric.ts';
import type { Value } from '../value.ts';
import { namedTextArgument } from './arguments.ts';

/** `text.translate(table)`, where `lookUp` answers what the table has for a code point, `undefined` for nothing. */
export function translate(text: string, lookUp: (code: number) => Value | undefined): string {
  return mapCodePoints(text, point => translated(point, lookUp(codeOf(point))));
}

/** What stands for one code point in a translation. */
function translated(point: string, target: Value | undefined): string {
  if (target === undefined) return point;
  if (target === null) return '';
  if (typeof target === 'string') return target;
  const code = asInt(target);
  if (code === undefined) raise('TypeError', 'character mapping must return integer, None or str');
  if (code < 0 || code > 0x10ffff) raise('ValueError', 'character mapping must be in range(0x110000)');
  return String.fromCodePoint(Number(code));
}

/** `str.maketrans(from, to, deleted)`: pairs of a dict, later ones win. */
export function translationOfTexts(from: Value, to: Value, deleted: Value | undefined): [number, Value][] {
  const targets = namedTextArgument('maketrans() argument 2', to);
  const dropped = deleted === undefined ? '' : namedTextArgument('maketrans() argument 3', deleted);
  if (typeof from !== 'string') {
    raise('TypeError', 'first maketrans argument must be a string if there is a second argument');
  }
  const sources = codePoints(from);
  const points = codePoints(targets);
  if (sources.length !== points.length) {
    raise('ValueError', 'the first two maketrans arguments must have equal length');
  }
  return [
    ...sources.map((source, index): [number, Value] => [codeOf(source), codeOf(points[index])]),
    ...codePoints(dropped).map((source): [number, Value] => [codeOf(source), null]),
  ];
}

/** The key of a pair that `str.maketrans(dict)` makes of a pair of its argument. */
export function translationKey(key: Value): Value {
  if (typeof key === 'string') {
    if (codePointLength(key) !== 1) {
      raise('ValueError', 'string keys in translate table must be of length 1');
    }
    return codeOf(key);
  }
  return asInt(key) === undefined ? raise('TypeError', 'keys in translate table must be strings or integers') : key;
}

function codeOf(point: string): number {
  return point.codePointAt(0) as number;
}
