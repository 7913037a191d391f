class Point:
    """A point."""
    count = 0
    origin = (0, 0)
    def __init__(self, x=0, y=0):
        self.x, self.y = x, y
        Point.count += 1
    def move(self, dx, dy=0):
        self.x += dx
        self.y += dy
        return self
    def __repr__(self): return f"Point({self.x}, {self.y})"
    def __eq__(self, o): return isinstance(o, Point) and (self.x, self.y) == (o.x, o.y)
p, q = Point(), Point(1, y=2)
print(p, q, p.move(1).move(0, 2), p == q, p is q, p != Point(9), Point.count, p.count, p.origin)
p.count = 100
print(p.count, Point.count, q.count, p.__dict__, "x" in p.__dict__)
del p.count
print(p.count)
Point.scale = lambda self, k: Point(self.x * k, self.y * k)
print(q.scale(3), Point.move(q, 10), Point.__name__)
class Empty: pass
e = Empty()
e.a = 1
e.b = e
print(e.a, e.b.b.a, e.__dict__["a"], isinstance(e, Empty), type(e).__name__)
try:
    e.c
except AttributeError as x:
    print(x)
try:
    del e.c
except AttributeError as x:
    print(x)
try:
    Empty.z
except AttributeError as x:
    print(x)
class Body:
    for i in range(3):
        pass
    squares = [n * n for n in range(4)]
    if i == 2:
        flag = "yes"
        def cond(self): return "cond"
    def helper(n): return n + 1
    value = helper(41)
    a = b = 1
    a += 5
    x, *y = "hello"
    del i
print(Body.squares, Body.flag, Body().cond(), Body.value, Body.a, Body.b, Body.x, Body.y, hasattr(Body, "i"))
print(Point, type(Point), Empty == Empty, Empty != Point, {Empty: 1}[Empty])
class Private:
    def __init__(self): self.__secret = 1; self._p = 2
    def get(self): return self.__secret
    def __hidden(self): return "hidden"
    def call(self): return self.__hidden()
print(Private().get(), Private().call(), Private()._Private__secret, hasattr(Private(), "__secret"), sorted(Private().__dict__))
def factory(n):
    class Local:
        value = n
        def get(self): return n * 2
    return Local
L1, L2 = factory(1), factory(2)
print(L1.value, L2().get(), L1 is L2, L1.__name__, L1)
