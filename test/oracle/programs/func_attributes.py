def f(a):
    "doc"
    return a
f.count = 0
f.count += 1
f.tags = ["x"]
print(f.count, f.tags, f.__name__, hasattr(f, "nope"), f.__dict__, f.__qualname__)
f.__name__ = "renamed"
print(f.__name__)
try:
    f.missing
except AttributeError as e:
    print(e)
del f.count
print(hasattr(f, "count"))
g = f
print(g is f, g == f, f != (lambda: 1), callable(f))
class A:
    def m(self): return "m"
a = A()
print(a.m == a.m, A.m is A.m, a.m(), A.m(a), a.m.__self__ is a, a.m.__name__, A.m.__qualname__)
bound = a.m
a.m = lambda: "instance"
print(a.m(), bound())
def outer():
    def inner(): pass
    return inner
print(outer().__qualname__, (lambda: 0).__name__, outer.__name__)
table = {"add": lambda a, b: a + b, "neg": lambda a: -a, "len": len}
print(table["add"](1, 2), table["neg"](5), table["len"]("abc"))
print(len.__name__, print.__name__, [].append.__name__, str.upper("abc"), str.join("-", "abc"), list.append.__name__, dict.get({1: 2}, 1), int.bit_length(5))
print(list(map(str.upper, "abc")), sorted(["b", "A"], key=str.lower), max("aa", "b", key=len))
