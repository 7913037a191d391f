def count(n):
    i = 0
    while i < n:
        yield i
        i += 1
    return "done"
print(list(count(3)), sum(count(4)), [*count(2)], tuple(count(0)), max(count(5)), 3 in count(10), dict(enumerate(count(2))))
g = count(2)
print(next(g), next(g))
try:
    next(g)
except StopIteration as e:
    print("value", e.value)
print(next(g, "exhausted"), iter(g) is g)
def echo():
    got = []
    x = yield "start"
    while x is not None:
        got.append(x)
        x = yield len(got)
    return got
g = echo()
print(next(g), g.send("a"), g.send("b"))
try:
    g.send(None)
except StopIteration as e:
    print(e.value)
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
f = fib()
print([next(f) for _ in range(10)])
for x in fib():
    if x > 50: break
print(x)
def empty():
    return
    yield
print(list(empty()))
def expr():
    x = (yield 1) + (yield 2)
    print("sum", x)
    y = [(yield "l1"), (yield "l2")]
    print(y)
    print((yield), "end")
g = expr()
print(next(g), g.send(10), g.send(20), g.send("p"), g.send("q"), list(g))
def bad():
    yield 1
    raise ValueError("in gen")
g = bad()
print(next(g))
try:
    next(g)
except ValueError as e:
    print(e)
print(list(g))
g = count(3)
try:
    g.send(5)
except TypeError as e:
    print(e)
a, b, c = count(3)
print(a, b, c)
def recursive(n):
    if n:
        yield n
        for x in recursive(n - 1):
            yield x
print(list(recursive(4)))
