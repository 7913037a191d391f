def g():
    yield 1
it = g()
print(next(it))
for f in (lambda: next(it), lambda: next(it), lambda: it.send(1), lambda: it.throw(ValueError("x")), lambda: it.close()):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, repr(e))
class Weird:
    def __iter__(self): return [1, 2]
class Nx:
    def __next__(self): return 1
    def __iter__(self): return self
class Boom:
    def __iter__(self): raise RuntimeError("no iter")
    def __len__(self): raise RuntimeError("no len")
    def __bool__(self): raise RuntimeError("no bool")
    def __str__(self): raise RuntimeError("no str")
    def __repr__(self): raise RuntimeError("no repr")
    def __eq__(self, o): raise RuntimeError("no eq")
    def __hash__(self): raise RuntimeError("no hash")
    def __lt__(self, o): raise RuntimeError("no lt")
    def __call__(self): raise RuntimeError("no call")
    def __getitem__(self, k): raise RuntimeError("no item")
    def __contains__(self, k): raise RuntimeError("no contains")
    def __getattr__(self, n): raise RuntimeError("no attr " + n)
    def __format__(self, s): raise RuntimeError("no format")
    def __int__(self): raise RuntimeError("no int")
    def __index__(self): raise RuntimeError("no index")
    def __add__(self, o): raise RuntimeError("no add")
    def __enter__(self): raise RuntimeError("no enter")
    def __exit__(self, *a): raise RuntimeError("no exit")
    def __reversed__(self): raise RuntimeError("no reversed")
b = Boom()
def use_with():
    with b: pass
def use_for():
    for _ in b: pass
for f in (lambda: list(b), lambda: len(b), lambda: bool(b), lambda: not b, lambda: str(b), lambda: repr(b), lambda: [b] == [b], lambda: [b] == [1], lambda: b == 1, lambda: hash(b), lambda: {b: 1}, lambda: sorted([b, b]), lambda: b < 1, lambda: b(), lambda: b[0], lambda: 1 in b, lambda: b.x, lambda: f"{b}", lambda: int(b), lambda: [1][b], lambda: b + 1, lambda: 1 + b, use_with, use_for, lambda: list(reversed(b)), lambda: print(b), lambda: "%s" % b, lambda: "{}".format(b), lambda: [b].index(1), lambda: [b].count(1), lambda: b in [1], lambda: max([b, b]), lambda: hasattr(b, "q"), lambda: getattr(b, "q", 1), lambda: sum(b), lambda: "".join(b), lambda: tuple(b), lambda: dict(b), lambda: set([b]), lambda: list(zip(b)), lambda: list(map(b, [1])), lambda: list(filter(b, [1])), lambda: all([b]), lambda: print([b]), lambda: range(b), lambda: "a" * b, lambda: b if b else 1, lambda: b and 1, lambda: [x for x in [1] if b], lambda: list(Weird()), lambda: (lambda a, c: a)(*b), lambda: round(b), lambda: abs(b), lambda: divmod(b, 1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
