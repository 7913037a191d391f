print(list(), list("abc"), list({1: 2}), list((1, 2)), list(range(3)), tuple(), tuple("ab"), tuple([1, [2]]), set() == set([]), sorted(set("hello")))
print(dict(), dict(a=1, b=2), dict([("x", 1), ["y", 2]]), dict({"p": 1}, q=2), dict(zip("ab", [1, 2])), dict(["ab", "cd"]))
print(frozenset([1, 1]), sorted(frozenset("aab")), str(list), tuple([x for x in range(2)]))
t = (1, 2)
print(tuple(t) is t, list([1]) == [1], () is tuple(), tuple("") is ())
class M:
    def keys(self): return ["a", "b"]
    def __getitem__(self, k): return k * 2
print(dict(M()), {**M()}, dict(M(), c=1))
for f in (lambda: list(5), lambda: tuple(None), lambda: set(1.5), lambda: dict(5), lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: dict(["abc"]), lambda: frozenset(5), lambda: set([[]]), lambda: list(1, 2), lambda: dict(1, 2), lambda: tuple(1, 2), lambda: str(1, 2, 3, 4), lambda: dict([("a",)])):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
