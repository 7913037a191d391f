def curry(f, n):
    def take(*args): return f(*args) if len(args) >= n else lambda *more: take(*args, *more)
    return take
add3 = curry(lambda a, b, c: a + b + c, 3)
print(add3(1)(2)(3), add3(1, 2)(3), add3(1)(2, 3))
def reduce(f, items, *start):
    it = iter(items)
    acc = start[0] if start else next(it)
    for x in it: acc = f(acc, x)
    return acc
print(reduce(lambda a, b: a * b, range(1, 8)), reduce(lambda a, b: b + a, "abc", ""), reduce(max, [3, 9, 2]))
def partial(f, *a, **k): return lambda *b, **l: f(*a, *b, **{**k, **l})
print(partial(int, base=2)("1010"), partial(print, "pre", sep="-")("x", "y"), partial(max, 5)(3, 9))
def groupby(items, key):
    out = {}
    for i in items: out.setdefault(key(i), []).append(i)
    return out
print(groupby("apple ant bee bat cat".split(), lambda w: w[0]), groupby(range(10), lambda n: n % 3))
def accumulate(it, f=lambda a, b: a + b):
    total = None
    for x in it:
        total = x if total is None else f(total, x)
        yield total
print(list(accumulate([1, 2, 3, 4])), list(accumulate([3, 1, 4], max)))
def product(*its):
    if not its: yield ()
    else:
        for x in its[0]:
            for rest in product(*its[1:]): yield (x, *rest)
print(list(product("ab", [1, 2], (True,))))
def combos(l, k):
    if k == 0: yield []
    else:
        for i in range(len(l)):
            for r in combos(l[i + 1:], k - 1): yield [l[i]] + r
print(list(combos("abcd", 2)), len(list(combos(range(8), 4))))
class Maybe:
    def __init__(self, v): self.v = v
    def bind(self, f): return self if self.v is None else Maybe(f(self.v))
    __rshift__ = bind
    def __repr__(self): return f"Maybe({self.v})"
print(Maybe(4) >> (lambda x: x + 1) >> (lambda x: x * 2), Maybe(None) >> len, Maybe({"a": 1}) >> (lambda d: d.get("b")) >> str)
print([f(9) for f in [lambda x: x ** 0.5, str, bin, lambda x: [x] * 2, bool]])
church = [lambda f: lambda x: x]
succ = lambda n: lambda f: lambda x: f(n(f)(x))
for _ in range(5): church.append(succ(church[-1]))
print([c(lambda v: v + 1)(0) for c in church])
trampoline = lambda f: lambda *a: run_t(f(*a))
def run_t(r):
    while callable(r): r = r()
    return r
def down(n): return "done" if n == 0 else lambda: down(n - 1)
print(trampoline(down)(5000))
