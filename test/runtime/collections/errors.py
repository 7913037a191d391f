# What goes wrong with the collections, and what the messages say.


class C:
    pass


def kind(e):
    for k, n in (
        (KeyError, 'KeyError'),
        (IndexError, 'IndexError'),
        (TypeError, 'TypeError'),
        (OverflowError, 'OverflowError'),
        (RecursionError, 'RecursionError'),
        (MemoryError, 'MemoryError'),
        (RuntimeError, 'RuntimeError'),
        (AttributeError, 'AttributeError'),
        (ValueError, 'ValueError'),
    ):
        if isinstance(e, k):
            return n
    return '?'


def attempt(name, action):
    try:
        print(name, action())
    except Exception as e:
        print(name, kind(e), e)


def put(c, i, v):
    c[i] = v


def remove(c, i):
    del c[i]


def add_to(a, b):
    a += b
    return a


def times(a, b):
    a *= b
    return a


def bits_or(a, b):
    a |= b
    return a


def bits_and(a, b):
    a &= b
    return a


def bits_xor(a, b):
    a ^= b
    return a


def minus(a, b):
    a -= b
    return a


def unpack_two(x):
    a, b = x
    return [a, b]


def unpack_none(x):
    [] = x
    return 'nothing'


containers = [
    ('list', lambda: [1, 2, 3]),
    ('tuple', lambda: (1, 2, 3)),
    ('dict', lambda: {1: 2}),
    ('set', lambda: {1}),
    ('frozenset', lambda: frozenset([1])),
    ('range', lambda: range(3)),
    ('str', lambda: 'abc'),
    ('keys', lambda: {1: 2}.keys()),
    ('values', lambda: {1: 2}.values()),
    ('items', lambda: {1: 2}.items()),
    ('slice', lambda: slice(1, 2)),
    ('int', lambda: 5),
    ('float', lambda: 1.5),
    ('None', lambda: None),
    ('bool', lambda: True),
    ('instance', lambda: C()),
    ('function', lambda: kind),
    ('class', lambda: C),
]
indices = [0, -1, 5, True, 'a', 1.0, None, slice(0, 2), slice(None, None, -1), slice(None, None, 0), slice('a', 1), 10**30]
hashables = ['list', 'tuple', 'dict', 'set', 'frozenset', 'range', 'str', 'keys', 'items', 'slice', 'int']
for name, make in containers:
    for index in indices:
        shown = name + '[' + str(index) + ']'
        attempt(shown, lambda: make()[index] if name not in ('values', 'items', 'keys') else make()[index])
        attempt(shown + ' = 9', lambda: put(make(), index, 9))
        attempt('del ' + shown, lambda: remove(make(), index))
    attempt('len ' + name, lambda: len(make()))
    attempt('1 in ' + name, lambda: 1 in make())
    attempt('unpack ' + name, lambda: unpack_two(make()))
    attempt('unpack none ' + name, lambda: unpack_none(make()))
    attempt('list ' + name, lambda: len(list(make())))
    for other, make_other in containers:
        pair = name + ' ' + other
        if name in hashables and other in hashables:
            attempt(pair + ' ==', lambda: make() == make_other())
            attempt(pair + ' !=', lambda: make() != make_other())
        if 'instance' not in pair and 'function' not in pair and 'class' not in pair:
            attempt(pair + ' <', lambda: make() < make_other())
            attempt(pair + ' >=', lambda: make() >= make_other())
        if name not in ('class', 'function') and other not in ('class', 'function'):
            attempt(pair + ' +', lambda: make() + make_other())
            attempt(pair + ' *', lambda: make() * make_other())
            attempt(pair + ' |', lambda: len(make() | make_other()) if name not in ('int', 'bool') else make() | make_other())
            attempt(pair + ' &', lambda: len(make() & make_other()) if name not in ('int', 'bool') else make() & make_other())
            attempt(pair + ' ^', lambda: len(make() ^ make_other()) if name not in ('int', 'bool') else make() ^ make_other())
            attempt(pair + ' -', lambda: len(make() - make_other()) if name not in ('int', 'bool', 'float') else make() - make_other())
            attempt(pair + ' +=', lambda: add_to(make(), make_other()) and None)
            attempt(pair + ' *=', lambda: times(make(), make_other()) and None)
            attempt(pair + ' |=', lambda: bits_or(make(), make_other()) and None)
            attempt(pair + ' &=', lambda: bits_and(make(), make_other()) and None)
            attempt(pair + ' ^=', lambda: bits_xor(make(), make_other()) and None)
            attempt(pair + ' -=', lambda: minus(make(), make_other()) and None)
    attempt('key ' + name, lambda: len({make(): 1}) if name != 'instance' else 1)
    attempt('item ' + name, lambda: len({make()}))
    attempt('nested key ' + name, lambda: len({(1, make()): 1}))
    attempt('slice of ' + name, lambda: put(make(), slice(0, 1), [7, 8]))
    attempt('extended slice of ' + name, lambda: put([1, 2, 3, 4], slice(None, None, 2), make()))
    attempt('plain slice with ' + name, lambda: put([1, 2, 3, 4], slice(1, 2), make()))
