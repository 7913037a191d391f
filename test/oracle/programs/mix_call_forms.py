def show(*args, **kwargs): return args, kwargs
class C:
    def m(self, *args, **kwargs): return args, kwargs
    @staticmethod
    def s(*args, **kwargs): return args, kwargs
    @classmethod
    def c(cls, *args, **kwargs): return cls.__name__, args, kwargs
    def __call__(self, *args, **kwargs): return "call", args, kwargs
    def __getitem__(self, k): return lambda *a: (k, a)
o = C()
a, k = [1, 2], {"x": 1, "y": 2}
for f in (show, o.m, C.s, o.s, C.c, o.c, o, lambda *a, **k: (a, k)):
    print(f(), f(1), f(1, z=2), f(*a), f(**k), f(*a, **k), f(0, *a, 3, *"pq", w=0, **k), f(*[], **{}))
print(o["i"](1, *a), o.m(*a, **k), o.m(*(x for x in a)), C.m(o, 5), C.m(*[o, 6], q=7), show(*{"d": 1}), show(*range(3), *[[]]))
def order(n):
    print(n, end=" ")
    return n
show(order(1), *[order(2)], order(3), k=order(4), **{"m": order(5)})
print()
show(order("f") and order(1), order(2), b=order(3), a=order(4))
print()
(order and show)(order(1))
print()
def defaults(a, b=2, *, c=3, d): return a, b, c, d
print(defaults(1, d=4), defaults(d=1, c=2, b=3, a=4), defaults(*[1], **{"d": 2}), defaults(1, **{"b": 5, "d": 6}))
def kw_only(*, first, second=2, **rest): return first, second, rest
print(kw_only(first=1), kw_only(second=3, first=2, third=4))
print((lambda: (yield))().__class__.__name__, (lambda *, k=1: k)(k=5), [f(3) for f in (lambda x: x, abs, str)], list(map(lambda x, y=10: x + y, [1])), sorted([3, 1], key=lambda v, m=-1: v * m))
print(max(*a, 7), max(a, default=0), print(*a, sep="-", end="|"), "{} {x}".format(*a[:1], **k), dict(**k, z=3), dict([("a", 1)], **k), int(*["11"], **{"base": 2}), sorted(*[a], **{"reverse": True}), "a,b".split(*[","]), sum(*[[1, 2]], start=5), len(*["abc"]), str(*[5]))
def rec(n, *rest): return rec(n - 1, *rest, n) if n else rest
print(rec(5), (lambda f, *a: f(*a))(pow, 2, 5), getattr(o, "m")(1), getattr("abc", "upper")())
g = o.m
h = "x,y".split
print(g(1), h(","), [].append is [].append, list(map(o, [1, 2])), {"f": show}["f"](1), [show][0](2), (show,)[-1](3))
