/** Random Python programs that show values, format them, and call what makes texts and numbers. */
import type { RandomValues } from '../values/random.ts';

/** Classes that say themselves what they are as text or number, and what catches an error to print it. */
const HEADER = `
def t(fn):
    try: print(repr(fn()))
    except Exception as e: print(e.__class__.__name__, e)
class R:
    def __init__(self, v): self.v = v
    def __repr__(self): return 'R(' + repr(self.v) + ')'
class S:
    def __init__(self, v): self.v = v
    def __str__(self): return 'S(' + str(self.v) + ')'
    def __repr__(self): return '<S é>'
class F:
    def __init__(self, v): self.v = v
    def __repr__(self): return '<F>'
    def __format__(self, spec): return 'F[' + spec + ']' + format(self.v, '')
class E(Exception): pass
class I:
    def __index__(self): return 2
    def __repr__(self): return 'I()'
class Z:
    def __int__(self): return -3
    def __float__(self): return 1.5
    def __round__(self, *places): return ('rounded', places)
    def __divmod__(self, other): return ('divmod', other)
    def __rdivmod__(self, other): return ('rdivmod', other)
    def __pow__(self, *others): return ('pow', others)
    def __rpow__(self, other): return ('rpow', other)
    def __abs__(self): return 'abs'
    def __repr__(self): return 'Z()'
class W:
    def __index__(self): return 'w'
    def __int__(self): return 2.5
    def __float__(self): return 3
    def __repr__(self): return 'W()'
class N:
    def __repr__(self): return 'N()'
`;

/** Values that hold one another and objects of the program: what `repr`, `str` and the ways of formatting make of them. */
export function programOfTexts(random: RandomValues): string {
  const lines = random.times(40, () => {
    const value = expression(random, 4);
    const spec = random.pick(['', '', '>12', 'x', '05', '^9s', '.2', '+d', '!', 'é<8']);
    return [
      `v = ${value}`,
      't(lambda: v)',
      't(lambda: str(v))',
      `t(lambda: format(v, ${literal(spec)}))`,
      "t(lambda: '%s|%r|%a|%-9s' % (v, v, v, v))",
      `t(lambda: ${literal(random.pick(['%s', '%d', '%x', '%.1f', '%c', '%5r']))} % v)`,
      `t(lambda: ${literal(`{} {!r} {0!s:>{w}} {x!a}`.replace('{0', '{'))}.format(v, v, v, w=8, x=v))`,
      `t(lambda: f'{v!r:>20}{v!s}')`,
      `t(lambda: ''.join(['<', str(v), '>']))`,
    ].join('\n');
  });
  return HEADER + lines.join('\n');
}

/** Lists, dicts and objects that hold one another in circles. */
export function programOfCircles(random: RandomValues): string {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const lines = names.map(name => `${name} = ${random.pick(['[]', '{}', '[1]', 'R([])', "{'k': 2}"])}`);
  const add = `
def add(to, value):
    if isinstance(to, R): add(to.v, value)
    elif isinstance(to, dict): to[len(to)] = value
    else: to.append(value)
`;
  const links = random.times(12, () => {
    const held = random.pick(names);
    return `add(${random.pick(names)}, ${random.pick(['', '', '('])}${held}`.replace(/\((\w)$/, '($1,)') + ')';
  });
  return `${HEADER}${add}${lines.join('\n')}\n${links.join('\n')}\n${names.map(name => `t(lambda: ${name})`).join('\n')}`;
}

/** Calls with arguments of every kind, most of them wrong. */
export function programOfCalls(random: RandomValues): string {
  const calls = random.times(250, () => {
    const called = random.below(3) > 0 ? `${random.pick(TEXTS)}.${random.pick(METHODS)}` : random.pick(FUNCTIONS);
    // Neither machine gets to the end of some powers.
    const most = called === 'pow' ? ARGUMENTS.length - 1 : ARGUMENTS.length;
    const given = random.times(random.below(4), () => ARGUMENTS[random.below(most)]);
    return `t(lambda: ${called}(${given.join(', ')}))`;
  });
  return HEADER + calls.join('\n');
}

const TEXTS = ["'abcabc'", "' a b\\tc '", "''", "'É𐐀x'", "'12'", "'a,b,,c'", "'{} {0}'", "'{a!r}'"];
const METHODS = (
  'capitalize casefold center count endswith expandtabs find format format_map index isalnum isdecimal isidentifier ' +
  'islower istitle join ljust lower lstrip partition removeprefix removesuffix replace rfind rindex rjust rpartition ' +
  'rsplit rstrip split splitlines startswith strip swapcase title translate upper zfill nothing'
).split(' ');
const FUNCTIONS =
  'abs bin chr divmod float format hex int oct ord pow repr round str bool float.fromhex str.maketrans'.split(' ');
const ARGUMENTS = (
  "'a' 'b' '' 'bc' '12' '0x1p3' 1 2 -1 0 5 None True 2.5 I() Z() W() N() ('a','b') ('a',1) [] ['a','b'] ['a',1] {} " +
  "{'a':1} {97:'x',98:None} {'ab':1} 1e300 10**20"
).split(' ');

/** The text of an expression: a value of at most this depth. */
function expression(random: RandomValues, depth: number): string {
  const inner = (): string => expression(random, depth - 1);
  const items = (): string => random.times(random.below(4), inner).join(', ');
  switch (depth === 0 ? 0 : random.below(11)) {
    case 1:
      return `[${items()}]`;
    case 2:
      return `(${inner()},)`;
    case 3:
      return `(${inner()}, ${inner()})`;
    case 4:
      return `{${random.times(random.below(3), () => `${literal(random.text())}: ${inner()}`).join(', ')}}`;
    case 5:
      return `{${random.below(100)}}`;
    case 6:
      return `R(${inner()})`;
    case 7:
      return `S(${inner()})`;
    case 8:
      return `F(${inner()})`;
    case 9:
      return `E(${items()})`;
    case 10:
      return random.pick(['Z()', 'I()', 'W()', 'KeyError("k")', 'range(3)', 'R', 'len', 'int', 'NotImplemented']);
    default:
      return random.pick(['None', 'True', '-7', '2.5', '1e100', "'it\\'s'", '10**30', literal(random.text())]);
  }
}

/** A string as Python reads it, in ASCII. */
function literal(text: string): string {
  const escaped = [...text].map(point => `\\U${(point.codePointAt(0) as number).toString(16).padStart(8, '0')}`);
  return `'${escaped.map((each, index) => (/[ -&(-[\]-~]/.test([...text][index]) ? [...text][index] : each)).join('')}'`;
}
