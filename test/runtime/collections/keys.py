# Keys and items whose classes define equality and hashes.


# The order in which a set of CPython compares its items is not ours.
LOG = [True]


class K:
    def __init__(self, n, h=None):
        self.n = n
        self.h = n % 3 if h is None else h

    def __eq__(self, other):
        if LOG[0]:
            print('eq', self, other)
        return isinstance(other, K) and self.n == other.n or other == ('like', self.n)

    def __hash__(self):
        print('hash', self)
        return self.h

    def __repr__(self):
        return 'K' + str(self.n)


class Plain:
    def __repr__(self):
        return 'Plain'


class OnlyEq:
    def __eq__(self, other):
        return True


class Below(K):
    def __eq__(self, other):
        return True


class NoHash:
    __hash__ = None


class OnlyHash:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n


class BadHash:
    def __hash__(self):
        return 'x'


class LargeHash:
    def __init__(self, h):
        self.h = h

    def __hash__(self):
        return self.h


def attempt(name, action):
    try:
        print(name, action())
    except TypeError as e:
        print(name, 'TypeError', e)
    except KeyError as e:
        print(name, 'KeyError', e)
    except RuntimeError as e:
        print(name, 'RuntimeError', e)
    except ValueError as e:
        print(name, 'ValueError', e)


def remove(c, i):
    del c[i]


def put(c, i, v):
    c[i] = v


d = {}
for n in range(8):
    d[K(n)] = n
print(d)
for n in range(-1, 10):
    print(n, d.get(K(n), 'none'), K(n) in d)
d[K(3)] = 'three'
del d[K(4)]
print(d, d.pop(K(5)), d.pop(K(50), 'no'), d.setdefault(K(7), 1), d.setdefault(K(77), 1))
print(d.popitem(), d.popitem(), d)
attempt('missing', lambda: d[K(99)])
attempt('pop', lambda: d.pop(K(99)))
e = dict(d)
print('copied', e == d, e is d)
print('reversed', {K(1): 1, K(2): 2} == {K(2): 2, K(1): 1})
print('other values', {K(1): K(5)} == {K(1): K(5)}, {K(1): K(5)} != {K(1): K(6)})
print('plain and not', {0: 'zero', 1: 'one', K(0): 'K'}, {0: 'zero', K(0): 'K', 0.0: 'again'})
print(0 in {K(0): 1}, K(0) in {0: 1}, ('like', 0) in {K(0, hash(('like', 0))): 1}, K(0, hash(('like', 0))) in {('like', 0): 1})
print('in tuples', {(K(1), 2): 'a'}[(K(1), 2)], (K(1), 2) in {(K(1), 3)}, hash((K(1), 2)) == hash((1, 2)), (K(1), K(2)) == (K(1), K(2)))
print('in frozensets', {frozenset([K(1), K(2)]): 'a'}[frozenset([K(2), K(1)])], hash(frozenset([K(1), K(2)])) == hash(frozenset([1, 2])))

LOG[0] = False
s = {K(1), K(2), K(1), K(4)}
t = {K(4), K(2), K(8)}
print(len(s), len(t))
for name, action in [
    ('or', lambda: s | t), ('and', lambda: s & t), ('sub', lambda: s - t), ('xor', lambda: s ^ t),
]:
    print(name)
    print(len(action()))
print(s <= t, s < t, s == t, s >= t, s > t, s != t, s.isdisjoint(t))
u = s.copy()
u.add(K(1))
u.discard(K(2))
u.remove(K(4))
print(u)
attempt('remove', lambda: u.remove(K(4)))
u.update([K(1), K(5)])
u |= t
u &= s
u -= {K(2)}
u ^= {K(9)}
print(len(u))
print(frozenset([K(1)]) == {K(1)}, {frozenset([K(1)])} == {frozenset([K(1)])}, set([frozenset([1])]) == {frozenset([1])}, {1} in {frozenset([1])})

LOG[0] = True
print('lists')
l = [K(1), 2, K(3), K(1)]
print(K(3) in l, l.index(K(3)), l.count(K(1)), K(9) in l, l == [K(1), 2, K(3), K(1)], l == [K(1), 2, K(4), K(1)], l != [K(1)])
l.remove(K(3))
print(l, (K(1), 2).index(2), (K(1), K(2)).count(K(2)))
attempt('index', lambda: l.index(K(9)))
x = K(1)
print([x] == [x], (x,) == (x,), {1: x} == {1: x}, x in [x], [x].index(x))

for c in (OnlyEq(), Below(1), NoHash()):
    attempt('hash', lambda: hash(c))
    attempt('key', lambda: {c: 1})
    attempt('item', lambda: {c})
    attempt('in', lambda: c in {1: 2})
    attempt('nested', lambda: {(1, (2, c)): 1})
attempt('bad', lambda: hash(BadHash()))
attempt('bad', lambda: {BadHash(): 1})
for h in (-1, 2**61 - 2, 2**61 - 1, 2**61, 2**63 - 1, 2**63, -2**63, -2**63 - 1, 10**40, True):
    print(h, hash(LargeHash(h)))
p = OnlyHash(1)
q = OnlyHash(1)
print({p: 1, q: 2}[p], {p: 1, q: 2}[q], OnlyHash(1) in {p, q}, p == q, p in {p})
a, b = Plain(), Plain()
print({a: 1, b: 2}, a in {b}, {a: 1}[a], hash(a) == hash(b), hash(a) == hash(a), a == b, a != b)


class Changing:
    '''Changes the dict while it is compared.'''

    def __init__(self, n, change):
        self.n = n
        self.change = change

    def __hash__(self):
        return 7

    def __eq__(self, other):
        change = self.change
        self.change = None
        if change:
            change()
        return isinstance(other, Changing) and self.n == other.n

    def __repr__(self):
        return 'Changing' + str(self.n)


d = {}
d[Changing(1, None)] = 1
d[Changing(2, lambda: d.clear())] = 2
print(d)
d[Changing(2, lambda: d.update({3: 4}))] = 5
print(d)
d = {Changing(1, None): 1}
print(d.get(Changing(1, lambda: d.clear())), d)
d = {Changing(n, None): n for n in range(5)}
first = list(d)[0]
first.change = lambda: remove(d, first)
print(d.get(Changing(4, None)), d)
l = [Changing(n, None) for n in range(5)]
l[1].change = lambda: l.clear()
print(Changing(4, None) in l, l)
l = [Changing(n, None) for n in range(5)]
m = [Changing(n, None) for n in range(5)]
l[2].change = lambda: l.pop()
print(l == m, len(l), len(m))
l = [Changing(n, None) for n in range(3)]
l[1].change = lambda: l.insert(0, 'x')
l.remove(Changing(1, None))
print(l)

def loop(make, change):
    c = make()
    seen = 0
    try:
        for x in c:
            seen += 1
            change(c, x)
            if seen > 20:
                break
    except RuntimeError as e:
        print(seen, e, len(c))
    else:
        print(seen, c if not isinstance(c, set) else len(c))


def again(c, x):
    del c[x]
    c[x] = 1


for n in range(12):
    print('n', n)
    loop(lambda: {i: i for i in range(n)}, lambda c, x: put(c, x + 100, 1))
    loop(lambda: {i: i for i in range(n)}, lambda c, x: remove(c, x))
    loop(lambda: {i: i for i in range(n)}, lambda c, x: put(c, x, 1))
    loop(lambda: {i: i for i in range(n)}, again)
    loop(lambda: set(range(n)), lambda c, x: c.add(x + 100))
    loop(lambda: set(range(n)), lambda c, x: c.discard(x))
    loop(lambda: list(range(n)), lambda c, x: c.append(x))
    loop(lambda: list(range(n)), lambda c, x: c.pop())
d = {i: i for i in range(5)}
v = iter(d.items())
print(next(v))
d[7] = 8
attempt('items', lambda: next(v))
attempt('items', lambda: next(v))
