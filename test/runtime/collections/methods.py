# Every method with too few, too many, named and odd arguments.


class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


class Items:
    def __iter__(self):
        return iter([1, (3, 4), 1])

    def __repr__(self):
        return 'Items'


class Pairs:
    def __iter__(self):
        return iter([(1, 2), (3, 4)])

    def __repr__(self):
        return 'Pairs'


POOL = [1, 0, 2, 3, 'a', 'b', 'xy', 'zw', 'x', 'y', 'z', 'w', 1.5, None, (1, 2), (3, 4), (1, 2, 3), (2, 3), range(2), 'z', 7, -1, 9, 10**30, -10**30, 4]


def canonical(x):
    if isinstance(x, set) or isinstance(x, frozenset):
        return ['set', len(x)] + [y for y in POOL if y in x]
    return x


def kind(e):
    for k, n in (
        (KeyError, 'KeyError'),
        (IndexError, 'IndexError'),
        (TypeError, 'TypeError'),
        (OverflowError, 'OverflowError'),
        (RuntimeError, 'RuntimeError'),
        (AttributeError, 'AttributeError'),
        (ValueError, 'ValueError'),
    ):
        if isinstance(e, k):
            return n
    return '?'


def of_list(c):
    return [
        ('append', c.append), ('clear', c.clear), ('copy', c.copy), ('count', c.count), ('extend', c.extend),
        ('index', c.index), ('insert', c.insert), ('pop', c.pop), ('remove', c.remove), ('reverse', c.reverse),
    ]


def of_tuple(c):
    return [('count', c.count), ('index', c.index)]


def of_dict(c):
    return [
        ('clear', c.clear), ('copy', c.copy), ('fromkeys', c.fromkeys), ('get', c.get), ('items', c.items), ('keys', c.keys),
        ('pop', c.pop), ('popitem', c.popitem), ('setdefault', c.setdefault), ('update', c.update), ('values', c.values),
    ]


def of_set(c):
    return [
        ('add', c.add), ('clear', c.clear), ('copy', c.copy), ('difference', c.difference),
        ('difference_update', c.difference_update), ('discard', c.discard), ('intersection', c.intersection),
        ('intersection_update', c.intersection_update), ('isdisjoint', c.isdisjoint), ('issubset', c.issubset),
        ('issuperset', c.issuperset), ('pop', c.pop), ('remove', c.remove),
        ('symmetric_difference', c.symmetric_difference),
        ('symmetric_difference_update', c.symmetric_difference_update), ('union', c.union), ('update', c.update),
    ]


def of_frozenset(c):
    return [
        ('copy', c.copy), ('difference', c.difference), ('intersection', c.intersection), ('isdisjoint', c.isdisjoint),
        ('issubset', c.issubset), ('issuperset', c.issuperset), ('symmetric_difference', c.symmetric_difference),
        ('union', c.union),
    ]


def of_range(c):
    return [('count', c.count), ('index', c.index)]


def of_slice(c):
    return [('indices', c.indices)]


def of_keys(c):
    return [('isdisjoint', c.isdisjoint)]


makers = [
    ('list', lambda: [1, 'a', 2.0, None, 1], of_list),
    ('empty list', lambda: [], of_list),
    ('tuple', lambda: (1, 'a', 2.0, None, 1), of_tuple),
    ('dict', lambda: {1: 'one', 'a': 2, (1, 2): 3}, of_dict),
    ('empty dict', lambda: {}, of_dict),
    ('set', lambda: {1}, of_set),
    ('empty set', lambda: set(), of_set),
    ('frozenset', lambda: frozenset([1]), of_frozenset),
    ('range', lambda: range(0, 10, 3), of_range),
    ('slice', lambda: slice(1, 5, None), of_slice),
    ('slice back', lambda: slice(None, None, -2), of_slice),
    ('keys', lambda: {1: 2, 'a': 3}.keys(), of_keys),
    ('items', lambda: {1: 2, 'a': 3}.items(), of_keys),
]
arguments = [
    (), (1,), (0,), (-1,), (7,), (True,), (1.0,), (3,), (9.0,), ('a',), ('ab',), (None,), ([],), ([1],), ({1},), ((1, 2),),
    ({1: 2},), (range(2),), ([[1]],), ([[1, 2], [3, 4]],), (['xy', 'zw'],), ([(1, 2, 3)],), ([3, 4],), (10**30,), (-10**30,),
    (1, 2), ('a', 1), (0, 'x'), (-1, 'x'), (99, 'x'), (-99, 'x'), (10**30, 1), ('z', 9), (1, 1), (1, -1), (1, 0, 2), (1, 1, 10**30), (1, -1, None), (1, 'a'),
    (Items(),), (Pairs(),), (1, 2, 3, 4), ([1], [2], {3}), ([1, 2], [1]),
]
for name, make, methods in makers:
    for index in range(len(methods(make()))):
        for given in arguments:
            c = make()
            method, bound = methods(c)[index]
            shown = name + '.' + method + str(given)
            try:
                result = bound(*given)
                print(shown, canonical(result))
            except Exception as e:
                print(shown, kind(e), e)
            print(canonical(c))
        if methods(make())[index][0] in ('difference', 'difference_update', 'intersection', 'intersection_update', 'union', 'update') and 'set' in name:
            continue
        try:
            print(name, index, methods(make())[index][1](x=1))
        except Exception as e:
            print(name, index, kind(e), e)

for make in (list, tuple, dict, set, frozenset, range, slice):
    for given in arguments:
        shown = str(given)
        try:
            result = make(*given)
            print(shown, canonical(result))
        except Exception as e:
            print(shown, kind(e), e)
    try:
        print(make(x=1))
    except Exception as e:
        print(kind(e), e)

print(dict([(1, 2)], a=3), dict(a=1, b=2), dict({'a': 1}, a=2))
print(dict.fromkeys('abc'), {}.fromkeys([1, 2], 0))
i = Index(2)
l = [1, 2, 3, 4]
print(l[i], l[Index(-1)], l[Index(1):Index(3)], 'abc'[i], (1, 2, 3)[i], range(9)[i], l * Index(2), Index(2) * 'ab', (1,) * Index(3))
l[i] = 9
l.insert(Index(0), 5)
print(l, l.pop(Index(1)), l.index(9, Index(1)), range(Index(3)), range(Index(1), Index(9), Index(2)), slice(None, Index(3)).indices(Index(5)))
del l[Index(0)]
print(l)
print(range(10**20)[10**19], range(0, 10**30, 10**29)[::2], range(10)[2:8:3], range(10)[::-1], range(3) == range(0, 3, 1), range(0) == range(5, 1))
print(hash((1, 2)) == hash((1.0, True + 1)), hash(range(3)), hash((1, (2, 3), -1)), hash(frozenset([1, 2, 3])), hash(()), hash(-1), hash(2**61), hash(frozenset([frozenset([1])])))
print(d := {1: 'a', 1.0: 'b', True: 'c'}, {1, True, 1.0}, {0: 1, False: 2, 0.0: 3, -0.0: 4})
d.update(x=1, y=2)
d.update([(1, 2)], z=3)
d |= [(5, 6)]
d |= {7: 8}
print(d, d | {1: 0}, d.keys() & {1, 'x'} == {1, 'x'}, d.keys() - ['x'] == {1, 'y', 'z', 5, 7})
print(slice(1, 2) == slice(1, 2), slice(1, 2) < slice(1, 3), slice(1) != slice(2), slice(1, 2, 3).start, slice(1, 2, 3).stop, slice(1).step)
print(range(1, 2, 3).start, range(5).stop, range(5).step)
t = (1, 2)
print(t[:] is t, tuple(t) is t, t * 1 is t, t + () is t, () + t is t, frozenset([1]).copy() == frozenset([1]))
print([1, 2, 3].__len__(), {1: 2}.__contains__(1), {1: 2}.__getitem__(1), [1, 2].__getitem__(slice(1, None)))
