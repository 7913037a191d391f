def f(x):
    if x == 3: raise StopIteration
    return x * 2
def g(x):
    if x == 3: raise ValueError("three")
    return x
def gen():
    yield 1
    yield 2
def h(x):
    t = 0
    for y in gen(): t += y * x
    return t
out = []
for a in map(f, [1, 2, 3, 4]): out.append(a)
print(out)
try:
    for a in map(g, [1, 2, 3, 4]): out.append(a)
except ValueError as e: print("caught", e, out)
print([a for a in map(h, range(4))])
for a in map(lambda x: [x, x], "abc"): print(a)
for a in filter(lambda x: x % 2, range(7)): print(a)
for a in filter(g, range(3)): print(a)
try:
    for a in filter(g, range(5)): print(a)
except ValueError as e: print("filter", e)
for a in filter(f, [1, 0, 3, 5]): print("f", a)
def big(x): return "x" * (x * 1000)
print(sum(len(s) for s in map(big, range(5))))
for s in map(big, range(4)): print(len(s))
def k(x, y=2): return x + y
for s in map(k, [1, 2]): print(s)
def inner():
    for a in map(f, [1, 2, 5]):
        yield a
print(list(inner()))
m = map(f, [7, 8, 9])
for a in m:
    print(a)
    break
print(next(m), list(m))
def rec(n):
    if n == 0: return 0
    t = 0
    for a in map(rec, [n - 1]): t += a + 1
    return t
print(rec(50))
class P:
    def __init__(self, v): self.v = v
    def __lt__(self, o):
        if self.v == 13: return NotImplemented
        if self.v == 14: return []
        if self.v == 15: return [1]
        return self.v < o.v
    def __gt__(self, o): return self.v > o.v
    def __repr__(self): return f"P{self.v}"
print(sorted([P(3), P(1), P(2)]), sorted([P(13), P(2), P(14), P(15), P(7), P(1)]))
print(sorted([P(i * 7919 % 101) for i in range(60)]))
class Q(P):
    def __gt__(self, o): return self.v * 2 > o.v
print(sorted([P(3), Q(1), P(2), Q(9), Q(4), P(4)]))
class R:
    def __lt__(self, o): raise KeyError("no")
xs = [R(), R(), R()]
try: sorted(xs)
except KeyError as e: print("key", e)
class S:
    def __lt__(self, o): return NotImplemented
try: sorted([S(), S()])
except TypeError as e: print(e)
try: sorted([P(1), 3])
except Exception as e: print(type(e).__name__, e)
try: sorted([3, P(1)])
except Exception as e: print(type(e).__name__, e)
class T:
    def __init__(self, v): self.v = v
    def __lt__(self, o):
        def g():
            yield self.v
            yield o.v
        a, b = g()
        return a < b
print([t.v for t in sorted([T(i * 31 % 17) for i in range(40)], reverse=True)])
xs = [P(5), P(4), P(3)]
class U(P):
    def __lt__(self, o):
        ys.append(1)
        return self.v < o.v
ys = [U(2), U(1), U(3)]
try: ys.sort()
except ValueError as e: print(e)
