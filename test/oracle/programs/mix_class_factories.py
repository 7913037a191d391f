def make_class(name, fields):
    class Record:
        def __init__(self, *values):
            if len(values) != len(fields): raise TypeError(f"{name} takes {len(fields)} values, got {len(values)}")
            for f, v in zip(fields, values): setattr(self, f, v)
        def __repr__(self): return name + "(" + ", ".join(f"{f}={getattr(self, f)!r}" for f in fields) + ")"
        def __eq__(self, o): return isinstance(o, Record) and all(getattr(self, f) == getattr(o, f) for f in fields)
        def __iter__(self): return (getattr(self, f) for f in fields)
        def replace(self, **kw): return Record(*(kw.get(f, getattr(self, f)) for f in fields))
    Record.__name__ = name
    for i, f in enumerate(fields):
        setattr(Record, "get_" + f, lambda self, f=f: getattr(self, f))
    return Record
P = make_class("P", ["x", "y"])
Q = make_class("Q", ["only"])
p = P(1, 2)
a, b = p
print(p, a, b, p == P(1, 2), p == Q(1), p.replace(y=9), p.get_x(), Q("z"), P.__name__, P is not Q, list(p), isinstance(p, P), isinstance(p, Q))
try:
    P(1)
except TypeError as e:
    print(e)
def singleton(cls):
    instances = []
    def get(*a):
        if not instances: instances.append(cls(*a))
        return instances[0]
    return get
@singleton
class Config:
    def __init__(self, v): self.v = v
print(Config(1) is Config(2), Config().v)
classes = [make_class(f"C{i}", ["a"] * 0 + ["v"]) for i in range(3)]
print([c(i) for i, c in enumerate(classes)])
def add_methods(cls):
    for op in ("add", "mul"):
        def method(self, o, op=op): return (op, self.n, o)
        setattr(cls, op, method)
    return cls
@add_methods
class N:
    def __init__(self, n): self.n = n
print(N(1).add(2), N(3).mul(4), hasattr(N, "sub"))
def outer(tag):
    class A:
        def who(self): return f"A{tag}"
        class B:
            def who(self): return f"B{tag}"
        b = B()
    class C(A):
        def who(self): return super().who() + "C"
    return A, C
A1, C1 = outer(1)
A2, C2 = outer(2)
print(A1().who(), C1().who(), A1.B().who(), A2.b.who(), C2().who(), issubclass(C1, A1), issubclass(C1, A2), C1.b is A1.b)
for i in range(3):
    class Loop:
        n = i
        def get(self): return self.n, i
    print(Loop().get(), end=" ")
print()
table = {c.__name__.lower(): c for c in (P, Q)}
print(table["p"](5, 6), sorted(table))
