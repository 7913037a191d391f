class Shape:
    registry = {}
    def area(self): raise NotImplementedError
    def describe(self): return f"{type(self).__name__.lower()} of area {self.area():.2f}"
class Circle(Shape):
    def __init__(self, r): self.r = r
    def area(self): return 3.141592653589793 * self.r ** 2
class Rect(Shape):
    def __init__(self, w, h): self.w, self.h = w, h
    def area(self): return self.w * self.h
class Square(Rect):
    def __init__(self, s): super().__init__(s, s)
    def describe(self): return "perfect " + super().describe()
class Group(Shape):
    def __init__(self, *shapes): self.shapes = shapes
    def area(self): return sum(s.area() for s in self.shapes)
    def __iter__(self): return iter(self.shapes)
for s in (Circle(1.5), Rect(2, 3), Square(4), Group(Square(1), Circle(1), Group(Rect(1, 1)))): print(s.describe())
try:
    Shape().describe()
except NotImplementedError as e:
    print(type(e).__name__, repr(str(e)))
def single(f):
    table = {}
    def register(kind):
        def deco(g):
            table[kind] = g
            return g
        return deco
    def call(x, *a):
        for k in type(x).__mro__:
            if k in table: return table[k](x, *a)
        return f(x, *a)
    call.register = register
    return call
@single
def show(x): return f"? {x}"
@show.register(int)
def _(x): return f"int {x}"
@show.register(list)
def _(x): return "[" + "; ".join(map(show, x)) + "]"
@show.register(Shape)
def _(x): return f"shape {x.area()}"
print(show(5), show(True), show("s"), show([1, "a", [2.5]]), show(Square(2)), show(None))
class Visitor:
    def visit(self, node): return getattr(self, "visit_" + type(node).__name__, self.generic)(node)
    def generic(self, node): return f"<{type(node).__name__}>"
class Num:
    def __init__(self, v): self.v = v
class Add:
    def __init__(self, l, r): self.l, self.r = l, r
class Neg:
    def __init__(self, e): self.e = e
class Eval(Visitor):
    def visit_Num(self, n): return n.v
    def visit_Add(self, n): return self.visit(n.l) + self.visit(n.r)
    def visit_Neg(self, n): return -self.visit(n.e)
class Show(Visitor):
    def visit_Num(self, n): return str(n.v)
    def visit_Add(self, n): return f"({self.visit(n.l)} + {self.visit(n.r)})"
t = Add(Num(1), Neg(Add(Num(2), Num(3))))
print(Eval().visit(t), Show().visit(t))
ops = {"+": lambda a, b: a + b, "max": max, "join": lambda a, b: f"{a}{b}", "pow": pow}
for name, f in ops.items(): print(name, f(2, 5), end="; ")
print()
