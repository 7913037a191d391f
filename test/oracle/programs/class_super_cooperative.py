class Base:
    def __init__(self, **kw):
        print("Base", kw)
        self.log = []
    def run(self): return ["base"]
class Left(Base):
    def __init__(self, l=1, **kw):
        print("Left", l)
        super().__init__(**kw)
        self.l = l
    def run(self): return ["left"] + super().run()
class Right(Base):
    def __init__(self, r=2, **kw):
        print("Right", r)
        super().__init__(**kw)
        self.r = r
    def run(self): return ["right"] + super().run()
class Both(Left, Right):
    def __init__(self, **kw):
        super().__init__(**kw)
        print("Both", self.l, self.r)
    def run(self):
        parent = super().run
        return ["both"] + parent()
print(Both(l=5, x=9).run())
print([c.__name__ for c in Both.__mro__])
class Stack(object):
    def __init__(self): self.items = []
    def push(self, x): self.items.append(x); return self
    def __str__(self): return f"Stack{self.items}"
class Logged(Stack):
    def push(self, x):
        print("push", x)
        return super().push(x)
    def __str__(self): return "Logged" + super().__str__()
class Limited(Logged):
    limit = 2
    def push(self, x):
        if len(self.items) >= self.limit: raise OverflowError("full")
        return super().push(x)
s = Limited().push(1).push(2)
print(s)
try:
    s.push(3)
except OverflowError as e:
    print(e)
class P:
    def __eq__(self, o): return "P.eq"
    def __repr__(self): return "P-repr"
    @classmethod
    def make(cls, n): return (cls.__name__, n)
    @property
    def prop(self): return "P.prop"
class Q(P):
    def __eq__(self, o): return super().__eq__(o) + "!"
    def __repr__(self): return "<" + super().__repr__() + ">"
    def missing(self): return super().nope()
    @classmethod
    def build(cls): return cls.make(3)
print(Q() == 1, Q(), Q.build())
try:
    Q().missing()
except AttributeError as e:
    print(e)
class E(Exception):
    def __init__(self, code):
        super().__init__("code", code)
        self.code = code
    def __str__(self): return f"E<{self.code}> {super().__str__()}"
try:
    raise E(5)
except E as e:
    print(e, repr(e), e.args)
class Attr:
    def __setattr__(self, k, v): super().__setattr__(k, v * 2)
    def __init__(self): self.x = 4
print(Attr().x)
class Default:
    def __init__(self): super().__init__()
    def __hash__(self): return 1
    def __str__(self): return "D"
    def __format__(self, spec): return super().__format__(spec)
print(f"{Default()}")
