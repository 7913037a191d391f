def tokens():
    depth = 0
    while True:
        c = yield depth
        if c == "(": depth += 1
        elif c == ")":
            if depth == 0: raise ValueError("unbalanced")
            depth -= 1
def balance(s):
    g = tokens()
    next(g)
    try:
        for c in s: d = g.send(c)
    except ValueError as e:
        return str(e)
    finally:
        g.close()
    return d
print(balance("(a(b))"), balance("(("), balance("())("))
class Task:
    def __init__(self, name, gen): self.name, self.gen, self.waiting = name, gen, None
class Loop:
    def __init__(self): self.tasks, self.time, self.log = [], 0, []
    def spawn(self, name, gen): self.tasks.append([0, len(self.tasks), Task(name, gen)])
    def run(self):
        while self.tasks:
            self.tasks.sort(key=lambda t: (t[0], t[1]))
            when, n, task = self.tasks.pop(0)
            self.time = max(self.time, when)
            try:
                delay = task.gen.send(task.waiting)
                task.waiting = f"slept {delay}"
                self.tasks.append([self.time + delay, n, task])
            except StopIteration as e:
                self.log.append((self.time, task.name, e.value))
            except Exception as e:
                self.log.append((self.time, task.name, "crash", str(e)))
def worker(name, delays):
    for d in delays:
        r = yield d
        print(name, r)
    return sum(delays)
def crash():
    yield 1
    raise RuntimeError("boom")
def parent():
    total = yield from worker("child", [1, 1])
    yield 5
    return total * 100
loop = Loop()
loop.spawn("a", worker("a", [3, 1]))
loop.spawn("b", worker("b", [2]))
loop.spawn("c", crash())
loop.spawn("d", parent())
loop.run()
print(loop.time, loop.log)
def tee(it, n):
    buffers = [[] for _ in range(n)]
    it = iter(it)
    def g(mine):
        while True:
            if not mine:
                try:
                    v = next(it)
                except StopIteration:
                    return
                for b in buffers: b.append(v)
            yield mine.pop(0)
    return [g(b) for b in buffers]
x, y = tee("abc", 2)
print(next(x), list(y), list(x))
def peek(it):
    it = iter(it)
    buf = []
    def p():
        if not buf: buf.append(next(it))
        return buf[0]
    def n(): return buf.pop() if buf else next(it)
    return p, n
p, n = peek([1, 2])
print(p(), p(), n(), n())
try:
    p()
except StopIteration:
    print("stop")
e = (i / (i - 2) for i in range(5))
print(next(e), next(e))
try:
    next(e)
except ZeroDivisionError as z:
    print(z)
print(list(e))
