print(repr("a'b"), repr('a"b'), repr("a'\"b"), repr("\t\n\r\\"), repr("\x1b\x7f\xa0\xad"), repr("\u2028é€"), repr("😀"), repr("\ud800"))
print(repr(1.0), repr(1e16), repr(1e15), repr(123456789.123), repr(1e-5), repr(0.0001), repr(-0.0), repr(1e300 * 1e10), repr(5e-324), repr(0.1 + 0.2))
print(repr([]), repr(()), repr((1,)), repr({}), repr(set()), repr({1}), repr(frozenset()), repr(frozenset([1])), repr([[], ()]), repr({1: {2: 3}}))
print(repr(None), repr(True), repr(range(3)), repr(slice(1, 2, None)), repr(NotImplemented), repr(int), repr(ValueError("x", 1)), repr(ValueError()), repr(KeyError("k")))
print(str([1, "2"]), str(("a",)), str({"a": "b"}), str(ValueError("x")), str(ValueError("a", 1)), str(KeyError("k")), str(Exception()), str(type(1)))
l = [1]
l.append(l)
print(l)
d = {"self": None}
d["self"] = d
print(d)
t = ([],)
t[0].append(t)
print(t)
print({}.keys(), {1: 2}.values(), {1: 2}.items(), str("z"))
class R:
    def __repr__(self): return "R!"
print(R(), [R()], str(R()), (R(),), {"r": R()})
class W:
    def __repr__(self): return 5
    def __str__(self): return None
for f in (lambda: repr(W()), lambda: str(W()), lambda: print(W()), lambda: f"{W()}"):
    try:
        f()
    except TypeError as e:
        print(e)
