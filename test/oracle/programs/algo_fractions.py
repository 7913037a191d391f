class Fraction:
    def __init__(self, n, d=1):
        if d == 0: raise ZeroDivisionError(f"Fraction({n}, 0)")
        g = self.gcd(n, d) * (-1 if d < 0 else 1)
        self.n, self.d = n // g, d // g
    @staticmethod
    def gcd(a, b):
        a, b = abs(a), abs(b)
        while b: a, b = b, a % b
        return a or 1
    @classmethod
    def of(cls, x): return x if isinstance(x, cls) else cls(x)
    def __add__(self, o):
        o = self.of(o)
        return Fraction(self.n * o.d + o.n * self.d, self.d * o.d)
    __radd__ = __add__
    def __neg__(self): return Fraction(-self.n, self.d)
    def __sub__(self, o): return self + -self.of(o)
    def __rsub__(self, o): return self.of(o) - self
    def __mul__(self, o):
        o = self.of(o)
        return Fraction(self.n * o.n, self.d * o.d)
    __rmul__ = __mul__
    def __truediv__(self, o): return self * Fraction(self.of(o).d, self.of(o).n)
    def __rtruediv__(self, o): return self.of(o) / self
    def __pow__(self, k): return Fraction(self.n ** k, self.d ** k) if k >= 0 else Fraction(self.d ** -k, self.n ** -k)
    def __eq__(self, o): return (self.n, self.d) == (self.of(o).n, self.of(o).d)
    def __lt__(self, o): return self.n * self.of(o).d < self.of(o).n * self.d
    def __le__(self, o): return self == o or self < o
    def __hash__(self): return hash((self.n, self.d))
    def __float__(self): return self.n / self.d
    def __int__(self): return self.n // self.d
    def __bool__(self): return self.n != 0
    def __abs__(self): return Fraction(abs(self.n), self.d)
    def __repr__(self): return f"Fraction({self.n}, {self.d})"
    def __str__(self): return f"{self.n}/{self.d}" if self.d != 1 else str(self.n)
    def __format__(self, spec): return format(str(self), spec) if not spec.endswith("f") else format(float(self), spec)
a, b = Fraction(1, 2), Fraction(-3, -4)
print(a + b, a - b, a * b, a / b, -a, a + 1, 1 - a, 2 * a, 1 / b, a ** 3, b ** -2, a == Fraction(2, 4), a < b, b >= a, max(a, b), float(b), int(Fraction(7, 2)), bool(Fraction(0)), abs(-b), [a, b], f"{a:>6}|{b:.3f}")
print(sum([Fraction(1, k) for k in range(1, 11)]), sorted([b, a, Fraction(5), Fraction(1, 3)]), {a: "half"}[Fraction(1, 2)], a != b)
for f in (lambda: Fraction(1, 0), lambda: a / 0, lambda: a < "x", lambda: a + "x"):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
