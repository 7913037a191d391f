# Dicts and sets that are built, changed and gone through where the keys are of every kind, and how that fails.

class Odd:
    def __init__(self, n): self.n = n
    def __eq__(self, other): return isinstance(other, Odd) and self.n % 2 == other.n % 2
    def __hash__(self): return self.n % 2
    def __repr__(self): return 'Odd(' + str(self.n) + ')'

def fails(action):
    try: print('done', action())
    except Exception as error: print(type(error).__name__, error)

def build(a, b, c):
    d = {a: 1, b: 2, c: 3}
    s = {a, b, c}
    return (d, sorted([repr(x) for x in s]), len(s))

def builds():
    for a, b, c in [(1, 2, 3), (1, 1, 2), (1, True, 1.0), (0, False, -0.0), ('a', 'b', 'a'), ((1, 2), (1, 2), (2, 1)),
                    (2**40, 2**70, 2**40), (None, 1.5, 'x'), (Odd(1), Odd(2), Odd(3)), (1, Odd(1), 1), (2.5, 2.5, 3), ('\x01a', 'a', '')]:
        for turn in range(3): result = build(a, b, c)
        print(result)
    for bad in ([], {}, (1, []), {1}, slice(1)):
        fails(lambda: build(1, bad, 2))
        fails(lambda: {1, bad})
        fails(lambda: {bad: 1})
    print({}, set(), {5: {5: {}}}, {i: {i, -i} for i in range(3)})

def change(d, key):
    print(d.pop(key, 'none'), d.setdefault(key, 7), d.setdefault(key), d[key], d.pop(key), len(d))
    d[key] = 'x' * 100
    print(d.setdefault(key)[:2], d.pop(key)[:2], d.pop(key, 'y' * 100)[:2], d.setdefault(key), d.setdefault(key, 2**80))
    del d[key]
    d[key] = 2**80
    print(d.pop(key), d.setdefault(key, 2**81), d.pop(key, 2**82), d.pop(key, 2**82))
    def remove(): del d[key]
    fails(remove)
    fails(lambda: d.pop(key))
    fails(lambda: d.pop())
    fails(lambda: d.pop(key, 1, 2))
    fails(lambda: d.setdefault())
    fails(lambda: d.keys(1))
    fails(lambda: d.items(1))
    print(list(d.keys()), list(d.values()), list(d.items()))

def changes():
    for d in ({}, {i: i for i in range(5)}, {i: i for i in range(12)}, {i: i for i in range(100)}, {Odd(1): 1}, {'a': 1}):
        for key in (7, 'k', (1, 2), True, 1.5, None, Odd(4)):
            d.pop(7, None)
            d.pop(True, None)
            if key == Odd(1): d.pop(key, None)
            change(dict(d), key)
    def remove_from(thing, key): del thing[key]
    fails(lambda: {}.pop([]))
    fails(lambda: {1: 1}.pop([]))
    fails(lambda: {1: 1}.setdefault([]))
    for thing, key in (({1: 1}, []), ({}, []), ([1], 2), ((1,), 0), ('a', 0), ({1}, 1)): fails(lambda: remove_from(thing, key))

def numbers():
    patterns = [lambda i: i, lambda i: -i, lambda i: i * 2**20, lambda i: i * 2**33, lambda i: i / 8, lambda i: (i, i % 7), lambda i: i * 1000 % 997]
    for pattern in patterns:
        d = {}
        total = 0
        for i in range(400):
            d[pattern(i)] = i
            if i % 3 == 0: del d[pattern(i)]
            if i % 7 == 0: d.pop(pattern(i), None)
            if i % 50 == 49:
                while len(d) > 100: total += d.popitem()[1]
        for i in range(400): total += d.get(pattern(i), 1000) + (pattern(i) in d)
        print(len(d), total, list(d.items())[:3], 'x' in d, None in d)
        d['x'] = 1
        print(len(d), 'x' in d, pattern(1) in d, len(set(d)), len(set(d) | {1, 2, 'y'}))

def through(d):
    keys, values, items = [], [], []
    for k in d: keys.append(k)
    for v in d.values(): values.append(v)
    for k, v in d.items(): items.append((k, v))
    for pair in d.items(): items.append(pair)
    for k in reversed(d): keys.append(k)
    return (keys, values, items)

def goes():
    for d in ({}, {1: 2}, {i: i for i in range(3)}, {'a': 1, None: 2}): print(through(d))
    def grows(d):
        for k in d: d[k + 100] = 1
    def shrinks(d):
        for k, v in d.items(): del d[k]
    def turns(d):
        for k in d:
            del d[k]
            d[k] = 1
    def set_grows(s):
        for k in s: s.add(k + 1)
    def unpacks(d):
        for a, b, c in d.items(): pass
    for n in (1, 5, 20):
        for body in (grows, shrinks, turns, unpacks): fails(lambda: body({i: i for i in range(n)}))
        fails(lambda: set_grows(set(range(n))))
    d = {i: str(i) for i in range(300)}
    total = 0
    for turn in range(300):
        for k, v in d.items(): total += k + len(v)
    print(total)

def copies():
    for d in ({}, {1: 2}, {'a': 1, 'b': [2]}, {i: i for i in range(30)}, {Odd(1): 1, 2: 2}):
        e = dict(d)
        e['new'] = 1
        f = dict(d, x=1, y=2)
        f.update(d, z=3)
        g = {}
        g.update(d)
        g.update([(1, 'one')])
        h = {1: 0, 'q': 1}
        h.update(d)
        d.update(d)
        print(len(d), e, f, g, h, d | e == e | d, d == dict(d), {**d, 5: 5} == d)
        s = set(d)
        print(len(s | {1, 2}), len(s & {1, 2}), len(s - {1, 2}), len(s ^ {1, 2}), len(set(s)), len(frozenset(s) | s))

builds()
changes()
numbers()
goes()
copies()
