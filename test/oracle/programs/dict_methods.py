d = {"a": 1, "b": 2}
d["c"] = 3
print(d, d["a"], d.get("z"), d.get("z", 0), d.get("a", 0), len(d), "a" in d, 1 in d, list(d), list(d.keys()), list(d.values()), list(d.items()))
print(d.pop("a"), d.pop("zz", None), d.setdefault("b", 9), d.setdefault("n", 9), d.setdefault("m"), d)
d.update({"x": 1}, y=2)
d.update([("z", 3)])
d.update(k=5)
print(d, d.popitem(), d.copy() == d, d.copy() is d)
print(dict.fromkeys("ab"), dict.fromkeys([1, 2], 0), {}.fromkeys("x", []))
d2 = d | {"b": "new"}
print(d2, d2 == d)
d |= {"q": 1}
print(d, {1: 2} == {1.0: 2}, {1: 1, True: 2}, {} == [], {"a": 1, "b": 2} == {"b": 2, "a": 1})
del d["q"]
d.clear()
print(d, bool(d))
for f in (lambda: {}["x"], lambda: {}.pop("x"), lambda: {}.popitem(), lambda: {1: 2}[3], lambda: {}[[]], lambda: {}.update(5), lambda: {}.update([1]), lambda: {} < {}, lambda: {} + {}, lambda: {}.get(), lambda: {}.nope, lambda: {} | 5, lambda: dict.fromkeys(5), lambda: {}.setdefault(), lambda: {}.pop(), lambda: {}.update(1, 2), lambda: {}.get([])):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
def rm():
    del {}["gone"]
try:
    rm()
except KeyError as e:
    print(repr(e), e, e.args)
