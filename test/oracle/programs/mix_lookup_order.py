class Meta: pass
class Base:
    shared = "base"
    def method(self): return "base method"
    def __len__(self): return 1
class Child(Base):
    def __init__(self): self.method2 = lambda: "instance attr"
c = Child()
c.shared = "instance"
print(c.shared, Child.shared, c.method2(), c.method())
c.method = lambda *a: ("shadow", a)
print(c.method(), c.method(1), Child.method(c), Base().method())
c.__len__ = lambda: 99
print(len(c), c.__len__())
Child.__len__ = lambda self: 42
print(len(c))
del Child.__len__
print(len(c))
def late(self): return "late " + self.shared
Base.late = late
print(c.late(), Child.late is Base.late)
class Data:
    @property
    def p(self): return "prop"
    q = 5
d = Data()
d.__dict__["p"] = "hidden"
d.__dict__["q"] = "seen"
print(d.p, d.q, sorted(d.__dict__))
class G:
    a = 1
    def __getattr__(self, n): return "getattr " + n
g = G()
g.b = 2
print(g.a, g.b, g.c, getattr(g, "d", "dflt"), hasattr(g, "e"))
class D1:
    def m(self): return "D1"
class D2(D1): pass
class D3(D1):
    def m(self): return "D3"
class D4(D2, D3): pass
print(D4().m(), D4.m(D4()), [k.__name__ for k in D4.__mro__], [k.__name__ for k in D4.__bases__])
D2.m = lambda self: "D2 now"
print(D4().m())
f = D4().m
D2.m = lambda self: "changed"
print(f(), D4().m())
print(Child.__name__, Child.__class__ is type, c.__class__.__name__, c.__class__.__bases__[0].__name__, type(c).shared, c.__dict__.get("shared"), "shared" in Base.__dict__, "late" in Base.__dict__)
class Cls:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o
    def twice(self): return self.__class__(self.v * 2)
print(Cls(2).twice() == 4, [Cls(1), Cls(2)] == [1, 2], [1, 2].index(Cls(2)), [Cls(3)].count(3), Cls(1) in [5, 1])
c.__class__.extra = "via class"
print(c.extra, Child.extra)
try:
    c.nope.deeper
except AttributeError as e:
    print(e)
