inf = float("inf")
nan = float("nan")
print(inf, nan, -inf, inf > 1, nan == nan)
def f(inf, nan=2): return inf, nan
print(f(1), f(1, 3))
def g():
    nan = "local"
    def h(): return nan
    return h()
print(g(), nan != nan)
class C:
    def m(self, inf): return inf
print(C().m(7), [inf for inf in range(2)], (lambda nan: nan)(3), inf)
def low(values):
    best = inf
    for v in values:
        if v < best: best = v
    return best
print(low([3, 1, 2]), low([]), min(inf, 3), 1e400, -1e400, 1e400 - 1e400)
