class Matrix:
    def __init__(self, rows): self.rows = [list(r) for r in rows]
    def __getitem__(self, k):
        if isinstance(k, tuple):
            r, c = k
            return self.rows[r][c]
        if isinstance(k, slice): return Matrix(self.rows[k])
        return self.rows[k]
    def __setitem__(self, k, v):
        r, c = k
        self.rows[r][c] = v
    def __delitem__(self, r): del self.rows[r]
    def __len__(self): return len(self.rows)
    def __str__(self): return "\n".join(" ".join(map(str, r)) for r in self.rows)
    def __call__(self, f): return Matrix([[f(x) for x in r] for r in self.rows])
    def __contains__(self, x): return any(x in r for r in self.rows)
    def __reversed__(self): return reversed(self.rows)
m = Matrix([[1, 2], [3, 4], [5, 6]])
m[0, 1] = 20
m[1, 0] += 100
print(m)
print(m[1, 1], m[2], len(m), len(m[1:]), 20 in m, 7 in m, list(reversed(m)))
print(m(lambda x: x * 2))
del m[0]
print(m, bool(m), callable(m))
class Poly:
    def __init__(self, *c): self.c = c
    def __call__(self, x, *more, scale=1): return scale * sum(k * x ** i for i, k in enumerate(self.c)) + sum(more)
p = Poly(1, 2, 3)
print(p(2), p(2, 10), p(x=1, scale=2), list(map(p, range(3))), p.__call__(1))
class Conv:
    def __int__(self): return 7
    def __float__(self): return 7.5
    def __index__(self): return 3
    def __str__(self): return "conv"
    def __len__(self): return 4
    def __round__(self, n=None): return ("round", n)
c = Conv()
print(int(c), float(c), [0, 1, 2, 3][c], "abcdef"[c:], str(c), len(c), round(c), round(c, 2), range(c), "x" * c, hex(c), "%d" % c, "%s" % c, "{:>6}".format(str(c)))
class BadConv:
    def __int__(self): return "x"
    def __float__(self): return 1
    def __index__(self): return 1.5
    def __len__(self): return "n"
    def __str__(self): return 5
    def __repr__(self): return None
    def __contains__(self, x): return "truthy"
b = BadConv()
print(1 in b)
for f in (int, float, lambda x: [1][x], len, str, repr, bin, range):
    try:
        print(f(b))
    except TypeError as e:
        print(e)
class Fn:
    def __init__(self): self.f = lambda x: x + 1
    def __getitem__(self, k): return k
print(Fn().f(1), Fn()[1:2], Fn()[None], Fn()["a", 1:2])
