# Sorts, built-ins with arguments by name, loops through zip, enumerate and objects, special methods, tables: what the loop has ways of its own for.

def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

a = [3, "x", 1, None]
show(lambda: a.sort(key=abs)); print(a)
show(lambda: a.sort(key=len)); print(a)
b = [[1, 2], [], [3]]
b.append(b)
b.sort(key=len); print([len(x) for x in b])
show(lambda: sorted([3, 1, 2], key=None, reverse=2))
show(lambda: sorted([3, 1, 2], kee=None))
show(lambda: sorted("bca", key=ord, reverse=True))
show(lambda: sorted([(1, "b"), (1, "a"), (0, "z")], reverse=True))
show(lambda: sorted([(1, "b", 2.5), (1, "b", float("nan")), (0, "z", 1)]))
show(lambda: sorted([(1, 2), (1,), (), (1, 2, 3), (1, 1)]))
show(lambda: sorted([(1, 2), (1, "a")]))
show(lambda: sorted(["b", 2]))
show(lambda: [x for x, _ in sorted([(i % 3, i) for i in range(12)], key=lambda p: p[0])])
show(lambda: sorted([5, 3, 9], key=str))
show(lambda: sorted([5, 3, 9], key=float))
show(lambda: sorted(["10", "9", "x"], key=int))
show(lambda: sorted(["10", "9", "1"], key=int))
stable = [(i % 4, i) for i in range(13)]
for n in (2, 5, 11, 12, 13):
    c = stable[:n]
    c.sort(key=lambda p: p[0]); print(c)
    c = stable[:n]
    c.sort(key=lambda p: p[0], reverse=True); print(c)
    c = [str(p[0]) for p in stable[:n]]
    c.sort(reverse=True); print(c)
    c = [(p[0], "v") for p in stable[:n]]
    c.sort(reverse=True); print(c)
show(lambda: "a b c".split(sep=" ", maxsplit=1))
show(lambda: "{x}-{y}".format(x=1, y=2))
show(lambda: "{x}".format(y=2))
show(lambda: int("ff", base=16))
show(lambda: int(x=3))
show(lambda: dict(a=1, b=2))
show(lambda: print("a", "b", sep="-", end="!\n"))
show(lambda: "abc".split(seq=1))
show(lambda: max([1, -5, 3], key=abs))
show(lambda: max([], default=7))
show(lambda: sum([1, 2], start=10))
show(lambda: enumerate(["a"], start=3).__next__())
show(lambda: list(zip([1, 2], [3], strict=True)))
show(lambda: [].sort(1))
show(lambda: [1].index(value=1))
d = {}
d.update(x=1); d.update({"y": 2}, z=3); print(d)

def zips():
    out = []
    for x, y in zip([1, 2.5, "s"], (4, 5)):
        out.append((x, y))
    for x, y in zip([1.5, 2.5], [0.5, 1.5]):
        out.append(x + y)
    for i, c in enumerate("añ😀", 2):
        out.append((i, c))
    l = [1, 2, 3]
    for i, x in enumerate(l):
        if i < 5:
            l.append(x)
        out.append(x)
    a = iter([1, 2, 3, 4])
    for x, y in zip(a, a):
        out.append((x, y))
    e = zip([1, 2, 3], iter([1]))
    for x, y in e:
        out.append((x, y))
    try:
        for x, y in zip([1], [2], [3]):
            pass
    except ValueError as err:
        out.append(str(err))
    try:
        for x, y, z in enumerate([1]):
            pass
    except ValueError as err:
        out.append(str(err))
    for x, in zip([1, 2]):
        out.append(x)
    for i, x in enumerate([9], 9007199254740991):
        out.append(i)
    for i, x in enumerate([9, 8], 9007199254740990):
        out.append(i)
    return out
for _ in range(3):
    print(zips())

class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0:
            raise StopIteration("over")
        if self.n == -3:
            raise KeyError("bad")
        self.n -= 1
        return self.n
class Def(It):
    def __next__(self, extra=5):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n + extra
class Gen(It):
    def __next__(self):
        yield 1
def loops():
    out = [x for x in It(3)]
    for x in It(4):
        out.append(x)
        if x == 2: break
    for x in Def(3): out.append(x)
    try:
        for x in It(-1): out.append(x)
    except KeyError as e:
        out.append(str(e))
    n = 0
    for g in Gen(1):
        n += 1
        if n == 3: break
    out.append(list(g))
    i = It(5)
    for x in i:
        for y in i:
            out.append((x, y))
    del It.__next__
    try:
        for x in i: pass
    except TypeError as e:
        out.append(str(e))
    return out
save = It.__next__
for _ in range(3):
    print(loops())
    It.__next__ = save

class Box:
    def __init__(self, v): self.v = v
    def __getitem__(self, i): return self.v[i]
    def __neg__(self): return Box([-x for x in self.v])
    def __len__(self): return len(self.v)
    def __invert__(self): raise ValueError("no")
def boxes():
    b = Box([1, 2, 3])
    out = [b[0], b[-1], (-b)[1], b[0:2], len(b)]
    try:
        b[7]
    except IndexError as e:
        out.append(str(e))
    try:
        ~b
    except ValueError as e:
        out.append(str(e))
    try:
        b["x"]
    except TypeError as e:
        out.append(str(e))
    return out, list(b), 2 in b
for _ in range(3):
    print(boxes())
t = (1, 2)
print(tuple(t) is t, tuple([1]), tuple(()), tuple("ab"))
show(lambda: tuple(1))
s = set()
for i in range(3000):
    s.add(i % 1000); s.add(float(i % 10)); s.add(True)
    if i % 7 == 0: s.discard(i)
print(len(s), sum(s))
dd = {}
for i in range(3000):
    dd[i % 700] = i
    dd[(i % 5) * 1.0] = "f"
    if i % 11 == 0: del dd[i % 700]
print(len(dd), list(dd)[:8], dd[3])
big = 1
for i in range(2000):
    big = big * 3 + i
    x, y = big, -big
    x, y = y, x
print(big % 10**9, (x + y), hash(big) % 1000003)
