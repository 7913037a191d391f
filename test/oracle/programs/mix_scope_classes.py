x = "module"
class A:
    x = "class A"
    y = [x, len(x)]
    def get(self): return x
    def get_self(self): return self.x
    z = (lambda: x)()
    w = [x for _ in range(1)]
    v = [c for c in x]
def f():
    x = "function"
    class B:
        a = x
        def get(self): return x
        class C:
            b = x
            def get(self): return x
    return B
print(A.y, A().get(), A().get_self(), A.z, A.w, A.v[:2])
B = f()
print(B.a, B().get(), B.C.b, B.C().get())
def g():
    class D:
        nonlocal_value = 0
        def bump(self):
            nonlocal n
            n += 1
            return n
    n = 10
    return D
d = g()()
print(d.bump(), d.bump())
class E:
    global created
    created = "by class body"
    def set(self):
        global later
        later = "by method"
print(created)
E().set()
print(later, hasattr(E, "created"))
def h():
    total = 0
    class F:
        nonlocal total
        total = 5
        def add(self, k):
            nonlocal total
            total += k
            return self
    F().add(1).add(2)
    return total
print(h())
class G:
    a = 1
    b = a + 1
    if b == 2:
        c = "cond"
    for i in range(3):
        d = i
    try:
        e = undefined_thing
    except NameError as err:
        e = str(err)
    while b < 5: b += 1
    def m(self, v=b): return v
    print("in body", a, b)
print(G.c, G.d, G.i, G.e, G.b, G().m(), hasattr(G, "err"))
len_before = len
class H:
    def len(self): return "method"
    def call(self): return len([1, 2]), self.len()
print(H().call())
class I:
    x = x
    def __init__(self): self.x = self.x + "!"
print(I.x, I().x)
def deco(f): return lambda *a: ("decorated", f(*a))
class J:
    @deco
    def m(self, a): return a
    plain = m
    other = lambda self: "lambda method"
print(J().m(1), J().plain(2), J().other())
