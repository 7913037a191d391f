import { EXCEPTIONS, EXCEPTION_NAMES, type ExceptionName } from './exceptions.ts';

/** The built-in names: what each is, how it is called and what it does. The machine implements exactly these. */

export interface BuiltInRow {
  /** A function, a class (`type` or `exception`), or a value that cannot be called. */
  readonly kind: 'function' | 'type' | 'exception' | 'constant';
  /** As Python's documentation writes it; `/` ends the parameters that have no name. Of a constant the name alone. */
  readonly signature: string;
  readonly summary: string;
}

const FUNCTIONS_AND_TYPES = {
  abs: func('abs(x, /)', 'The absolute value of a number'),
  all: func('all(iterable, /)', 'Whether no item is false'),
  any: func('any(iterable, /)', 'Whether some item is true'),
  bin: func('bin(number, /)', 'An int as a string of binary digits, such as `0b101`'),
  bool: type('bool(x=False, /)', 'The truth value of `x`'),
  callable: func('callable(obj, /)', 'Whether `obj` can be called'),
  chr: func('chr(i, /)', 'The string of one character with the code point `i`'),
  classmethod: type('classmethod(function, /)', 'A method that is given the class in place of an instance'),
  delattr: func('delattr(obj, name, /)', 'Takes the attribute of that name from `obj`'),
  dict: type(
    'dict(items=(), /, **named)',
    'A dict of the items of another one, or of pairs of key and value, and of the named arguments',
  ),
  dir: func('dir(obj, /)', 'The names of the attributes of `obj`, sorted; if left out, the names in scope'),
  divmod: func('divmod(a, b, /)', 'The tuple `(a // b, a % b)`'),
  enumerate: type('enumerate(iterable, start=0)', 'An iterator over pairs of a number, from `start` on, and an item'),
  filter: type('filter(function, iterable, /)', 'An iterator over the items for which `function` gives a true value'),
  float: type('float(x=0, /)', 'A number, or a string that holds one, as a float'),
  format: func("format(value, format_spec='', /)", '`value` as text, by a format specification such as `>8.2f`'),
  frozenset: type('frozenset(iterable=(), /)', 'A set of the items that never changes'),
  getattr: func(
    'getattr(obj, name, default, /)',
    'The attribute of that name; where there is none `default`, if given',
  ),
  hasattr: func('hasattr(obj, name, /)', 'Whether `obj` has an attribute of that name'),
  hash: func('hash(obj, /)', 'The hash of a value; equal values have equal hashes'),
  hex: func('hex(number, /)', 'An int as a string of hexadecimal digits, such as `0xff`'),
  id: func('id(obj, /)', 'A number that no other object has'),
  input: func("input(prompt='', /)", 'Writes the prompt and reads one line of input'),
  int: type('int(x=0, /, base=10)', 'A number without its fraction, or the int that a string holds'),
  isinstance: func(
    'isinstance(obj, class_or_tuple, /)',
    'Whether `obj` is of a class, of one that derives from it, or of one of a tuple of classes',
  ),
  issubclass: func(
    'issubclass(cls, class_or_tuple, /)',
    'Whether a class is another one or derives from it, or from one of a tuple of classes',
  ),
  iter: func(
    'iter(iterable, sentinel, /)',
    'An iterator over the items; with `sentinel`, over what calls of the first argument give, up to an equal value',
  ),
  len: func('len(obj, /)', 'How many items there are'),
  list: type('list(iterable=(), /)', 'A list of the items'),
  map: type(
    'map(function, iterable, /, *iterables)',
    'An iterator over what `function` gives for the items, one of each iterable at a time',
  ),
  max: func(
    'max(first, /, *others, key=None, default)',
    'The greatest of its arguments, or of the items of its only one, compared by what `key` gives for each',
  ),
  min: func(
    'min(first, /, *others, key=None, default)',
    'The least of its arguments, or of the items of its only one, compared by what `key` gives for each',
  ),
  next: func('next(iterator, default, /)', 'The next item of an iterator; behind the last one `default`, if given'),
  object: type('object()', 'The base of all classes'),
  oct: func('oct(number, /)', 'An int as a string of octal digits, such as `0o17`'),
  ord: func('ord(c, /)', 'The code point of a string of one character'),
  pow: func('pow(base, exp, mod=None)', 'A power, or its remainder by `mod`'),
  print: func("print(*values, sep=' ', end='\\n')", 'Writes the values as `str()` shows them'),
  property: type(
    'property(fget=None, fset=None, fdel=None, doc=None)',
    'An attribute that calls functions when it is read, set or deleted',
  ),
  range: type(
    'range(start, stop, step=1, /)',
    'The ints from `start` (0 if left out) up to `stop`, which is not in it',
  ),
  repr: func('repr(obj, /)', 'A value as text that shows its kind: a string in quotes'),
  reversed: type('reversed(sequence, /)', 'An iterator over the items, the last one first'),
  round: func(
    'round(number, ndigits=None)',
    'A number rounded to `ndigits` decimals, half to even; to an int if left out',
  ),
  set: type('set(iterable=(), /)', 'A set of the items'),
  setattr: func('setattr(obj, name, value, /)', 'Sets the attribute of that name'),
  slice: type('slice(start, stop, step=None, /)', 'A slice, as an index takes it; `None` where it is left out'),
  sorted: func(
    'sorted(iterable, /, *, key=None, reverse=False)',
    'A list of the items in ascending order, compared by what `key` gives for each; equal ones keep their order',
  ),
  staticmethod: type('staticmethod(function, /)', 'A function in a class that is not bound to instances'),
  str: type("str(object='')", 'A value as text'),
  sum: func('sum(iterable, /, start=0)', 'The sum of `start` and the items'),
  tuple: type('tuple(iterable=(), /)', 'A tuple of the items'),
  type: type('type(obj, /)', 'The class of `obj`'),
  zip: type(
    'zip(*iterables, strict=False)',
    'An iterator over tuples of one item of each iterable, up to the end of the shortest; with `strict` all must have the same length',
  ),
} as const satisfies Record<string, BuiltInRow>;

const CONSTANTS = {
  NotImplemented: {
    kind: 'constant',
    signature: 'NotImplemented',
    summary: 'What a special method returns that leaves an operation to the other operand',
  },
} as const satisfies Record<string, BuiltInRow>;

export type BuiltInName = keyof typeof FUNCTIONS_AND_TYPES | keyof typeof CONSTANTS | ExceptionName;

export const BUILT_INS: Readonly<Record<BuiltInName, BuiltInRow>> = {
  ...FUNCTIONS_AND_TYPES,
  ...CONSTANTS,
  ...exceptionRows(),
};

/** Every name that `LOAD_VAR` finds when neither a local nor a global has it. */
export const BUILT_IN_NAMES: ReadonlySet<string> = new Set(Object.keys(BUILT_INS));

function exceptionRows(): Readonly<Record<ExceptionName, BuiltInRow>> {
  const rows = EXCEPTION_NAMES.map(name => [
    name,
    { kind: 'exception', signature: `${name}(*args)`, summary: EXCEPTIONS[name].summary },
  ]);
  return Object.fromEntries(rows) as Record<ExceptionName, BuiltInRow>;
}

function func(signature: string, summary: string): BuiltInRow {
  return { kind: 'function', signature, summary };
}

function type(signature: string, summary: string): BuiltInRow {
  return { kind: 'type', signature, summary };
}
