functions = [abs, all, any, bin, bool, callable, chr, dict, divmod, enumerate, filter, float, format, frozenset, getattr, hasattr, hex, int, isinstance, issubclass, iter, len, list, map, max, min, next, oct, ord, pow, range, repr, reversed, round, set, setattr, slice, sorted, str, sum, tuple, zip, delattr, property, staticmethod, classmethod]
arguments = [(), (1, 2), (1, 2, 3), (1, 2, 3, 4), ("a", "b"), ("a", 1), (None,), ([],), (1.5, "x"), ("a", "b", "c")]
def plain(v): return v is None or isinstance(v, (bool, int, float, str, list, tuple, dict, range, slice))
for f in functions:
    for args in arguments:
        try:
            result = f(*args)
            print(f.__name__, args, repr(result) if plain(result) else type(result).__name__)
        except Exception as e:
            print(f.__name__, args, type(e).__name__, e)
    if f is dict: continue
    for named in ({"nope": 1}, {"x": 1, "nope": 2}):
        try:
            f(**named)
            print(f.__name__, "takes", named)
        except Exception as e:
            print(f.__name__, named, type(e).__name__, e)
