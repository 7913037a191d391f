class A: pass
o = object()
print(type(o) is object, type(A()) is A, isinstance(o, object), type(None).__name__, type(NotImplemented).__name__, type(len).__name__, type(lambda: 0).__name__)
def f(): yield 1
print(type(f).__name__, type(f()).__name__, type(A().__init__).__name__, type([].append).__name__, type({}.keys()).__name__, type({}.values()).__name__, type({}.items()).__name__)
print(type(zip()).__name__, type(map(str, [])).__name__, type(filter(None, [])).__name__, type(enumerate([])).__name__, type(reversed([])).__name__, type(slice(1)).__name__, type(property()).__name__)
print(type(1) is int, type(1.0) == float, type("") is str, type([]) is list, type(()) is tuple, type({}) is dict, type(set()) is set, type(frozenset()) is frozenset, type(True) is bool, type(range(1)) is range)
print(int, str, list, dict, object, type, A, ValueError, type(None), range, bool, property, staticmethod, classmethod, enumerate)
print(A.__name__, int.__name__, A.__mro__ == (A, object) if hasattr(A, "__mro__") else "?", o == o, o == object(), o != object(), bool(o))
try:
    o.x = 1
except AttributeError as e:
    print(e)
try:
    object(1)
except TypeError as e:
    print(e)
try:
    A(1)
except TypeError as e:
    print(e)
