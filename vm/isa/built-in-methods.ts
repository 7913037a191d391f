/**
 * The methods and attributes of the built-in types: how each is called and what it does, as `BUILT_INS` says it of names. The machine has
 * exactly these, beside what special methods are called by.
 */

export interface BuiltInMember {
  /** As Python's documentation writes it, without the object; `/` ends the parameters that have no name. Of an attribute the name alone. */
  readonly signature: string;
  readonly summary: string;
}

const STR = {
  capitalize: method('capitalize()', 'The string with its first character in title case and the others in lower case'),
  casefold: method('casefold()', 'The string for comparisons that ignore case'),
  center: method("center(width, fillchar=' ', /)", 'The string in the middle of so many characters'),
  count: method('count(sub, start=0, end=None, /)', 'How often `sub` occurs, without overlaps'),
  endswith: method('endswith(suffix, start=0, end=None, /)', 'Whether it ends with a string, or with one of a tuple'),
  expandtabs: method('expandtabs(tabsize=8)', 'The string with blanks in the place of tabs'),
  find: method('find(sub, start=0, end=None, /)', 'Where `sub` occurs first; -1 where it does not'),
  format: method('format(*args, **kwargs)', 'The string with arguments in the place of its `{}`'),
  format_map: method('format_map(mapping, /)', 'The string with values of a dict in the place of its `{name}`'),
  index: method('index(sub, start=0, end=None, /)', 'Where `sub` occurs first; raises `ValueError` where it does not'),
  isalnum: method('isalnum()', 'Whether all characters are letters or digits, and there is one'),
  isalpha: method('isalpha()', 'Whether all characters are letters, and there is one'),
  isascii: method('isascii()', 'Whether all characters are ASCII'),
  isdecimal: method('isdecimal()', 'Whether all characters are decimal digits, and there is one'),
  isdigit: method('isdigit()', 'Whether all characters are digits, and there is one'),
  isidentifier: method('isidentifier()', 'Whether it may be a name in Python'),
  islower: method('islower()', 'Whether there is a cased character, and all are in lower case'),
  isnumeric: method('isnumeric()', 'Whether all characters stand for numbers, and there is one'),
  isprintable: method('isprintable()', 'Whether `repr` shows all characters as they are'),
  isspace: method('isspace()', 'Whether all characters are white space, and there is one'),
  istitle: method('istitle()', 'Whether each word begins with a capital and goes on in lower case'),
  isupper: method('isupper()', 'Whether there is a cased character, and all are in upper case'),
  join: method('join(iterable, /)', 'The strings of `iterable` with this one between them'),
  ljust: method("ljust(width, fillchar=' ', /)", 'The string at the left of so many characters'),
  lower: method('lower()', 'The string in lower case'),
  lstrip: method('lstrip(chars=None, /)', 'The string without white space, or without `chars`, at its start'),
  maketrans: method('maketrans(x, y, z, /)', 'A table for `translate`, of a dict or of strings of the same length'),
  partition: method('partition(sep, /)', 'What is before the first `sep`, the separator, and what is behind it'),
  removeprefix: method('removeprefix(prefix, /)', 'The string without `prefix` at its start'),
  removesuffix: method('removesuffix(suffix, /)', 'The string without `suffix` at its end'),
  replace: method(
    'replace(old, new, count=-1, /)',
    'The string with `new` in the place of `old`, at most `count` times',
  ),
  rfind: method('rfind(sub, start=0, end=None, /)', 'Where `sub` occurs last; -1 where it does not'),
  rindex: method('rindex(sub, start=0, end=None, /)', 'Where `sub` occurs last; raises `ValueError` where it does not'),
  rjust: method("rjust(width, fillchar=' ', /)", 'The string at the right of so many characters'),
  rpartition: method('rpartition(sep, /)', 'What is before the last `sep`, the separator, and what is behind it'),
  rsplit: method('rsplit(sep=None, maxsplit=-1)', 'A list of what is between separators, split from the end'),
  rstrip: method('rstrip(chars=None, /)', 'The string without white space, or without `chars`, at its end'),
  split: method('split(sep=None, maxsplit=-1)', 'A list of what is between separators, or between white space'),
  splitlines: method('splitlines(keepends=False)', 'A list of the lines'),
  startswith: method(
    'startswith(prefix, start=0, end=None, /)',
    'Whether it begins with a string, or with one of a tuple',
  ),
  strip: method('strip(chars=None, /)', 'The string without white space, or without `chars`, at both ends'),
  swapcase: method('swapcase()', 'The string with upper and lower case exchanged'),
  title: method('title()', 'The string with each word in title case'),
  translate: method('translate(table, /)', 'The string with its characters exchanged by a table'),
  upper: method('upper()', 'The string in upper case'),
  zfill: method('zfill(width, /)', 'The string with zeros in front, behind its sign'),
} as const satisfies Members;

const LIST = {
  append: method('append(object, /)', 'Adds an item at the end'),
  clear: method('clear()', 'Removes all items'),
  copy: method('copy()', 'A new list of the same items'),
  count: method('count(value, /)', 'How many items are equal to `value`'),
  extend: method('extend(iterable, /)', 'Adds all items of `iterable` at the end'),
  index: method(
    'index(value, start=0, stop=9223372036854775807, /)',
    'Where the first item is that is equal to `value`; raises `ValueError` where none is',
  ),
  insert: method('insert(index, object, /)', 'Puts an item before the one at `index`'),
  pop: method(
    'pop(index=-1, /)',
    'Takes out the item at `index` and gives it; raises `IndexError` where there is none',
  ),
  remove: method(
    'remove(value, /)',
    'Takes out the first item that is equal to `value`; raises `ValueError` where none is',
  ),
  reverse: method('reverse()', 'Puts the items in the opposite order'),
  sort: method(
    'sort(*, key=None, reverse=False)',
    'Puts the items in ascending order, compared by what `key` gives for each; equal ones keep their order',
  ),
} as const satisfies Members;

const DICT = {
  clear: method('clear()', 'Removes all entries'),
  copy: method('copy()', 'A new dict of the same entries'),
  fromkeys: method('fromkeys(iterable, value=None, /)', 'A new dict with these keys, all with the same value'),
  get: method('get(key, default=None, /)', 'The value of a key; `default` where the dict does not have it'),
  items: method('items()', 'A view of the pairs of key and value'),
  keys: method('keys()', 'A view of the keys'),
  pop: method(
    'pop(key, default, /)',
    'Takes out an entry and gives its value; where there is none `default`, or `KeyError` is raised',
  ),
  popitem: method('popitem()', 'Takes out the entry that was added last, and gives its key and value'),
  setdefault: method('setdefault(key, default=None, /)', 'The value of a key, which is put there first if it is new'),
  update: method('update(other=(), /, **named)', 'Sets the entries of another dict, of pairs, and of named arguments'),
  values: method('values()', 'A view of the values'),
} as const satisfies Members;

const FROZENSET = {
  copy: method('copy()', 'A set of the same items'),
  difference: method('difference(*others)', 'The items that none of the others has'),
  intersection: method('intersection(*others)', 'The items that all of the others have'),
  isdisjoint: method('isdisjoint(other, /)', 'Whether the other one has none of the items'),
  issubset: method('issubset(other, /)', 'Whether the other one has all of the items'),
  issuperset: method('issuperset(other, /)', 'Whether it has all items of the other one'),
  symmetric_difference: method('symmetric_difference(other, /)', 'The items that only one of the two has'),
  union: method('union(*others)', 'The items of all'),
} as const satisfies Members;

const SET = {
  ...FROZENSET,
  add: method('add(object, /)', 'Adds an item'),
  clear: method('clear()', 'Removes all items'),
  difference_update: method('difference_update(*others)', 'Takes out the items that one of the others has'),
  discard: method('discard(object, /)', 'Takes out an item, if it is there'),
  intersection_update: method('intersection_update(*others)', 'Takes out the items that one of the others lacks'),
  pop: method('pop()', 'Takes out some item and gives it; raises `KeyError` where there is none'),
  remove: method('remove(object, /)', 'Takes out an item; raises `KeyError` where it is not there'),
  symmetric_difference_update: method(
    'symmetric_difference_update(other, /)',
    'Takes out the items that both have, and adds those that only the other one has',
  ),
  update: method('update(*others)', 'Adds the items of all others'),
} as const satisfies Members;

const SEQUENCE = {
  count: method('count(value, /)', 'How many items are equal to `value`'),
  index: method('index(value, /)', 'Where `value` is; raises `ValueError` where it is not'),
} as const satisfies Members;

const INT = {
  as_integer_ratio: method('as_integer_ratio()', 'The number as a tuple of numerator and denominator'),
  bit_count: method('bit_count()', 'How many bits of the absolute value are set'),
  bit_length: method('bit_length()', 'How many bits the absolute value needs'),
  conjugate: method('conjugate()', 'The number itself'),
  denominator: attribute('denominator', 'Always 1'),
  imag: attribute('imag', 'Always 0'),
  numerator: attribute('numerator', 'The number itself'),
  real: attribute('real', 'The number itself'),
} as const satisfies Members;

/** By type, and by the member's name. */
export const BUILT_IN_MEMBERS: Readonly<Record<string, Members>> = {
  str: STR,
  list: LIST,
  dict: DICT,
  set: SET,
  frozenset: FROZENSET,
  tuple: {
    ...SEQUENCE,
    index: method(
      'index(value, start=0, stop=9223372036854775807, /)',
      'Where the first item is that is equal to `value`; raises `ValueError` where none is',
    ),
  },
  range: {
    ...SEQUENCE,
    start: attribute('start', 'The first number'),
    step: attribute('step', 'What each number has more than the one before'),
    stop: attribute('stop', 'The number that is no longer in it'),
  },
  slice: {
    indices: method('indices(length, /)', '`start`, `stop` and `step` for a sequence of that length'),
    start: attribute('start', 'Where it begins; `None` where that is left out'),
    step: attribute('step', 'From each item to the next; `None` where that is left out'),
    stop: attribute('stop', 'Where it ends; `None` where that is left out'),
  },
  int: INT,
  bool: INT,
  float: {
    as_integer_ratio: method('as_integer_ratio()', 'The number as a tuple of two ints whose quotient it is'),
    conjugate: method('conjugate()', 'The number itself'),
    fromhex: method('fromhex(string, /)', 'The number that `hex` writes so'),
    hex: method('hex()', 'The number as hexadecimal text, without rounding'),
    imag: attribute('imag', 'Always 0'),
    is_integer: method('is_integer()', 'Whether it has no fraction'),
    real: attribute('real', 'The number itself'),
  },
  generator: {
    close: method('close()', 'Raises `GeneratorExit` where it is suspended, and so ends it'),
    gi_running: attribute('gi_running', 'Whether it runs at the moment'),
    gi_suspended: attribute('gi_suspended', 'Whether it is suspended at a `YIELD`'),
    send: method('send(arg, /)', 'Goes on where it is suspended, with a value for that `YIELD`, up to the next one'),
    throw: method('throw(value, /)', 'Raises an exception where it is suspended'),
  },
  type: {
    mro: method('mro()', 'The classes in which a name is looked for, in their order'),
  },
};

type Members = Readonly<Record<string, BuiltInMember>>;

function method(signature: string, summary: string): BuiltInMember {
  return { signature, summary };
}

function attribute(name: string, summary: string): BuiltInMember {
  return { signature: name, summary };
}
