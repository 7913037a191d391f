def f(a, b): return a, b
def call(thunk):
    try:
        print(thunk())
    except Exception as e:
        print(type(e).__name__, e)
def two(v):
    a, b = v
    return a, b
def three(v):
    a, b, c = v
    return a, b, c
def starred(v):
    a, *b, c = v
    return a, b, c
def nested(v):
    a, (b, c) = v
    return a, b, c
class I:
    def __iter__(self): raise ValueError("iter raises")
class Short:
    def __getitem__(self, i):
        if i > 0: raise IndexError
        return i
for v in [5, None, 1.5, [], [1], [1, 2], [1, 2, 3], [1, 2, 3, 4], "a", "ab", "abc", {1: 2}, {1: 2, 3: 4}, (1, (2, 3)), range(2), range(9), I(), Short(), (x for x in range(2)), len, int]:
    for u in (two, three, starred, nested):
        if u is nested and not isinstance(v, (tuple, int, list)): continue
        try:
            print(u.__name__, u(v))
        except Exception as e:
            print(u.__name__, type(e).__name__, e)
for i in (lambda: [x for x, y in [(1, 2), 3]], lambda: {k: v for k, v in ["ab", "c"]}, lambda: [x for x, y in ["abc"]], lambda: dict([5]), lambda: f(*[1]), lambda: f(*"abc"), lambda: f(**{"a": 1}), lambda: f(1, **{"a": 2}), lambda: f(**{"a": 1, "b": 2, "c": 3}), lambda: f(*(), **{})):
    call(i)
