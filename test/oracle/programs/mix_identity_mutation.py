a = [1, 2]
b = a
c = a[:]
b.append(3)
print(a, b, c, a is b, a is c, a == c)
def change(l, d, n):
    l.append("in")
    d["k"] = "in"
    n += 1
    l = ["rebound"]
    return n
x, y, z = [], {}, 1
print(change(x, y, z), x, y, z)
t = ([],)
t[0].append(1)
print(t)
def default(v, seen=[], *, cache={}):
    seen.append(v)
    cache[v] = len(seen)
    return seen, cache
print(default(1))
print(default(2), default(3, []), default(4, cache={}))
m = [[0] * 2] * 2
m[0][0] = 1
print(m, m[0] is m[1])
d = dict.fromkeys("ab", [])
d["a"].append(1)
print(d)
s1, s2 = {1}, {1}
print(s1 == s2, s1 is s2, None is None, True is True, () is ())
l = [1, 2, 3, 4, 5]
for i, v in enumerate(l):
    if v % 2: l[i] = v * 10
print(l, [l.pop() for _ in range(2)], l)
it = iter(l)
l.insert(0, "new")
print(list(it))
class Shared:
    items = []
    def __init__(self): self.own = []
p, q = Shared(), Shared()
p.items.append(1)
p.own.append(2)
p.items = p.items + ["mine"]
print(p.items, q.items, Shared.items, p.own, q.own)
def gen():
    data = [1]
    while True:
        data.append((yield data))
g = gen()
first = next(g)
second = g.send("x")
print(first, second, first is second)
n = 5
fs = [lambda: n, lambda n=n: n]
n = 6
print([f() for f in fs])
a = b = []
a += [1]
a = a + [2]
print(a, b)
k = [3, 1, 2]
r = k.sort()
print(r, k, sorted(k, reverse=True), k)
e = {"a": [1]}
f = {**e}
f["a"].append(2)
f["b"] = 1
print(e, f)
w = x_ = object()
print(w is x_, [w] == [x_], id(w) == id(x_))
