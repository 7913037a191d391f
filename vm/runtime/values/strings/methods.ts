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

/** A plain value, or the items of what the row says it `makes`, in an array of the caller's. */
export type MethodResult = Value | string[];

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
  readonly apply: Apply;
}

/** No method takes more than three arguments. */
type Apply = (text: string, first?: Value, second?: Value, third?: Value) => MethodResult;

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
    strip: placed(0, 1, strip),
    lstrip: placed(0, 1, stripLeft),
    rstrip: placed(0, 1, stripRight),
    removeprefix: exact(removePrefix),
    removesuffix: exact(removeSuffix),
    find: parsed(find),
    rfind: parsed(findLast),
    index: parsed(index),
    rindex: parsed(lastIndex),
    count: parsed(count),
    startswith: parsed(startsWith),
    endswith: parsed(endsWith),
    replace: placed(2, 3, replace),
    split: named(['sep', 'maxsplit'], 'list', split),
    rsplit: named(['sep', 'maxsplit'], 'list', splitFromRight),
    splitlines: named(['keepends'], 'list', splitLines),
    partition: { ...exact(partition), makes: 'tuple' },
    rpartition: { ...exact(partitionFromRight), makes: 'tuple' },
    ljust: placed(1, 2, alignLeft),
    rjust: placed(1, 2, alignRight),
    center: placed(1, 2, center),
    zfill: exact(fillWithZeros),
    expandtabs: named(['tabsize'], 'value', expandTabs),
  } satisfies Record<string, StrMethod>),
);

function ofTextAlone(apply: (text: string) => string | boolean): StrMethod {
  return { counting: 'exact', least: 0, most: 0, names: [], makes: 'value', apply };
}

function exact(apply: CheckedApply): StrMethod {
  return { counting: 'exact', least: 1, most: 1, names: [], makes: 'value', apply: apply as Apply };
}

function placed(least: number, most: number, apply: CheckedApply): StrMethod {
  return { counting: 'placed', least, most, names: [], makes: 'value', apply: apply as Apply };
}

/** What is looked for, and optionally from where to where. */
function parsed(apply: CheckedApply): StrMethod {
  return { counting: 'parsed', least: 1, most: 3, names: [], makes: 'value', apply: apply as Apply };
}

/** What is given where the least number of arguments is: that has been checked. */
type CheckedApply = (text: string, ...given: never[]) => MethodResult;

function named(names: readonly string[], makes: StrMethod['makes'], apply: Apply): StrMethod {
  return { counting: 'parsed', least: 0, most: names.length, names, makes, apply };
}
