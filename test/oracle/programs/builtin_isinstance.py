class A: pass
class B(A): pass
class C(B): pass
class X: pass
c = C()
print(isinstance(c, A), isinstance(c, B), isinstance(c, X), isinstance(c, (X, A)), isinstance(c, ()), isinstance(c, object))
print(issubclass(C, A), issubclass(A, C), issubclass(C, (X, B)), issubclass(bool, int), issubclass(int, object), issubclass(C, C))
print(isinstance(True, int), isinstance(1, bool), isinstance("a", str), isinstance([], (list, tuple)), isinstance(None, type(None)))
print(isinstance(1, (str, (float, int))), isinstance(ValueError("x"), Exception), issubclass(KeyError, LookupError), isinstance(A, type), isinstance(len, type(len)))
print(isinstance(range(3), range), isinstance({}.keys(), dict), isinstance(3.0, float), isinstance(frozenset(), set))
print(type(c) is C, type(c) == B, type(C), type(type), type(1).__name__, type(c).__name__, c.__class__ is C, C.__name__)
for f in (lambda: isinstance(1, 5), lambda: isinstance(1, "int"), lambda: issubclass(1, int), lambda: issubclass(int, 1), lambda: isinstance(1, [int]), lambda: isinstance(1)):
    try:
        f()
    except TypeError as e:
        print(e)
