class Temp:
    unit = "C"
    def __init__(self, c): self._c = c
    @property
    def c(self): return self._c
    @c.setter
    def c(self, v):
        if v < -273: raise ValueError("too cold")
        self._c = v
    @c.deleter
    def c(self):
        print("deleting")
        self._c = 0
    @property
    def f(self): return self._c * 9 / 5 + 32
    @staticmethod
    def parse(s): return Temp(float(s))
    @classmethod
    def zero(cls): return cls(0)
    @classmethod
    def named(cls, n, k=1): return cls.__name__, n, k
    def get_k(self): return self._c + 273
    def set_k(self, v): self._c = v - 273
    k = property(get_k, set_k, doc="kelvin")
t = Temp(20)
t.c = 25
t.c += 5
print(t.c, t.f, t.k, Temp.parse("1.5").c, t.parse("2").c, Temp.zero().c, t.zero().c, Temp.named(1), t.named(2, k=3))
t.k = 300
print(t.c)
del t.c
print(t.c)
class Sub(Temp):
    unit = "S"
    @property
    def f(self): return "sub"
print(Sub.zero().unit, Sub.named(0), Sub(1).f, type(Sub.parse("1")).__name__)
def bad1(): t.f = 5
def bad2(): t.c = -500
def bad3(): del t.f
def bad4(): Temp.c.fget(5)
for b in (bad1, bad2, bad3, bad4):
    try:
        b()
    except (AttributeError, ValueError) as e:
        print(type(e).__name__, e)
print(isinstance(Temp.c, property), Temp.c.fget(t), Temp.k.fset is not None, Temp.f.fset)
class Lazy:
    def __init__(self): self.calls = 0
    @property
    def value(self):
        self.calls += 1
        self.__dict__["cached"] = "c" + str(self.calls)
        return self.cached
l = Lazy()
print(l.value, l.value, l.calls)
class WriteOnly:
    def _set(self, v): self.log = [v]
    x = property(None, _set)
w = WriteOnly()
w.x = 3
try:
    w.x
except AttributeError as e:
    print(e)
print(w.log)
class Raises:
    @property
    def p(self): raise KeyError("inside")
    @property
    def a(self): return self.nope
try:
    Raises().p
except KeyError as e:
    print(e)
try:
    Raises().a
except AttributeError as e:
    print(e)
class Counter:
    total = 0
    @classmethod
    def bump(cls):
        cls.total += 1
        return cls.total
class Counter2(Counter): pass
print(Counter.bump(), Counter2.bump(), Counter.bump(), Counter.total, Counter2.total)
s = staticmethod(lambda x: x + 1)
class UseS: m = s
print(UseS.m(1), UseS().m(2))
