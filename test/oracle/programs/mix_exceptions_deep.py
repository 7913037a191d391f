class Retry(Exception): pass
log = []
def level(n):
    try:
        log.append(f"enter {n}")
        if n == 0: raise Retry("bottom")
        return level(n - 1)
    except KeyError:
        log.append("wrong")
    finally:
        log.append(f"leave {n}")
try:
    level(3)
except Retry as e:
    log.append(str(e))
print(log)
def safe(f, *args, default=None, catch=Exception):
    try:
        return f(*args)
    except catch as e:
        return default if default is not None else f"{type(e).__name__}({e})"
print(safe(int, "x"), safe(lambda: 1 / 0), safe(int, "x", default=-1), safe(len, 5), safe([].pop), safe({}.__getitem__, "k"), safe(lambda: safe(lambda: undefined)))
try:
    print(safe(int, "x", catch=KeyError))
except ValueError as e:
    print("passed", e)
def cleanup_order():
    out = []
    for i in range(5):
        try:
            try:
                if i == 1: raise ValueError
                if i == 2: raise TypeError
                if i == 3: continue
                if i == 4: break
                out.append(("ok", i))
            except ValueError:
                out.append(("value", i))
                raise KeyError(i) from None
            finally:
                out.append(("inner", i))
        except (KeyError, TypeError) as e:
            out.append((type(e).__name__, e.args))
        else:
            out.append(("else", i))
        finally:
            out.append(("outer", i))
    return out
for x in cleanup_order(): print(x)
class Res:
    open_count = 0
    def __init__(self, n):
        if n == "bad": raise OSError("cannot open " + n)
        Res.open_count += 1
        self.n = n
    def close(self): Res.open_count -= 1
def use(names):
    opened = []
    try:
        for n in names: opened.append(Res(n))
        return [r.n for r in opened]
    except OSError as e:
        return str(e)
    finally:
        for r in reversed(opened): r.close()
print(use("abc"), Res.open_count, use(["x", "bad", "y"]), Res.open_count)
def gen():
    for i in range(3):
        try:
            got = yield i
            if got: raise got
        except LookupError as e:
            yield f"lookup {e!r}"
        except (ValueError, ArithmeticError) as e:
            yield f"other {e!r}"
        else:
            yield f"fine {i}"
g = gen()
print(next(g), g.send(KeyError("k")), next(g), g.send(ZeroDivisionError("z")), next(g), g.send(None), next(g, "end"))
def nested(n):
    try:
        if n > 0: nested(n - 1)
        else: raise ValueError(0)
    except ValueError as e:
        raise ValueError(e.args[0] + 1)
try:
    nested(20)
except ValueError as e:
    print(e)
e1 = ValueError("same")
seen = []
for _ in range(2):
    try:
        raise e1
    except ValueError as e:
        seen.append(e)
print(seen[0] is seen[1] is e1)
def multi(v):
    try:
        return {0: lambda: 1 / 0, 1: lambda: [][1], 2: lambda: {}["q"], 3: lambda: None.x, 4: lambda: "a" + 1, 5: lambda: int("z"), 6: lambda: 7}[v]()
    except ZeroDivisionError: r = "zero"
    except (IndexError, KeyError) as e: r = f"lookup {e}"
    except AttributeError as e: r = f"attr {e}"
    except TypeError: r = "type"
    except Exception as e: r = f"other {e}"
    return r
print([multi(i) for i in range(7)])
