# What a class has as a special method is bound as any attribute of a class is: only functions get the object.
def t(f, *a):
    try:
        print('ok', repr(f(*a)))
    except Exception as e:
        print(type(e).__name__, '|', e)


class Called:
    def __call__(self, *a):
        return 'called', a


class Q:
    __add__ = Called()
    __len__ = staticmethod(lambda: 7)
    __getitem__ = classmethod(lambda cls, i: (cls.__name__, i))
    __str__ = lambda self: 'lambda'
    __neg__ = 5
    __eq__ = max
    __call__ = Called()
    __radd__ = dict
    __hash__ = staticmethod(lambda: 3)
    __iadd__ = [].append


q = Q()
t(lambda: q + 3)
t(len, q)
t(lambda: q[4])
t(str, q)
t(lambda: -q)
t(lambda: q == 3)
t(lambda: q == [3, 5])
t(q, 1)
t(lambda: [('a', 1)] + q)
t(lambda: hash(q))
t(bool, q)


class I:
    __init__ = staticmethod(lambda *a: print('init', a))


t(lambda: I(1, 2) is None)

# The reflected method of a subclass comes first only where the subclass has one of its own.
log = []


class A:
    def __divmod__(self, other):
        log.append('A.divmod')
        return NotImplemented

    def __rdivmod__(self, other):
        log.append('A.rdivmod')
        return NotImplemented


class B(A):
    pass


class C(A):
    def __rdivmod__(self, other):
        log.append('C.rdivmod')
        return NotImplemented


for left, right in ((A(), B()), (A(), C()), (B(), A()), (1, C()), (A(), 1)):
    log.clear()
    t(divmod, left, right)
    print(log)


# What has an attribute `keys` is a mapping, however it comes by it.
class Mapping:
    def __getattr__(self, name):
        print('asked for', name)
        return lambda: ['a', 'b']

    def __getitem__(self, key):
        return key * 2


print(dict(Mapping()))


class Odd:
    def keys(self):
        return 5


t(dict, Odd())


# Exceptions hide from `super()` what stands behind them in the order of the classes.
class Mixin:
    def __init__(self):
        self.mixed = True
        super().__init__()

    def __setattr__(self, name, value):
        object.__setattr__(self, name, (value, 'mixin'))


class First(ValueError):
    def __init__(self, *a):
        self.first = a
        super().__init__()


class Second(KeyError, First, Mixin):
    def __init__(self, *a):
        self.second = a
        super().__init__(*a)


class Third(Mixin, Second):
    pass


for C in (First, Second, Third):
    t(lambda: C().__dict__)
print(KeyError.__init__, Second.__mro__)
t(lambda: 2.0 ** 10000)
try:
    2.0 ** 10000
except OverflowError as e:
    print(e.args)
