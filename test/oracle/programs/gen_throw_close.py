def g():
    try:
        while True:
            try:
                x = yield "ready"
                print("got", x)
            except ValueError as e:
                print("handled", e)
                yield "recovered"
    finally:
        print("cleanup")
i = g()
print(next(i), i.send(1), i.throw(ValueError("v")), next(i))
try:
    i.throw(KeyError("k"))
except KeyError as e:
    print("escaped", e)
print(next(i, "finished"))
i = g()
next(i)
print(i.close(), i.close())
i = g()
i.close()
print(list(i))
def stubborn():
    try:
        yield 1
    except GeneratorExit:
        print("exit!")
        yield 2
s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as e:
    print(e)
def quiet():
    try:
        yield 1
    except GeneratorExit:
        return "bye"
q = quiet()
next(q)
print(q.close())
def stop():
    yield 1
    raise StopIteration("inner")
try:
    list(stop())
except RuntimeError as e:
    print(e)
t = g()
try:
    t.throw(TypeError("unstarted"))
except TypeError as e:
    print(e)
print(list(t))
def catch_all():
    while True:
        try:
            yield 0
        except Exception as e:
            print("c", type(e).__name__, e)
c = catch_all()
next(c)
print(c.throw(IndexError), c.throw(OSError("o")))
def self_run():
    yield next(me)
me = self_run()
try:
    next(me)
except ValueError as e:
    print(e)
for bad in (lambda: c.throw(5), lambda: c.throw(), lambda: c.send(), lambda: c.nope):
    try:
        bad()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
