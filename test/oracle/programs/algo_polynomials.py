class Poly:
    def __init__(self, *c):
        c = list(c)
        while len(c) > 1 and c[-1] == 0: c.pop()
        self.c = c or [0]
    @property
    def degree(self): return len(self.c) - 1
    def __call__(self, x):
        r = 0
        for k in reversed(self.c): r = r * x + k
        return r
    def __add__(self, o):
        n = max(len(self.c), len(o.c))
        return Poly(*((self.c[i] if i < len(self.c) else 0) + (o.c[i] if i < len(o.c) else 0) for i in range(n)))
    def __neg__(self): return Poly(*[-k for k in self.c])
    def __sub__(self, o): return self + -o
    def __mul__(self, o):
        if isinstance(o, (int, float)): return Poly(*(k * o for k in self.c))
        out = [0] * (len(self.c) + len(o.c) - 1)
        for i, a in enumerate(self.c):
            for j, b in enumerate(o.c): out[i + j] += a * b
        return Poly(*out)
    __rmul__ = __mul__
    def __divmod__(self, o):
        r, q = self.c[:], [0] * max(1, len(self.c) - o.degree)
        while len(r) > o.degree and any(r):
            k = r[-1] // o.c[-1]
            s = len(r) - len(o.c)
            q[s] = k
            for i, v in enumerate(o.c): r[s + i] -= k * v
            r.pop()
        return Poly(*q), Poly(*r)
    def __pow__(self, n):
        r = Poly(1)
        for _ in range(n): r *= self
        return r
    def __getitem__(self, i): return self.c[i]
    def __eq__(self, o): return self.c == o.c
    def derive(self): return Poly(*[i * k for i, k in enumerate(self.c)][1:])
    def __str__(self):
        terms = []
        for i, k in reversed(list(enumerate(self.c))):
            if k: terms.append(("-" if k < 0 else "+", (str(abs(k)) if abs(k) != 1 or i == 0 else "") + ("x" if i else "") + (f"^{i}" if i > 1 else "")))
        if not terms: return "0"
        s = ("-" if terms[0][0] == "-" else "") + terms[0][1]
        return s + "".join(f" {sign} {t}" for sign, t in terms[1:])
p, q = Poly(-1, 0, 1), Poly(1, 1)
print(p, "|", q, "|", p + q, "|", p - q, "|", p * q, "|", 3 * p, "|", q ** 4, "|", -p, "|", Poly(), "|", p.derive())
d, r = divmod(p, q)
print(d, r, d * q + r == p, p(3), [q(x) for x in range(-2, 3)], p.degree, p[2], (q ** 10).c)
p += q
p *= 2
print(p, list(map(p, [0, 1])), str(Poly(0, -1, 0, 5)))
