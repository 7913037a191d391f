def f(a, b=2, *args, c, d=4, **kw):
    return a, b, args, c, d, kw
print(f(1, c=3), f(1, 2, 3, 4, c=5), f(a=1, c=2, z=9), f(*[1, 2, 3], c=4), f(1, **{"c": 2, "y": 3}), f(*"ab", **{"c": 1}, d=0))
def g(*, k=1, m): return k, m
print(g(m=2), g(k=3, m=4))
def h(*args): return args
print(h(), h(1), h(*[], *(1, 2), 3, *range(2)))
def k(**kw): return kw
print(k(), k(b=1, a=2), k(**{"x": 1}, **{"y": 2}))
def acc(x, l=[]):
    l.append(x)
    return l
print(acc(1), acc(2), acc(3, []), acc(4))
n = 10
def late(x=n, y=n * 2): return x + y
n = 99
print(late(), late(1), late(y=1), late(1, 2))
def mixed(a, b=[], *, c=1, d={}): return a, b, c, d
print(mixed(1), mixed(1, 2, d=3), mixed(c=5, a=0))
print((lambda x, y=2, *z, w=4: (x, y, z, w))(1), (lambda: 7)(), (lambda *a, **k: (a, k))(1, q=2))
first, second = lambda s: s[0], lambda s: s[1]
print(first("xy"), second("xy"))
