def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print('ok', repr(r))
    except BaseException as e:
        print(type(e).__name__, '|', e)
class Base:
    def hi(self): return 'hi', self.v
X = type('X', (Base,), {'v': 3, 'm': lambda self, a: (self.v, a), '__len__': lambda s: 4, 's': staticmethod(lambda: 1)})
x = X(); print(X, x.hi(), x.m(2), len(x), X.s(), X.__name__, X.__bases__, X.__mro__, X.__module__, str(x)[:20])
E = type('E', (ValueError,), {})
try: raise E('a', 1)
except ValueError as e: print(repr(e), e)
t(type, 1, (), {}); t(type, 'a', [], {}); t(type, 'a', (), []); t(type, 'a', (Base, Base), {})
t(type, 'X', (), {'__qualname__': 'Q.X'}); t(type, 'X', (), {'__qualname__': 5}); t(type, '', (), {}); t(type, 'a', ()); t(type, 1, 2, 3, 4); t(type)
Y = type('Y', (), {'__eq__': lambda s, o: True}); t(hash, Y()); t(lambda: Y() == 1); print(Y.__hash__)
d = {'a': 1}; Z = type('Z', (), d); d['a'] = 2; print(Z.a, Z().a)
def mk(name, **attrs): return type(name, (Base,), attrs)
print(mk('P', v=9)().hi(), mk('P', v=1) is mk('P', v=1))
t(setattr, range(3), 'start', 1); t(setattr, slice(3), 'step', 1); t(setattr, Y, '__mro__', ())
