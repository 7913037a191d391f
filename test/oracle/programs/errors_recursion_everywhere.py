def t(f, *a):
    try: print('ok', f(*a))
    except RecursionError as e: print('RE', str(e)[:32], type(e).__name__)
    except Exception as e: print(type(e).__name__, str(e)[:60])
class E(Exception): pass
a = ValueError(1); a.args = (a,)
t(lambda: repr(a)[:1]); t(lambda: str(a)[:1])
class S:
    def __str__(self): return str(self)
    def __repr__(self): return repr(self)
    def __eq__(self, o): return self == o
    def __lt__(self, o): return self < o
    def __hash__(self): return hash(self)
    def __len__(self): return len(self)
    def __bool__(self): return bool(self)
    def __iter__(self): return iter(self)
    def __next__(self): return next(self)
    def __getattr__(self, n): return getattr(self, n)
    def __setattr__(self, n, v): self.x = v
    def __getitem__(self, i): return self[i]
    def __setitem__(self, i, v): self[i] = v
    def __contains__(self, i): return i in self
    def __call__(self): return self()
    def __add__(self, o): return self + o
    def __iadd__(self, o): self += o; return self
    def __neg__(self): return -self
    def __int__(self): return int(self)
    def __index__(self): return [1][self]
    def __format__(self, s): return format(self, s)
    def __enter__(self):
        with self: pass
    def __exit__(self, *a): pass
    @property
    def p(self): return self.p
    def __reversed__(self): return reversed(self)
s = S()
def w():
    with s: pass
def ia():
    q = s
    q += 1
for f in (lambda: str(s), lambda: repr(s), lambda: s == s, lambda: s < s, lambda: hash(s), lambda: len(s), lambda: bool(s), lambda: iter(s), lambda: next(s), lambda: s.foo, lambda: setattr(s, 'x', 1), lambda: s[0], lambda: s.__setitem__(0, 1), lambda: 1 in s, lambda: s(), lambda: s + 1, ia, lambda: -s, lambda: int(s), lambda: hex(s), lambda: f'{s}', w, lambda: s.p, lambda: reversed(s), lambda: [s] == [S()], lambda: {s: 1}, lambda: print(s), lambda: '%s' % s, lambda: sorted([s, s]), lambda: max(s, s), lambda: not s, lambda: [x for x in s], lambda: S().y):
    t(f)
def r(): return r()
def r2():
    try: return r2()
    finally: pass
def r3(): return [r3() for _ in (1,)]
def r4(): yield from r4()
def r5(): return sorted([2, 1], key=lambda x: r5())
def r6(): return list(map(lambda x: r6(), [1]))
class I:
    def __init__(self): self.x = I()
class D:
    def __getattr__(self, n): return self.__dict__ if 0 else self.other
for f in (r, r2, r3, lambda: list(r4()), r5, r6, I, lambda: D().q): t(f)
depth = 0
def count():
    global depth
    depth += 1
    count()
try: count()
except RecursionError: print(depth)
def handled(n):
    try: return handled(n + 1)
    except RecursionError: return n
print(handled(0) > 900)
l = []
for i in range(5000): l = [l]
t(lambda: repr(l)); t(lambda: str(l)); 1
m = []
for i in range(5000): m = [m]
t(lambda: l == m); t(lambda: l < m)
tt = uu = ()
for i in range(100000): tt, uu = (tt,), (uu,)
t(lambda: tt == uu); t(lambda: repr(tt))
d = {}
for i in range(5000): d = {1: d}
t(lambda: repr(d)); e = {}
for i in range(5000): e = {1: e}
t(lambda: d == e)
a = []; a.append(a); b = []; b.append(b)
t(lambda: a == b); t(lambda: a == a); t(lambda: [a] == [a]); t(lambda: a in a)
d = {}; d[1] = d; t(lambda: d == d); dd = {}; dd[1] = dd; t(lambda: d == dd)
def catch_in_gen():
    def g(n):
        yield n
        yield from g(n + 1)
    c = 0
    try:
        for x in g(0): c = x
    except RecursionError as e: print('gen', c > 300)
catch_in_gen()
def infinite_init():
    class A:
        def __init__(self): A()
    try: A()
    except RecursionError as e: return 'init ' + str(e)[:32]
print(infinite_init())
def after(): return sum(range(10))
print(after())
def exc_rec(n):
    try: raise ValueError(n)
    except ValueError: return exc_rec(n + 1)
t(exc_rec, 0)
def mutual_a(): return mutual_b()
def mutual_b(): return mutual_a()
t(mutual_a)
mutual_a()
