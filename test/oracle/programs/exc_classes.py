class AppError(Exception):
    """base"""
class NotFound(AppError):
    def __init__(self, key, hint=None):
        super().__init__(f"no {key}")
        self.key = key
        self.hint = hint
class Coded(AppError):
    code = 500
    def __str__(self): return f"[{self.code}] {self.args}"
class Multi(NotFound, KeyError): pass
for e in (AppError(), AppError("a"), AppError("a", 2), NotFound("k", hint="h"), Coded("x", 1), Multi("mm")):
    try:
        raise e
    except AppError as err:
        print(type(err).__name__, str(err), repr(err), err.args, err is e, isinstance(err, KeyError), getattr(err, "hint", "-"))
print(issubclass(Multi, LookupError), [c.__name__ for c in Multi.__mro__])
e = ValueError("msg")
e.extra = [1]
e.args = ("changed", 2)
print(e, repr(e), e.extra, e.__dict__)
print(ValueError("a") == ValueError("a"), e == e, hash(e) == hash(e), bool(ValueError()))
tree = [BaseException, Exception, ArithmeticError, ZeroDivisionError, OverflowError, LookupError, IndexError, KeyError, NameError, UnboundLocalError, TypeError, ValueError, AttributeError, RuntimeError, RecursionError, NotImplementedError, AssertionError, MemoryError, StopIteration, GeneratorExit, EOFError, OSError, ImportError, SyntaxError, SystemExit, KeyboardInterrupt, Warning]
for c in tree:
    print(c.__name__, [b.__name__ for b in tree if issubclass(c, b)], repr(c("x")), c)
class Loud(Exception):
    def __init__(self, *a):
        print("init", a)
    def __repr__(self): return "Loud!"
try:
    raise Loud
except Loud as l:
    print(repr(l), str(l), l.args)
try:
    raise Loud(1, 2)
except Loud as l:
    print(repr(l), str(l), l.args)
try:
    raise NotFound
except TypeError as t:
    print(t)
print(KeyError("a"), KeyError("a", "b"), KeyError(), repr(KeyError("it's")), StopIteration(5).value, StopIteration().value, OSError("plain"), repr(OSError(9999, "No such")), OSError(9999, "No such"), SystemExit(4).code, NameError("n"), ImportError("i"))
raise NotFound("last one")
