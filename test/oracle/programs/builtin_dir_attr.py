class A:
    kind = "a"
    def __init__(self): self.x = 1
    def m(self): return "m"
a = A()
a.z = 3
print([n for n in dir(a) if not n.startswith("__")])
print([n for n in dir(A) if not n.startswith("__")])
print(hasattr(a, "x"), hasattr(a, "y"), getattr(a, "x"), getattr(a, "y", "none"), getattr(a, "m")())
setattr(a, "y", [1])
print(a.y, a.__dict__)
delattr(a, "y")
print(hasattr(a, "y"))
for f in (lambda: getattr(a, "nope"), lambda: delattr(a, "nope"), lambda: a.nope, lambda: getattr(a, 5), lambda: hasattr(a, 1),
          lambda: setattr(5, "x", 1), lambda: (5).x, lambda: getattr([], "foo"), lambda: setattr(a, 1, 2)):
    try:
        f()
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
print(sorted(["append", "pop", "sort"]) == sorted(n for n in dir([]) if n in ("append", "pop", "sort")))
print("upper" in dir(""), "keys" in dir({}), "add" in dir(set()))
