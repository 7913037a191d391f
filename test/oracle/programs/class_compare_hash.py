class Version:
    def __init__(self, s): self.p = tuple(map(int, s.split(".")))
    def __repr__(self): return ".".join(map(str, self.p))
    def __eq__(self, o): return self.p == o.p if isinstance(o, Version) else NotImplemented
    def __lt__(self, o): return self.p < o.p if isinstance(o, Version) else NotImplemented
    def __le__(self, o): return self.p <= o.p if isinstance(o, Version) else NotImplemented
    def __hash__(self): return hash(self.p)
a, b, c = Version("1.2"), Version("1.10"), Version("1.2")
print(a < b, a > b, a <= c, a >= c, a == c, a != c, a == "1.2", a != "1.2", sorted([b, a]), max(a, b), a in [c], {a, c} == {c}, {a: 1}[c], hash(a) == hash(c))
for f in (lambda: a < 5, lambda: 5 > a, lambda: a > "x", lambda: sorted([a, 1])):
    try:
        f()
    except TypeError as e:
        print(e)
class OnlyEq:
    def __eq__(self, o): return True
print(OnlyEq() == 1, OnlyEq() != 1, 1 == OnlyEq(), [OnlyEq()] == [5], OnlyEq() in [], 3 in [OnlyEq()], (1, 2) == (OnlyEq(), 2))
try:
    {OnlyEq()}
except TypeError as e:
    print(e)
class Refl:
    def __init__(self, n): self.n = n
    def __gt__(self, o): return f"gt {o}"
    def __ge__(self, o): return f"ge {o}"
    def __ne__(self, o): return "ne"
print(1 < Refl(2), 1 <= Refl(2), 1 != Refl(1), Refl(1) != Refl(1))
class Truth:
    def __eq__(self, o): return []
    def __lt__(self, o): return "less"
print(Truth() == 1, Truth() != 1, Truth() < 1, 1 > Truth(), [Truth()] == [1], Truth() in [1])
class NoBool:
    def __bool__(self): return 1
class NegLen:
    def __len__(self): return -1
for f in (lambda: bool(NoBool()), lambda: not NoBool(), lambda: bool(NegLen()), lambda: 1 if NoBool() else 2, lambda: NoBool() and 1):
    try:
        f()
    except (TypeError, ValueError) as e:
        print(e)
class Child(Version):
    def __lt__(self, o): return "child lt"
    def __gt__(self, o): return "child gt"
print(a < Child("1"), Child("1") < a, a == Child("1.2"))
x = object()
y = object()
print(x == x, x == y, x != y, x in [x], [x] == [x], [x] == [y])
try:
    x < y
except TypeError as e:
    print(e)
