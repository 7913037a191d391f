# send, throw, close, what a generator returns, and what goes wrong in one.
def attempt(name, action):
    try:
        print(name, action())
    except BaseException as error:
        print(name, error.__class__.__name__, error, repr(error))


def echo():
    received = "nothing"
    while True:
        try:
            received = yield received
        except ValueError as error:
            received = ("caught", repr(error))


g = echo()
attempt("not started", lambda: g.send(1))
print(next(g), g.send(1), g.send(None), g.throw(ValueError), g.throw(ValueError("x")), g.throw(ValueError, "y"))
attempt("throws another", lambda: g.throw(KeyError("k")))
attempt("finished", lambda: next(g))
attempt("finished", lambda: g.send(3))
attempt("finished", lambda: g.throw(KeyError("late")))
print(g.close(), next(g, "end"))


def returning():
    yield 1
    return "result"


g = returning()
print(next(g))
attempt("returns", lambda: next(g))
attempt("has returned", lambda: next(g))
for value in [None, 1, (), (1, 2), [3]]:

    def give():
        return value
        yield

    attempt("gives", lambda: next(give()))
    print(list(give()), next(give(), "default"))


def stopping():
    yield 1
    raise StopIteration("own")


attempt("stops", lambda: list(stopping()))
attempt("stops", lambda: [x for x in stopping()])


def asking(values):
    values = iter(values)
    while True:
        yield next(values)


attempt("asks", lambda: list(asking([1, 2])))


class Stop(StopIteration):
    pass


def own_stop():
    raise Stop(1)
    yield


attempt("own stop", lambda: next(own_stop()))


def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            print("ignores")


g = stubborn()
next(g)
attempt("close", lambda: g.close())
attempt("still", lambda: next(g))
attempt("ends", lambda: g.throw(KeyError("end")))


def tidy():
    try:
        yield 1
        yield 2
    finally:
        print("tidied")


g = tidy()
attempt("close unstarted", lambda: g.close())
attempt("finished", lambda: next(g))
g = tidy()
next(g)
attempt("close", lambda: g.close())
attempt("close", lambda: g.close())
attempt("finished", lambda: next(g))


def closes_with(error):
    try:
        yield
    except GeneratorExit:
        raise error


for error in [ValueError("v"), StopIteration("s"), GeneratorExit("g")]:
    g = closes_with(error)
    next(g)
    attempt("close", lambda: g.close())


def returns_when_closed():
    try:
        yield 1
    except GeneratorExit:
        return "closed"


g = returns_when_closed()
next(g)
attempt("close", lambda: g.close())
g = returns_when_closed()
next(g)
attempt("throw exit", lambda: g.throw(GeneratorExit))
g = tidy()
next(g)
attempt("throw exit", lambda: g.throw(GeneratorExit("own")))
for given in [ValueError, ValueError("v"), StopIteration, StopIteration(3), KeyboardInterrupt]:
    g = tidy()
    attempt("throw unstarted", lambda: g.throw(given))
    attempt("then", lambda: next(g))
for given in [1, int, "ValueError", None]:
    g = returning()
    attempt("throw", lambda: g.throw(given))
    attempt("then", lambda: next(g))
g = tidy()
attempt("arguments", lambda: g.throw())
attempt("arguments", lambda: g.throw(ValueError, 1, 2))
attempt("arguments", lambda: g.throw(ValueError, None, None, None))
attempt("arguments", lambda: g.throw(ValueError("v"), 1))
attempt("arguments", lambda: g.send())
attempt("arguments", lambda: g.send(1, 2))
attempt("arguments", lambda: g.send(value=1))
attempt("arguments", lambda: g.close(1))
attempt("arguments", lambda: g.__next__(1))
attempt("arguments", lambda: g.throw(ValueError, ValueError("given")))
attempt("attributes", lambda: (g.gi_running, g.__name__, g.__qualname__))
attempt("attributes", lambda: g.missing)
attempt("len", lambda: len(g))
attempt("index", lambda: g[0])
attempt("call", lambda: g())
attempt("bad arguments", lambda: tidy(1))


def itself():
    print(me.gi_running)
    attempt("next", lambda: next(me))
    attempt("send", lambda: me.send(1))
    attempt("throw", lambda: me.throw(ValueError))
    attempt("close", lambda: me.close())
    attempt("for", lambda: [x for x in me])
    yield 1
    next(me)


me = itself()
print(next(me))
attempt("itself", lambda: next(me))
attempt("then", lambda: next(me))


def fails_at(count):
    for number in range(count):
        yield number
    1 // 0


for consumer in [list, sum, max, any, sorted, lambda g: [x for x in g], lambda g: 9 in g, lambda g: (lambda *a: a)(*g)]:
    attempt("fails", lambda: consumer(fails_at(3)))


def delegating():
    result = yield from returning()
    print("got", result)
    try:
        yield from echo()
    except KeyError as error:
        print("passed", repr(error))
    yield from [7, 8]
    return "done"


g = delegating()
print(next(g), next(g), g.send(5), g.throw(ValueError("inner")), g.throw(KeyError("outer")), next(g))
attempt("delegating", lambda: next(g))


class Tree:
    def __init__(self, left, value, right):
        self.left = left
        self.value = value
        self.right = right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            for value in self.right:
                yield value


print(list(Tree(Tree(None, 1, None), 2, Tree(Tree(None, 3, None), 4, None))))


def nested_handlers():
    try:
        try:
            yield 1
        except ValueError:
            yield "inner"
        finally:
            yield "finally"
    except KeyError:
        yield "outer"
    yield "end"


for errors in [[ValueError, None, None], [KeyError, None, None], [None, ValueError, None], [ValueError, KeyError, None]]:
    g = nested_handlers()
    steps = [next(g)]
    for error in errors:
        try:
            steps.append(next(g) if error is None else g.throw(error))
        except BaseException as raised:
            steps.append(repr(raised))
    print(steps)

a, *b = (x * x for x in range(4))
print(a, b, {x: x for x in echo() if False} if False else "-", max((len(w), w) for w in ["a", "bcd", "ef"])[1])
print(sum(x for x in range(10)), [*map(lambda x: x, (y for y in "ab"))], 3 in (x for x in range(10)))
g = (x for x in range(10))
print(3 in g, next(g), list(zip(g, g)))
