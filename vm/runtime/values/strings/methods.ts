import type { Value } from '../value.ts';
import { alignLeft, alignRight, center, expandTabs, fillWithZeros } from './align.ts';
import { capitalize, caseFold, lower, swapCase, title, upper } from './case.ts';
import {
  isAllAlphabetic,
  isAllAlphanumeric,
  isAllAscii,
  isAllDecimal,
  isAllDigits,
  isAllLower,
  isAllNumeric,
  isAllPrintable,
  isAllSpace,
  isAllUpper,
  isIdentifier,
  isTitled,
} from './classes.ts';
import { count, endsWith, find, findLast, index, lastIndex, replace, startsWith } from './search.ts';
import { partition, partitionFromRight, split, splitFromRight, splitLines } from './split.ts';
import { removePrefix, removeSuffix, strip, stripLeft, stripRight } from './trim.ts';

/** A plain value, or the items of what the row says it `makes`. */
export type MethodResult = Value | readonly string[];

/** A method of `str` that needs nothing but plain values, and how CPython takes its arguments. */
export interface StrMethod {
  /**
   * How the number of arguments is counted, which shows in messages: `exact` (`str.upper() takes no arguments (1 given)`),
   * `placed` (`center expected at least 1 argument, got 0`) or `parsed` (`find() takes at least 1 argument (0 given)`).
   */
  readonly counting: 'exact' | 'placed' | 'parsed';
  readonly least: number;
  readonly most: number;
  /** Names by which arguments may be given; in their order. */
  readonly names: readonly string[];
  readonly makes: 'value' | 'list' | 'tuple';
  /** Left out arguments are `undefined`; the count has been checked. */
  readonly apply: (text: string, given: readonly (Value | undefined)[]) => MethodResult;
}

/**
 * The methods that take and give plain values. Not here, since they need iterables, mappings or calls: `join`, `translate`,
 * `maketrans`, `format`, `format_map`, and `startswith` and `endswith` with a tuple, for which the caller takes the items out.
 */
export const STR_METHODS: ReadonlyMap<string, StrMethod> = new Map(
  Object.entries({
    upper: ofTextAlone(upper),
    lower: ofTextAlone(lower),
    title: ofTextAlone(title),
    capitalize: ofTextAlone(capitalize),
    casefold: ofTextAlone(caseFold),
    swapcase: ofTextAlone(swapCase),
    isalpha: ofTextAlone(isAllAlphabetic),
    isalnum: ofTextAlone(isAllAlphanumeric),
    isascii: ofTextAlone(isAllAscii),
    isdecimal: ofTextAlone(isAllDecimal),
    isdigit: ofTextAlone(isAllDigits),
    isidentifier: ofTextAlone(isIdentifier),
    islower: ofTextAlone(isAllLower),
    isnumeric: ofTextAlone(isAllNumeric),
    isprintable: ofTextAlone(isAllPrintable),
    isspace: ofTextAlone(isAllSpace),
    istitle: ofTextAlone(isTitled),
    isupper: ofTextAlone(isAllUpper),
    strip: placed(0, 1, (text, [set]) => strip(text, set)),
    lstrip: placed(0, 1, (text, [set]) => stripLeft(text, set)),
    rstrip: placed(0, 1, (text, [set]) => stripRight(text, set)),
    removeprefix: exact((text, prefix) => removePrefix(text, prefix)),
    removesuffix: exact((text, suffix) => removeSuffix(text, suffix)),
    find: parsed((text, [wanted, start, end]) => find(text, wanted as Value, start, end)),
    rfind: parsed((text, [wanted, start, end]) => findLast(text, wanted as Value, start, end)),
    index: parsed((text, [wanted, start, end]) => index(text, wanted as Value, start, end)),
    rindex: parsed((text, [wanted, start, end]) => lastIndex(text, wanted as Value, start, end)),
    count: parsed((text, [wanted, start, end]) => count(text, wanted as Value, start, end)),
    startswith: parsed((text, [prefix, start, end]) => startsWith(text, prefix as Value, start, end)),
    endswith: parsed((text, [suffix, start, end]) => endsWith(text, suffix as Value, start, end)),
    replace: placed(2, 3, (text, [old, replacement, most]) => replace(text, old as Value, replacement as Value, most)),
    split: named(['sep', 'maxsplit'], 'list', (text, [separator, most]) => split(text, separator, most)),
    rsplit: named(['sep', 'maxsplit'], 'list', (text, [separator, most]) => splitFromRight(text, separator, most)),
    splitlines: named(['keepends'], 'list', (text, [keepEnds]) => splitLines(text, keepEnds)),
    partition: { ...exact((text, separator) => partition(text, separator)), makes: 'tuple' },
    rpartition: { ...exact((text, separator) => partitionFromRight(text, separator)), makes: 'tuple' },
    ljust: placed(1, 2, (text, [width, fill]) => alignLeft(text, width as Value, fill)),
    rjust: placed(1, 2, (text, [width, fill]) => alignRight(text, width as Value, fill)),
    center: placed(1, 2, (text, [width, fill]) => center(text, width as Value, fill)),
    zfill: exact((text, width) => fillWithZeros(text, width)),
    expandtabs: named(['tabsize'], 'value', (text, [size]) => expandTabs(text, size)),
  } satisfies Record<string, StrMethod>),
);

function ofTextAlone(apply: (text: string) => string | boolean): StrMethod {
  return { counting: 'exact', least: 0, most: 0, names: [], makes: 'value', apply };
}

function exact(apply: (text: string, argument: Value) => MethodResult): StrMethod {
  const onFirst: StrMethod['apply'] = (text, given) => apply(text, given[0] as Value);
  return { counting: 'exact', least: 1, most: 1, names: [], makes: 'value', apply: onFirst };
}

function placed(least: number, most: number, apply: StrMethod['apply']): StrMethod {
  return { counting: 'placed', least, most, names: [], makes: 'value', apply };
}

/** What is looked for, and optionally from where to where. */
function parsed(apply: StrMethod['apply']): StrMethod {
  return { counting: 'parsed', least: 1, most: 3, names: [], makes: 'value', apply };
}

function named(names: readonly string[], makes: StrMethod['makes'], apply: StrMethod['apply']): StrMethod {
  return { counting: 'parsed', least: 0, most: names.length, names, makes, apply };
}
