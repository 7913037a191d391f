print([x * x for x in range(5)], [x for x in range(10) if x % 2 if x > 3], [(x, y) for x in "ab" for y in range(2)], [[y for y in range(x)] for x in range(4)])
print({x: x * 2 for x in range(3)}, {k: v for k, v in [("a", 1), ("b", 2)] if v > 1}, sorted({x % 3 for x in range(10)}), {(a, b) for a, b in [(1, 2)]})
print(sum(x for x in range(5)), list(x + y for x in [1, 2] for y in [10, 20] if x + y != 12), "".join(c.upper() for c in "abc"), max((len(w), w) for w in ["aa", "b"]))
x = "outer"
l = [x for x in range(3)]
print(x, l)
m = [[1, 2, 3], [4, 5, 6]]
print([[r[i] for r in m] for i in range(3)], [v for r in m for v in r], [a + b for a, b in zip(*m)], [*(i for i in range(3))])
def f():
    n = 3
    return [n * i for i in range(n)], {i: n for i in range(2)}, list(n for _ in range(2))
print(f())
print([y := 5, y * 2], y, [last := i for i in range(3)], last, any((w := v) > 2 for v in [1, 3, 5]), w)
def g():
    total = 0
    r = [total := total + i for i in range(5)]
    return r, total
print(g())
def noisy(n):
    print("noisy", n)
    return range(n)
gen = (i for i in noisy(3))
print("made")
print(next(gen), list(gen), list(gen))
gen = (a * b for a in noisy(2) for b in noisy(2))
print(list(gen))
try:
    [1 / i for i in [1, 0]]
except ZeroDivisionError as e:
    print(e)
try:
    (i for i in 5)
except TypeError as e:
    print(e)
print([f"{i}:{c}" for i, c in enumerate("xyz")], [lambda: k for k in range(3)][0](), [i if i % 2 else -i for i in range(4)], [a for a, *b in [(1, 2, 3)]], [b for a, *b in [(1, 2, 3)]])
primes = [n for n in range(2, 40) if all(n % d for d in range(2, int(n ** 0.5) + 1))]
print(primes, {len(w): [v for v in "a bb cc d".split() if len(v) == len(w)] for w in "a bb".split()})
