class V:
    def __init__(self, *c): self.c = c
    def __repr__(self): return f"V{self.c}"
    def __add__(self, o): return V(*(a + b for a, b in zip(self.c, o.c))) if isinstance(o, V) else NotImplemented
    def __sub__(self, o): return V(*(a - b for a, b in zip(self.c, o.c)))
    def __mul__(self, k): return V(*(a * k for a in self.c)) if isinstance(k, (int, float)) else sum(a * b for a, b in zip(self.c, k.c))
    __rmul__ = __mul__
    def __truediv__(self, k): return V(*(a / k for a in self.c))
    def __neg__(self): return V(*(-a for a in self.c))
    def __pos__(self): return self
    def __invert__(self): return "inv"
    def __abs__(self): return sum(a * a for a in self.c) ** 0.5
    def __eq__(self, o): return isinstance(o, V) and self.c == o.c
    def __bool__(self): return any(self.c)
    def __len__(self): return len(self.c)
    def __getitem__(self, i): return self.c[i]
    def __iter__(self): return iter(self.c)
    def __contains__(self, x): return x in self.c
a, b = V(1, 2), V(3, 4)
print(a + b, b - a, a * 2, 3 * a, a * b, b / 2, -a, +a is a, ~a, abs(b), a == V(1, 2), a != b, bool(V(0, 0)), len(a), a[1], a[0:1], list(a), 2 in a)
for f in (lambda: a + 1, lambda: 1 + a, lambda: a < b, lambda: a // 2, lambda: a ** 2, lambda: hash(a), lambda: {a: 1}, lambda: a[5], lambda: a(), lambda: int(a), lambda: a & a, lambda: 5 - a):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
class R:
    def __init__(self, n): self.n = n
    def __radd__(self, o): return f"radd {o} {self.n}"
    def __rsub__(self, o): return f"rsub {o}"
    def __rmul__(self, o): return f"rmul {o}"
    def __rtruediv__(self, o): return f"rtruediv {o}"
    def __rfloordiv__(self, o): return f"rfloordiv {o}"
    def __rmod__(self, o): return f"rmod {o}"
    def __rpow__(self, o): return f"rpow {o}"
    def __rand__(self, o): return f"rand {o}"
    def __ror__(self, o): return f"ror {o}"
    def __rxor__(self, o): return f"rxor {o}"
    def __rlshift__(self, o): return f"rlshift {o}"
    def __rrshift__(self, o): return f"rrshift {o}"
r = R(1)
print(1 + r, 2 - r, 3 * r, 4 / r, 5 // r, 6 % r, 7 ** r, 8 & r, 9 | r, 10 ^ r, 11 << r, 12 >> r, "s" * r, [1] + r)
class All:
    def __add__(self, o): return "add"
    def __sub__(self, o): return "sub"
    def __mul__(self, o): return "mul"
    def __truediv__(self, o): return "truediv"
    def __floordiv__(self, o): return "floordiv"
    def __mod__(self, o): return "mod"
    def __pow__(self, o): return "pow"
    def __and__(self, o): return "and"
    def __or__(self, o): return "or"
    def __xor__(self, o): return "xor"
    def __lshift__(self, o): return "lshift"
    def __rshift__(self, o): return "rshift"
x = All()
print(x + 1, x - 1, x * 1, x / 1, x // 1, x % 1, x ** 1, x & 1, x | 1, x ^ 1, x << 1, x >> 1)
x += 1
print(x)
class Sub(V):
    def __radd__(self, o): return "sub radd first"
print(a + Sub(1, 1))
