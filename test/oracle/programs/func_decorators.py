def log(f):
    def wrapper(*args, **kwargs):
        print("call", f.__name__, args, kwargs)
        r = f(*args, **kwargs)
        print("ret", r)
        return r
    return wrapper
def repeat(n):
    print("make", n)
    def deco(f):
        print("deco", f.__name__)
        def w(*a): return [f(*a) for _ in range(n)]
        return w
    return deco
@log
def add(a, b=1): return a + b
add(1)
add(1, b=5)
@repeat(2)
@log
def hi(name): return "hi " + name
print(hi("x"))
def memo(f):
    cache = {}
    def g(n):
        if n not in cache:
            cache[n] = f(n)
        return cache[n]
    g.cache = cache
    g.original = f
    return g
@memo
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(50), len(fib.cache), fib.original.__name__)
class Register:
    table = {}
    def __init__(self, name): self.name = name
    def __call__(self, f):
        Register.table[self.name] = f
        return f
@Register("a")
def fa(): return "A"
@Register("b")
def fb(): return "B"
print({k: v() for k, v in Register.table.items()}, fa())
@(lambda f: 42)
def constant(): pass
print(constant)
def cls_deco(c):
    c.extra = "added"
    return c
@cls_deco
class K: pass
print(K.extra, K().extra)
