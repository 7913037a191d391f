# What holds objects of the program, itself, or both.
class P:
    def __init__(self, c): self.c = c
    def __repr__(self): return "P(" + repr(self.c) + ")"
a = [1, 'x', 2.5, None, True, (1,), (), {}, {1}, {'a': [1], (1, 2): {}}]
a.append(a)
print(a)
d = {1: a}
a.append(d)
d['d'] = d
print(d)
b = [P(1), P([2])]
b.append(P(b))
b.append((b,))
print(b)
t = ([],)
t[0].append(t)
print(t)
print(range(3), range(1, 5, 2))
print(ValueError(), ValueError(1), ValueError(P(1), 'x'), KeyError('a'), repr(KeyError('a')), repr(ValueError(P(2), 3)), repr(SystemExit(3)), [ValueError('x')])
class E(Exception): pass
print(repr(E('a', 1)), str(E()), E, P, int, [int])
class B:
    def __repr__(self): return 5
class S:
    def __str__(self): return None
try: print([B()])
except TypeError as e: print(e)
try: print(S())
except TypeError as e: print(e)
# An error in the middle leaves nothing behind: what was being shown then is shown again.
class X:
    def __init__(self): self.fails = True
    def __repr__(self):
        if self.fails: raise ValueError('no')
        return 'X'
class C:
    def __init__(self, l): self.l = l
    def __repr__(self):
        try: return repr(self.l)
        except ValueError: return 'caught'
x = X()
l = [1, [x], {2: x}]
c = C(l)
print([c, l[0]], [[c], c])
x.fails = False
print([c, l], [[c], c], l)
class R:
    def __init__(self): self.l = [self]
    def __repr__(self): return 'R' + repr(self.l)
r = R()
print([R()], [r, r.l])
# What grows while it is shown shows what it then has.
class G:
    def __repr__(self):
        if len(grown) < 5: grown.append(0)
        return 'G'
grown = [G(), G()]
print(grown)
def nest(n):
    x = []
    for i in range(n): x = [x]
    return x
print(len(repr(nest(900))))
for n in (2000, 20000):
    try: repr(nest(n))
    except RecursionError as e: print(e)
