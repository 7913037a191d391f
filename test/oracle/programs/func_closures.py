def counter(start=0):
    n = start
    def inc(by=1):
        nonlocal n
        n += by
        return n
    def get(): return n
    def reset():
        nonlocal n
        n = start
    return inc, get, reset
inc, get, reset = counter(5)
print(inc(), inc(10), get(), reset(), get())
inc2, get2, _ = counter()
print(inc2(), get(), get2())
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
fs = [lambda i=i: i for i in range(3)]
print([f() for f in fs])
fs = []
for j in range(3):
    def f(): return j
    fs.append(f)
print([f() for f in fs])
def deep():
    x = 1
    def a():
        def b():
            nonlocal x
            x += 1
            def c(): return x * 10
            return c
        return b()
    c = a()
    x += 100
    return c(), x
print(deep())
def compose(*fs):
    def run(x):
        for f in reversed(fs): x = f(x)
        return x
    return run
print(compose(lambda x: x + 1, lambda x: x * 2)(5))
def adder(a): return lambda b: lambda c: a + b + c
print(adder(1)(2)(3))
def shadow(x):
    def x2(): return x
    x = "changed"
    return x2()
print(shadow("orig"))
def late():
    def use(): return y
    try:
        use()
    except NameError as e:
        print(type(e).__name__, e)
    y = 1
    return use()
print(late())
