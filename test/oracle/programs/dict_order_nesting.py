d = {}
for w in "the cat the dog the end".split():
    d[w] = d.get(w, 0) + 1
print(d)
del d["the"]
d["the"] = 0
print(d, list(d)[-1])
d["cat"] = 100
print(d)
groups = {}
for n in range(12):
    groups.setdefault(n % 3, []).append(n)
print(groups)
nested = {"a": {"b": {"c": [1, 2, {"d": "deep"}]}}}
print(nested["a"]["b"]["c"][2]["d"])
nested["a"]["b"]["c"][2]["d"] += "er"
nested["a"]["x"] = {**nested["a"]["b"], "extra": 1}
print(nested)
keys = {1: "int", 1.5: "float", "s": "str", None: "none", (1, 2): "tuple", frozenset([1]): "fs", True: "bool"}
print(keys, keys[1], keys[1.0], keys[frozenset([1])])
big = {i: i * i for i in range(200)}
for i in range(0, 200, 2):
    del big[i]
print(len(big), list(big)[:5], sum(big.values()))
for i in range(300, 310):
    big[i] = 0
print(list(big)[-3:], big.popitem(), len(big))
print({**{"a": 1}, "b": 2, **{"a": 3}}, {"x": 1, "x": 2}, dict(big) == big)
