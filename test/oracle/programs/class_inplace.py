class Acc:
    def __init__(self): self.log = []
    def __iadd__(self, o): self.log.append(("+", o)); return self
    def __isub__(self, o): self.log.append(("-", o)); return self
    def __imul__(self, o): self.log.append(("*", o)); return self
    def __itruediv__(self, o): self.log.append(("/", o)); return self
    def __ifloordiv__(self, o): self.log.append(("//", o)); return self
    def __imod__(self, o): self.log.append(("%", o)); return self
    def __ipow__(self, o): self.log.append(("**", o)); return self
    def __iand__(self, o): self.log.append(("&", o)); return self
    def __ior__(self, o): self.log.append(("|", o)); return self
    def __ixor__(self, o): self.log.append(("^", o)); return self
    def __ilshift__(self, o): self.log.append(("<<", o)); return self
    def __irshift__(self, o): self.log.append((">>", o)); return self
a = b = Acc()
a += 1; a -= 2; a *= 3; a /= 4; a //= 5; a %= 6; a **= 7; a &= 8; a |= 9; a ^= 10; a <<= 11; a >>= 12
print(a is b, a.log)
class Fall:
    def __init__(self, v): self.v = v
    def __add__(self, o): return Fall(self.v + o)
    def __iadd__(self, o): return NotImplemented
f = g = Fall(1)
f += 5
print(f.v, g.v, f is g)
class Holder:
    def __init__(self): self.items = [1]; self.t = (1,)
h = Holder()
alias = h.items
h.items += [2]
h.t += (2,)
print(h.items, alias, h.t)
t = ([1],)
try:
    t[0] += [2]
except TypeError as e:
    print(e, t)
s = {1}
s2 = s
s |= {2}; s -= {1}
print(s, s2 is s)
d = {"l": []}
d["l"] += "ab"
d["n"] = 1
d["n"] <<= 4
print(d)
x = [1, 2, 3]
x[1:2] *= 2
x[0] **= 3
print(x)
for f in (lambda: exec_bad(),):
    try:
        f()
    except NameError as e:
        print(e)
def bad():
    v = 5
    v += "a"
def bad2():
    v = None
    v -= 1
def bad3():
    q += 1
def bad4():
    o = object()
    o.x += 1
def bad5():
    {}["k"] += 1
for f in (bad, bad2, bad3, bad4, bad5):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
