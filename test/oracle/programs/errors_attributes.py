class C:
    def m(self): pass
values = [None, True, 5, 2.5, "ab", [1], (1,), {1: 2}, {1}, frozenset(), range(2), slice(1), ValueError("v"), C(), (x for x in "a"), iter([]), {}.keys(), NotImplemented, int, C, ValueError]
for v in values:
    try:
        v.missing
    except AttributeError as e:
        print(e)
    try:
        v.missing()
    except AttributeError as e:
        print(e)
for v in [None, True, 5, 2.5, "ab", [1], (1,), {1: 2}, {1}, range(2), slice(1), (x for x in "a")]:
    try:
        v.attribute = 1
    except AttributeError as e:
        print(e)
    try:
        del v.attribute
    except AttributeError as e:
        print(e)
def f(): pass
for get in (lambda: f.x, lambda: C.x, lambda: C().x, lambda: C().m.x, lambda: len.x, lambda: [].append.x, lambda: delattr(C(), "q"), lambda: delattr(C, "q"), lambda: delattr(f, "q"), lambda: setattr(int, "q", 1), lambda: setattr(len, "q", 1), lambda: setattr(C().m, "q", 1), lambda: setattr([], "append", 1), lambda: "".upper.foo):
    try:
        get()
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
