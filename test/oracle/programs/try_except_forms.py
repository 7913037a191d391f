def check(f):
    try:
        return f()
    except (KeyError, IndexError) as e:
        return "lookup", type(e).__name__, e.args
    except ZeroDivisionError:
        return "zero"
    except Exception as e:
        return "other", repr(e)
def bad_name(): return nope
def raiser(e):
    def r(): raise e
    return r
for f in (lambda: {}[1], lambda: [][2], lambda: 1 / 0, lambda: int("x"), bad_name, raiser(ValueError), raiser(ValueError("a", 1)), raiser(StopIteration(3)), raiser(RuntimeError()), lambda: "ok"):
    print(check(f))
try:
    try:
        raise ValueError("inner")
    except KeyError:
        print("wrong")
    else:
        print("wrong")
except ValueError as e:
    print("outer", e)
try:
    e
except NameError as err:
    print(err)
e = "before"
try:
    raise ValueError
except ValueError as e:
    pass
try:
    e
except NameError as err:
    print("unbound", err)
try:
    try:
        1 / 0
    except ZeroDivisionError as z:
        print("got", z)
        raise
except ArithmeticError as a:
    print("again", type(a).__name__)
def reraise():
    try:
        [].pop()
    except:
        try:
            {}["k"]
        except KeyError:
            print("inner handled")
        raise
try:
    reraise()
except IndexError as i:
    print(i)
try:
    raise 5
except TypeError as t:
    print(t)
try:
    raise "str"
except TypeError as t:
    print(t)
try:
    try:
        raise ValueError("v")
    except 5:
        pass
except TypeError as t:
    print(t)
try:
    raise
except RuntimeError as r:
    print(r)
caught = (ValueError, (TypeError, KeyError)) and (ValueError, TypeError)
for x in (ValueError("1"), TypeError("2"), KeyError("3")):
    try:
        raise x
    except caught as c:
        print("caught", c)
    except BaseException as b:
        print("base", repr(b), b is x)
try:
    raise SystemExit(3)
except SystemExit as s:
    print(repr(s), s.args, isinstance(s, Exception))
try:
    raise KeyboardInterrupt
except BaseException as b:
    print(type(b).__name__)
