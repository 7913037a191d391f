def numbers(n):
    for i in range(n):
        print("src", i)
        yield i
def only(pred, it):
    for x in it:
        if pred(x): yield x
def apply(f, it):
    for x in it: yield f(x)
def take(n, it):
    if n <= 0: return
    for x in it:
        yield x
        n -= 1
        if n == 0: return
def chunks(it, size):
    buf = []
    for x in it:
        buf.append(x)
        if len(buf) == size:
            yield buf
            buf = []
    if buf: yield buf
def window(it, n):
    w = []
    for x in it:
        w.append(x)
        if len(w) > n: w.pop(0)
        if len(w) == n: yield tuple(w)
print(list(take(2, apply(lambda x: x * x, only(lambda x: x % 2, numbers(100))))))
print(list(chunks(range(7), 3)), list(window("abcde", 3)))
def averager():
    total, n, avg = 0, 0, None
    while True:
        x = yield avg
        total += x
        n += 1
        avg = total / n
a = averager()
next(a)
print([a.send(x) for x in (10, 20, 60)])
def coroutine(f):
    def start(*args):
        g = f(*args)
        next(g)
        return g
    return start
@coroutine
def printer(prefix):
    while True:
        print(prefix, (yield))
@coroutine
def broadcast(targets):
    while True:
        x = yield
        for t in targets: t.send(x)
b = broadcast([printer("A"), printer("B")])
b.send(1)
b.send("two")
def scheduler(tasks):
    queue = list(tasks)
    while queue:
        t = queue.pop(0)
        try:
            print(next(t), end=" ")
            queue.append(t)
        except StopIteration:
            pass
def task(name, n):
    for i in range(n): yield f"{name}{i}"
scheduler([task("x", 3), task("y", 1), task("z", 2)])
print()
lines = ["a=1", "# c", "", "b = 2"]
pairs = (l.split("=") for l in lines if l and not l.startswith("#"))
print({k.strip(): int(v) for k, v in pairs})
def primes():
    found = []
    n = 2
    while True:
        if all(n % p for p in found):
            found.append(n)
            yield n
        n += 1
print(list(take(10, primes())))
