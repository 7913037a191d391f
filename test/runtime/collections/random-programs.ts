import { pick, type Random } from '../../verifier/random.ts';

/** A Python program of random operations on all kinds of collections, which prints what each gives and what becomes of them. */
export function collectionProgram(random: Random): string {
  const statements = Array.from({ length: STATEMENTS }, (_, index) => statement(random, index));
  return [PRELUDE, ...statements, ''].join('\n');
}

const STATEMENTS = 80;

/** Sets are shown by the order of a pool of items, for that of CPython's sets is another than ours. */
const PRELUDE = `
class K:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        if isinstance(other, K):
            return self.n == other.n
        return self.n == other

    def __hash__(self):
        return hash(self.n)

    def __lt__(self, other):
        return self.n < (other.n if isinstance(other, K) else other)

    def __repr__(self):
        return 'K' + str(self.n)


class I:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n

    def __repr__(self):
        return 'I' + str(self.n)


POOL = [-2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 2.5, None, 'a', 'b', 'ab', '', (1, 2), (1, 'a'), (K(1), 2), frozenset([1]), 2**61, 10**20, range(2)]


def shown(x):
    if isinstance(x, set):
        return ('set', len(x), [y for y in POOL if y in x])
    if isinstance(x, frozenset):
        return ('frozenset', len(x), [y for y in POOL if y in x])
    return x


def kind(e):
    for k, n in (
        (KeyError, 'KeyError'), (IndexError, 'IndexError'), (TypeError, 'TypeError'), (OverflowError, 'OverflowError'),
        (RuntimeError, 'RuntimeError'), (AttributeError, 'AttributeError'), (ValueError, 'ValueError'),
    ):
        if isinstance(e, k):
            return n
    return '?'


def run(i, action):
    try:
        print(i, shown(action()))
    except Exception as e:
        print(i, kind(e), e)


def put(c, i, v):
    c[i] = v


def cut(c, i):
    del c[i]


def unpack(x):
    a, b, c = x
    return [a, b, c]


l0 = [1, 2, 3]
l1 = []
l2 = ['a', K(1), 2.5, None, (1, 2), 4, 5, 6]
t0 = (1, K(2), 'a')
t1 = ()
d0 = {}
d1 = {1: 'one', 'a': 2, (1, 2): K(3)}
s0 = set()
s1 = {1, 2, 'a', (1, 2)}
f0 = frozenset([2, 3, 'ab'])
r0 = range(5)
x0 = 'hello \\u00e9\\U0001f600 abc'
`;

const VARIABLES = {
  list: ['l0', 'l1', 'l2'],
  tuple: ['t0', 't1'],
  dict: ['d0', 'd1'],
  set: ['s0', 's1'],
  anySet: ['s0', 's1', 'f0'],
  ordered: ['l0', 'l1', 'l2', 't0', 't1', 'r0', 'x0', 'd0', 'd1', 'd1.values()', 'd0.keys()'],
  any: [
    'l0',
    'l1',
    'l2',
    't0',
    't1',
    'd0',
    'd1',
    's0',
    's1',
    'f0',
    'r0',
    'x0',
    'd0.keys()',
    'd1.items()',
    'd1.values()',
  ],
};

const ITEMS = [
  ...[
    '-2',
    '-1',
    '0',
    '1',
    '2',
    '3',
    '4',
    '5',
    '6',
    '7',
    'True',
    'False',
    '1.0',
    '3.0',
    '2.5',
    'None',
    "'a'",
    "'b'",
    "'ab'",
    "''",
  ],
  ...[
    '(1, 2)',
    "(1, 'a')",
    '(K(1), 2)',
    '(True, 2.0)',
    'frozenset([1])',
    'frozenset([K(1)])',
    'K(0)',
    'K(1)',
    'K(2)',
    'K(3)',
  ],
  ...['2**61', '10**20', '1e20', 'range(2)', 'range(0, 2)'],
];
const UNHASHABLE = ['[1]', '{}', '{1}', '(1, [2])', 'slice(1)'];
const INDICES = ['0', '1', '2', '-1', '-2', '5', '-6', 'True', 'I(1)', 'I(-1)', '10**25', "'a'", '1.0', 'None'];
const BOUNDS = ['None', '0', '1', '2', '3', '-1', '-3', '9', '-9', 'I(2)', '10**25', '-10**25'];
const STEPS = ['None', 'None', '1', '2', '-1', '-2', '3', '0', 'I(2)', '10**25'];

/** The operations; a name in angle brackets stands for something random of that kind. */
const OPERATIONS: readonly string[] = [
  ...[
    '<list>.append(<item>)',
    '<list>.extend(<ordered>)',
    '<list>.insert(<index>, <item>)',
    '<list>.pop()',
    '<list>.pop(<index>)',
  ],
  ...['<list>.remove(<item>)', '<list>.reverse()', '<list>.clear()', '<list>.copy()', '<list>.index(<item>, <index>)'],
  ...[
    '<list>.index(<item>)',
    '<list>.count(<item>)',
    '<tuple>.index(<item>)',
    '<tuple>.count(<item>)',
    '<list>.index(<item>, <index>, <index>)',
  ],
  ...[
    '<list> + <list>',
    '<tuple> + <tuple>',
    '<list> * <small>',
    '<small> * <tuple>',
    '<any> == <any>',
    '<any> != <any>',
  ],
  ...[
    '<any> < <any>',
    '<list> <= <list>',
    '<tuple> > <tuple>',
    '<list>[<slice>] == <list>[<slice>]',
    '<list> >= <list>[<slice>]',
  ],
  ...[
    '<any>[<index>]',
    '<ordered>[<slice>]',
    '<list>[<slice>]',
    'x0[<slice>]',
    'x0[<index>]',
    'r0[<slice>]',
    'r0[<index>]',
  ],
  ...[
    'put(<list>, <index>, <item>)',
    'put(<list>, slice(<slice arguments>), <ordered>)',
    'put(<list>, slice(<slice arguments>), <list>)',
  ],
  ...[
    'cut(<list>, <index>)',
    'cut(<list>, slice(<slice arguments>))',
    'cut(<dict>, <item>)',
    'put(<dict>, <item>, <item>)',
  ],
  ...[
    'put(<dict>, <item>, <item>)',
    'put(<dict>, <item>, <item>)',
    '<dict>[<item>]',
    '<dict>.get(<item>)',
    '<dict>.get(<item>, <item>)',
  ],
  ...[
    '<dict>.pop(<item>)',
    '<dict>.pop(<item>, <item>)',
    '<dict>.popitem()',
    '<dict>.setdefault(<item>, <item>)',
    '<dict>.update(<dict>)',
  ],
  ...[
    '<dict>.update([(<item>, <item>), (<item>, <item>)])',
    '<dict>.update(<ordered>)',
    '<dict>.copy() == <dict>',
    '<dict> | <dict>',
    '<dict>.clear()',
  ],
  ...[
    'dict.fromkeys(<ordered>, <item>)',
    'dict(<dict>)',
    'list(<dict>.items())',
    'list(<dict>.keys())',
    'list(<dict>.values())',
  ],
  ...[
    '<dict>.keys() & <any>',
    '<dict>.keys() | <any>',
    '<dict>.keys() - <any>',
    '<any> ^ <dict>.keys()',
    '<dict>.items() & <dict>.items()',
  ],
  ...[
    '<dict>.keys() == <anySet>',
    '<dict>.keys() <= <dict>.keys()',
    '<dict>.items() >= <dict>.items()',
    '<dict>.keys().isdisjoint(<any>)',
  ],
  ...[
    '<item> in <any>',
    '<item> in <any>',
    '(<item>, <item>) in <dict>.items()',
    '<item> in <dict>.values()',
    '<index> in r0',
  ],
  ...[
    '<set>.add(<item>)',
    '<set>.add(<item>)',
    '<set>.discard(<item>)',
    '<set>.remove(<item>)',
    '<set>.update(<any>)',
    '<set>.clear()',
  ],
  ...[
    '<anySet> | <anySet>',
    '<anySet> & <anySet>',
    '<anySet> - <anySet>',
    '<anySet> ^ <anySet>',
    '<anySet>.union(<any>, <any>)',
  ],
  ...[
    '<anySet>.intersection(<any>)',
    '<anySet>.difference(<any>)',
    '<anySet>.difference(<any>, <any>)',
    '<anySet>.symmetric_difference(<any>)',
  ],
  ...['<set>.intersection_update(<any>)', '<set>.difference_update(<any>)', '<set>.symmetric_difference_update(<any>)'],
  ...[
    '<anySet> <= <anySet>',
    '<anySet> < <anySet>',
    '<anySet> == <anySet>',
    '<anySet>.issubset(<any>)',
    '<anySet>.issuperset(<any>)',
  ],
  ...[
    '<anySet>.isdisjoint(<any>)',
    '<anySet>.copy()',
    'len(<any>)',
    'unpack(<ordered>)',
    'tuple(<ordered>)',
    'list(<ordered>)',
    'set(<any>)',
  ],
  ...[
    'hash(<tuple>) == hash(tuple(<list>))',
    'hash(<item>) == hash(<item>)',
    '{<item>: 1, <item>: 2, <item>: 3}',
    '{<item>, <item>, <item>}',
  ],
  ...[
    'slice(<slice arguments>).indices(<index>)',
    'range(<index>, <index>)[<slice>]',
    'r0.index(<item>)',
    'r0.count(<item>)',
    'range(<index>, <index>) == r0',
  ],
];

const ASSIGNMENTS: readonly string[] = [
  ...[
    '<list> += <ordered>',
    '<list> *= <small>',
    '<set> |= <anySet>',
    '<set> &= <anySet>',
    '<set> -= <anySet>',
    '<set> ^= <anySet>',
  ],
  ...[
    '<dict> |= <dict>',
    't0 = (<item>, <item>, <item>)',
    't1 = tuple(<list>)',
    'f0 = frozenset([<item>, <item>, <item>])',
    'f0 |= <anySet>',
  ],
  ...[
    'r0 = range(<bound>, <bound>, <item>)',
    '<list> = <list>[<slice>]',
    '<list> = list(<ordered>)',
    '<set> = set(<any>)',
    '<dict> = dict(<dict>)',
  ],
];

function statement(random: Random, index: number): string {
  if (index % 10 === 9) return `print(l0, l1, l2, t0, t1, d0, d1, shown(s0), shown(s1), shown(f0), r0)`;
  if (random() < 0.8) return `run(${index}, lambda: ${fill(random, pick(random, OPERATIONS))})`;
  const assignment = fill(random, pick(random, ASSIGNMENTS));
  return `try:\n    ${assignment}\nexcept Exception as e:\n    print(${index}, kind(e), e)`;
}

function fill(random: Random, template: string): string {
  return template.replaceAll(/<(\w[\w ]*)>/g, (_, name: string) => something(random, name));
}

function something(random: Random, name: string): string {
  switch (name) {
    case 'item':
      return random() < 0.04 ? pick(random, UNHASHABLE) : pick(random, ITEMS);
    case 'small':
      return pick(random, ['0', '1', '2', '-1', 'True', 'I(2)']);
    case 'index':
      return pick(random, INDICES);
    case 'bound':
      return pick(random, ['0', '3', '-4', '10', 'I(1)']);
    case 'slice':
      return [BOUNDS, BOUNDS, STEPS]
        .map(choices => pick(random, choices))
        .join(':')
        .replaceAll('None', '');
    case 'slice arguments':
      return [BOUNDS, BOUNDS, STEPS].map(choices => pick(random, choices)).join(', ');
    default:
      return pick(random, VARIABLES[name as keyof typeof VARIABLES]);
  }
}
