print(max(1, 2, 3), min([4, 2, 8]), max("hello"), min("b", "a"), max([1], key=None), max([], default=0), min([], default=None))
print(max(["aa", "b", "ccc"], key=len), min(["aa", "b", "ccc"], key=len), max(-5, 3, key=abs), min({3: 1, 1: 2}))
print(max([(1, "b"), (1, "a")]), max([1, 1.0]), max([1.0, 1]), max(True, 2), min([3, 1, 2], key=lambda x: -x))
print(max([1, 5, 3], [1, 4, 9]), max("abc", "abd"), max(x * x for x in range(-3, 3)))
for f in (lambda: max([]), lambda: min(()), lambda: max(), lambda: max(5), lambda: max(1, "a"), lambda: max([1, None]), lambda: max(1, 2, default=3), lambda: min(1, 2, foo=3), lambda: min(1, "a")):
    try:
        f()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
class V:
    def __init__(self, n): self.n = n
    def __lt__(self, o): return self.n < o.n
    def __gt__(self, o): return self.n > o.n
    def __repr__(self): return f"V{self.n}"
print(max(V(1), V(3), V(2)), min([V(4), V(2)]), sorted([V(3), V(1)]))
