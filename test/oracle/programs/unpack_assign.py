a = b = c = [1]
b.append(2)
print(a, b is c)
a, b = 1, 2
a, b = b, a + b
print(a, b)
x = [0, 1, 2]
i = 0
i, x[i] = 1, "set"
print(i, x)
(a, (b, [c, *d])), e = (1, (2, "xyz")), 3
print(a, b, c, d, e)
*a, = range(3)
print(a)
a, *b = "h"
print(a, b)
class O: pass
o = O()
o.a, o.b, x[0] = "p", "q", "r"
print(o.a, o.b, x)
o.l = [1, 2, 3]
o.l[1:], o.n = ["z"], 5
print(o.l, o.n)
o.n += 1
o.l[0] -= 10
o.l += [7]
print(o.n, o.l)
d = {}
d["a"], d["b"] = 1, 2
d["a"] += 5
d["c"] = d["d"] = []
d["c"].append(1)
print(d)
for d["loop"] in range(3): pass
for o.n, x[0] in [(1, 2), (3, 4)]: pass
print(d["loop"], o.n, x)
def order(tag):
    print(tag, end=" ")
    return tag
l = [0, 0, 0]
l[order(0)], l[order(1)] = order("v0"), order("v1")
print(l)
def idx():
    print("idx", end=" ")
    return 2
l[idx()] = order("rhs")
l[idx()] += order("!")
print(l)
[p, q], r = [[1, 2], 3]
print(p, q, r)
x: int = 5
y: "str"
print(x)
del p, (q, r)
try:
    p
except NameError as err:
    print(err)
first, (second, *others), *rest = 1, "abc", 4, 5
print(first, second, others, rest)
