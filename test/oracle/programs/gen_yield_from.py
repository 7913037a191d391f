def inner():
    x = yield "i1"
    print("inner got", x)
    try:
        y = yield "i2"
        print("inner y", y)
    except ValueError as e:
        print("inner caught", e)
        yield "i3"
    return "result"
def outer():
    r = yield from inner()
    print("r =", r)
    yield "o"
    r2 = yield from [1, 2]
    print("r2 =", r2)
    yield from "ab"
print(list(outer()))
g = outer()
print(next(g), g.send("S"), g.send("Y"), next(g))
g = outer()
next(g); next(g)
print(g.throw(ValueError("thrown")), next(g), next(g))
def closing():
    try:
        yield 1
    finally:
        print("inner closed")
def wrap():
    try:
        yield from closing()
    finally:
        print("outer closed")
w = wrap()
next(w)
w.close()
w = wrap()
next(w)
try:
    w.throw(KeyError("through"))
except KeyError as e:
    print(e)
def tree(t):
    if t:
        l, v, r = t
        yield from tree(l)
        yield v
        yield from tree(r)
print(list(tree((((), 1, ()), 2, ((), 3, ((), 4, ()))))))
def flat(x):
    for i in x:
        if isinstance(i, list): yield from flat(i)
        else: yield i
print(list(flat([1, [2, [3, []]], 4])))
def ret():
    return (yield from iter([]))
try:
    next(ret())
except StopIteration as e:
    print(e.value)
def bad(): yield from 5
try:
    next(bad())
except TypeError as e:
    print(e)
def chain(*its):
    for it in its: yield from it
print(list(chain("ab", range(2), {"k": 1})))
def deep(n):
    if n == 0:
        got = yield "bottom"
        return got
    return (yield from deep(n - 1))
d = deep(20)
print(next(d))
try:
    d.send("up")
except StopIteration as e:
    print(e.value)
