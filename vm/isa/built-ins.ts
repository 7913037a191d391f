/** The built-in functions: how each is called and what it does. The machine implements exactly these. */

export interface BuiltInRow {
  /** As Python's documentation writes it; `/` ends the parameters that have no name. */
  readonly signature: string;
  readonly summary: string;
}

export const BUILT_INS = {
  abs: row('abs(x, /)', 'The absolute value of a number'),
  bin: row('bin(number, /)', 'An int as a string of binary digits, such as `0b101`'),
  bool: row('bool(x=False, /)', 'The truth value of `x`'),
  callable: row('callable(obj, /)', 'Whether `obj` can be called'),
  chr: row('chr(i, /)', 'The string of one character with the code point `i`'),
  float: row('float(x=0, /)', 'A number, or a string that holds one, as a float'),
  format: row("format(value, format_spec='', /)", '`value` as text, by a format specification such as `>8.2f`'),
  hash: row('hash(obj, /)', 'The hash of a value; equal values have equal hashes'),
  hex: row('hex(number, /)', 'An int as a string of hexadecimal digits, such as `0xff`'),
  input: row("input(prompt='', /)", 'Writes the prompt and reads one line of input'),
  int: row('int(x=0, /, base=10)', 'A number without its fraction, or the int that a string holds'),
  iter: row('iter(iterable, /)', 'An iterator over the items'),
  len: row('len(obj, /)', 'How many items there are'),
  max: row('max(first, /, *others)', 'The greatest of its arguments, or of the items of its only one'),
  min: row('min(first, /, *others)', 'The least of its arguments, or of the items of its only one'),
  next: row('next(iterator, default, /)', 'The next item of an iterator; behind the last one `default`, if given'),
  oct: row('oct(number, /)', 'An int as a string of octal digits, such as `0o17`'),
  ord: row('ord(c, /)', 'The code point of a string of one character'),
  pow: row('pow(base, exp, mod=None)', 'A power, or its remainder by `mod`'),
  print: row("print(*values, sep=' ', end='\\n')", 'Writes the values as `str()` shows them'),
  range: row('range(start, stop, step=1, /)', 'The ints from `start` (0 if left out) up to `stop`, which is not in it'),
  repr: row('repr(obj, /)', 'A value as text that shows its kind: a string in quotes'),
  round: row(
    'round(number, ndigits=None)',
    'A number rounded to `ndigits` decimals, half to even; to an int if left out',
  ),
  str: row("str(obj='', /)", 'A value as text'),
} as const satisfies Record<string, BuiltInRow>;

export type BuiltInName = keyof typeof BUILT_INS;

/** Every name that `LOAD_VAR` finds when neither a local nor a global has it. */
export const BUILT_IN_NAMES: ReadonlySet<string> = new Set(Object.keys(BUILT_INS));

function row(signature: string, summary: string): BuiltInRow {
  return { signature, summary };
}
