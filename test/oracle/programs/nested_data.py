record = {"name": "Ada", "langs": ["py", "asm"], "address": {"city": "London", "zip": (1, 2)}, "tags": {"x"}, "none": None}
print(record)
print(record["address"]["zip"][1], record["langs"][-1][::-1], len(record["address"]))
record["langs"][0] += "thon"
record["address"]["zip"] += (3,)
record["matrix"] = [[0] * 3 for _ in range(2)]
record["matrix"][1][2] = "x"
print(record)
def walk(x, depth=0):
    pad = "  " * depth
    if isinstance(x, dict):
        for k, v in x.items():
            print(f"{pad}{k}:")
            walk(v, depth + 1)
    elif isinstance(x, (list, tuple, set)):
        for v in x: walk(v, depth + 1)
    else:
        print(f"{pad}{x!r}")
walk(record)
def copy(x):
    if isinstance(x, dict): return {k: copy(v) for k, v in x.items()}
    if isinstance(x, list): return [copy(v) for v in x]
    return x
c = copy(record)
c["langs"].append("new")
print(c == record, c["langs"], record["langs"], c["address"] == record["address"], c["address"] is record["address"])
print([1, [2, [3]]] == [1, [2, [3]]], {"a": [1]} == {"a": [1.0]}, ((1, 2), [3]) < ((1, 2), [4]), [[1], [2]] < [[1], [1, 5]])
a = [1]
b = [a, a]
a.append(b)
print(len(b), b[0] is b[1], a)
deep = []
for i in range(50): deep = [deep]
print(deep)
try:
    x = []
    for i in range(100000): x = [x]
    print(len(repr(x)))
except RecursionError as e:
    print("too deep")
