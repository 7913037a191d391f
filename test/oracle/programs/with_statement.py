class CM:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow
    def __enter__(self):
        print("enter", self.name)
        return self
    def __exit__(self, kind, value, tb):
        print("exit", self.name, kind.__name__ if kind else None, value)
        return self.swallow
with CM("a") as a:
    print("body", a.name)
with CM("b"), CM("c") as c, CM("d"):
    print("three", c.name)
with CM("s", True):
    raise ValueError("gone")
try:
    with CM("o"):
        with CM("i"):
            1 / 0
except ZeroDivisionError as e:
    print("caught", e)
def ret():
    with CM("r"):
        return "value"
print(ret())
def loop():
    for i in range(4):
        with CM(i, True):
            if i == 0: continue
            if i == 1: raise KeyError(i)
            if i == 2: break
            print("not reached")
    return i
print(loop())
def nested():
    with CM("x") as x, CM("y", True) as y:
        raise RuntimeError("in y")
    return "after"
print(nested())
class Bad:
    def __enter__(self): raise OSError("enter fails")
    def __exit__(self, *a): print("not called")
try:
    with CM("first"), Bad():
        print("no")
except OSError as e:
    print(e)
class Repl:
    def __enter__(self): return (1, [2, 3])
    def __exit__(self, k, v, t):
        if v: raise TypeError("replaced")
with Repl() as (p, [q, r]):
    print(p, q, r)
try:
    with Repl():
        raise ValueError("orig")
except TypeError as e:
    print(e)
o = CM("attr")
with CM("z") as o.name:
    pass
print(type(o.name).__name__)
def gen():
    with CM("g"):
        yield 1
        yield 2
print(list(gen()))
g = gen()
next(g)
g.close()
def deep():
    with CM("1"):
        try:
            with CM("2"):
                return 1
        finally:
            print("finally")
print(deep())
