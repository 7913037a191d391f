class Bad:
    def __init__(self): return None
    def __str__(self): return 5
    def __repr__(self): return []
    def __len__(self): return "3"
    def __bool__(self): return 3
    def __hash__(self): return 1.5
    def __int__(self): return "x"
    def __float__(self): return "y"
    def __index__(self): return None
    def __iter__(self): return 5
    def __contains__(self, x): return []
    def __format__(self, s): return 3
    def __eq__(self, o): return NotImplemented
    def __add__(self, o): return NotImplemented
    def __lt__(self, o): return NotImplemented
b = Bad()
for f in (lambda: str(b), lambda: repr(b), lambda: len(b), lambda: bool(b), lambda: hash(b), lambda: int(b), lambda: float(b), lambda: [1][b], lambda: iter(b), lambda: 1 in b, lambda: format(b), lambda: f"{b}", lambda: b == b, lambda: b == 1, lambda: b != b, lambda: b + b, lambda: b + 1, lambda: b < b, lambda: b < 1, lambda: print(b), lambda: [b], lambda: {b: 1}, lambda: chr(b), lambda: range(b), lambda: bin(b), lambda: "%d" % b, lambda: "%s" % b, lambda: "{}".format(b), lambda: sorted([b, b])):
    try:
        r = f()
        print(r if r is None or isinstance(r, bool) else type(r).__name__)
    except Exception as e:
        print(type(e).__name__, e)
class Init:
    def __init__(self): return 5
try:
    Init()
except TypeError as e:
    print(e)
class NotCallable:
    __call__ = 5
    __len__ = None
    __iter__ = None
    __hash__ = None
    __contains__ = None
n = NotCallable()
for f in (lambda: n(), lambda: len(n), lambda: iter(n), lambda: hash(n), lambda: 1 in n):
    try:
        f()
    except TypeError as e:
        print(e)


class NoneAsRepr:
    def __repr__(self):
        return None


for text_of in [repr, str, print, format, lambda value: f'{value}', lambda value: '%s' % value, lambda value: '%r' % value, lambda value: [value]]:
    try:
        print(text_of(NoneAsRepr()))
    except TypeError as error:
        print(error)
