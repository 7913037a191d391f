print(len(""), len("héé"), len([1, 2]), len({}), len({1}), len(range(10)), len(range(0, 10, 3)), len(()), len("\U0001f600"))
class L:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
print(len(L(3)), bool(L(0)), bool(L(2)))
for bad in (5, None, 2.0, (x for x in []), len, L(-1), L("a"), L(2.0)):
    try:
        print(len(bad))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(sum([]), sum([1, 2, 3]), sum([1, 2], 10), sum([0.1] * 10), sum([[1], [2]], []), sum(x for x in range(5)), sum([True, True]), sum([1], start=5))
print(sum([(1,), (2,)], ()), sum([2**70, 1]), sum([1, 2.5]), sum({1: 2, 3: 4}))
for f in (lambda: sum(["a", "b"]), lambda: sum(["a"], ""), lambda: sum(5), lambda: sum([[1]]), lambda: sum()):
    try:
        print(f())
    except TypeError as e:
        print(e)
