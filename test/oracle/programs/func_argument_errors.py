def f0(): pass
def f1(a): return a
def f2(a, b): return a, b
def f3(a, b, c=3): return a, b, c
def f4(*, k): return k
def f5(a, *, k, m): return a, k, m
def f6(a=1): return a
def f7(*a, **k): return a, k
class C:
    def __init__(self, x): self.x = x
    def m(self, y): return y
    def none(): return 1
c = C(1)
calls = [
    lambda: f0(1), lambda: f0(1, 2), lambda: f1(), lambda: f1(1, 2), lambda: f2(), lambda: f2(1), lambda: f2(1, 2, 3), lambda: f3(), lambda: f3(1, 2, 3, 4),
    lambda: f4(), lambda: f4(1), lambda: f4(k=1, z=2), lambda: f5(1), lambda: f5(), lambda: f5(1, k=2), lambda: f5(1, 2, 3), lambda: f6(1, 2), lambda: f1(b=1), lambda: f1(1, a=2),
    lambda: f2(b=1), lambda: f2(1, a=2), lambda: f6(b=2), lambda: f0(x=1), lambda: C(), lambda: C(1, 2), lambda: c.m(), lambda: c.m(1, 2), lambda: c.m(z=1), lambda: c.none(), lambda: C.m(1), lambda: C.m(),
    lambda: f1(*[1, 2]), lambda: f1(**{"a": 1, "q": 2}), lambda: f2(*[1], **{"a": 3}), lambda: (lambda x: x)(), lambda: (lambda: 0)(1), lambda: f5(1, 2, k=1, m=1), lambda: f3(c=1),
    lambda: 5(), lambda: "x"(), lambda: None(), lambda: [](1), lambda: c(), lambda: c.x(),
]
for call in calls:
    try:
        print(call())
    except TypeError as e:
        print(e)
