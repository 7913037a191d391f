class Node:
    def __init__(self, value, next=None): self.value, self.next = value, next
    def __str__(self): return f"{self.value}" + (f" -> {self.next}" if self.next else "")
    def __len__(self): return 1 + (len(self.next) if self.next is not None else 0)
    def __eq__(self, o): return self.value == o.value and self.next == o.next
    def __iter__(self):
        yield self.value
        if self.next is not None: yield from self.next
    def __contains__(self, v): return self.value == v or (self.next is not None and v in self.next)
    def __bool__(self): return True
def build(n):
    node = None
    for i in range(n): node = Node(i, node)
    return node
n = build(40)
print(n)
print(len(n), n == build(40), sum(n), 0 in n, 99 in n, list(n)[:3])
class Expr:
    def __init__(self, op, a, b=None): self.op, self.a, self.b = op, a, b
    def __add__(self, o): return Expr("+", self, o)
    def __mul__(self, o): return Expr("*", self, o)
    def __neg__(self): return Expr("neg", self)
    def __repr__(self): return f"(-{self.a})" if self.op == "neg" else str(self.a) if self.op == "n" else f"({self.a} {self.op} {self.b})"
    def __call__(self):
        if self.op == "n": return self.a
        if self.op == "neg": return -self.a()
        return self.a() + self.b() if self.op == "+" else self.a() * self.b()
e = Expr("n", 1)
for i in range(2, 12):
    e = e + Expr("n", i) if i % 2 else e * Expr("n", i)
e = -e
print(e, e())
class Rec:
    def __repr__(self): return repr(self)
try:
    repr(Rec())
except RecursionError as r:
    print(type(r).__name__)
class Inf:
    def __getattr__(self, n): return self.__getattr__(n + "x") if len(n) < 50 else n
print(len(Inf().a))
class Eq:
    def __eq__(self, o): return self == o
try:
    Eq() == Eq()
except RecursionError as r:
    print("rec", type(r).__name__)
print(sorted([build(2), build(1), build(3)], key=len)[0], max([build(2), build(5)], key=len).value)
