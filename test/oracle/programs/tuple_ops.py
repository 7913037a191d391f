t = (1, 2, 3)
print(t, (), (1,), t[0], t[-1], t[1:], t[::-1], t + (4,), t * 2, len(t), 2 in t, t.index(2), t.count(3), t == (1, 2, 3), t < (1, 3), hash(t) == hash((1, 2, 3)))
a, b, c = t
(d, e), f = (1, 2), 3
[g, h] = "xy"
print(a, b, c, d, e, f, g, h)
a, b = b, a
print(a, b)
first, *rest = range(5)
*init, last = "abc"
x, *mid, y = [1, 2]
print(first, rest, init, last, x, mid, y)
for i, (j, *k) in [(1, (2, 3, 4)), (5, [6])]:
    print(i, j, k)
t += (9,)
print(t)
print({(1, 2): "a"}[(1, 2)], {(0, i): i for i in range(2)}, tuple(sorted(t, reverse=True)))
def g1(): t[0] = 1
def g2(): del t[0]
def g3(): a, b = 1, 2, 3
def g4(): a, b, c = 1, 2
def g5(): a, b = 5
def g6(): a, *b = ()
def g7(): t.append(1)
def g8(): t + [1]
def g9(): t[10]
def g10(): t.index(99)
def g11(): a, *b, c = [1]
def g12(): a, b = None
def g13(): a, b = "abc"
for f in (g1, g2, g3, g4, g5, g6, g7, g8, g9, g10, g11, g12, g13):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
