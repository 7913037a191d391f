print(list(reversed([1, 2, 3])), list(reversed("abc")), list(reversed((1, 2))), list(reversed({"a": 1, "b": 2})), list(reversed({1: 2}.items())))
class R:
    def __reversed__(self): return iter("rev")
class S:
    def __len__(self): return 3
    def __getitem__(self, i): return i * 10
print(list(reversed(R())), list(reversed(S())))
for bad in (5, {1}, None, (x for x in "a")):
    try:
        reversed(bad)
    except TypeError as e:
        print(e)
s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, slice(5), slice(None), s == slice(1, 10, 2), s.indices(5), slice(None, None, -1).indices(4), slice(-3, None).indices(10))
print([0, 1, 2, 3, 4, 5][slice(1, 4)], "abcdef"[slice(None, None, 2)])
class G:
    def __getitem__(self, k): return k
g = G()
print(g[1], g[1:2], g[::3], g[1, 2], g[1:2, 3], g["k"], g[:], g[()])
for f in (lambda: slice(), lambda: slice(1, 2, 3, 4), lambda: [1, 2]["a":], lambda: [1, 2][::0], lambda: "abc"[1.0:], lambda: [1][1.0], lambda: (1,)["a"], lambda: "abc"[None]):
    try:
        f()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
