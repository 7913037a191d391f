d = {"a": 1, "b": 2, "c": 3}
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k), "a" in k, 2 in v, ("a", 1) in i, ("a", 2) in i)
d["z"] = 26
print(k, list(reversed(k)), list(reversed(v)), list(reversed(i)))
print(sorted(k & {"a", "q"}), sorted(k | {"q"}), sorted(k - {"a"}), sorted(k ^ {"a", "y"}), k == {"a", "b", "c", "z"}, k >= {"a"}, k.isdisjoint({"x"}), k == d.keys(), v == d.values(), i == d.items())
for key, val in d.items():
    print(key, val, end="; ")
print()
try:
    for key in d:
        d[key + "!"] = 1
except RuntimeError as e:
    print(e)
try:
    for key in list(d):
        del d[key]
    print(d)
    d = {"p": 1, "q": 2}
    for key in d:
        del d[key]
except RuntimeError as e:
    print(e)
d = {1: "a", 2: "b"}
try:
    for k in d.values():
        d[len(d) + 1] = k
except RuntimeError as e:
    print(e)
inverse = {v: k for k, v in {"x": 1, "y": 2}.items()}
print(inverse, max(inverse), {k: v for k, v in sorted({"b": 1, "a": 2}.items())})
for f in (lambda: d.keys()[0], lambda: d.keys() + [1], lambda: len(d.items) , lambda: d.keys() & 5, lambda: hash(d.keys()), lambda: d.values() & {1}):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
it = iter({1: 2, 3: 4}.items())
print(next(it), next(it), next(it, None))
