class Stack:
    def __init__(self, *a): self._d = list(a)
    def push(self, *xs):
        self._d.extend(xs)
        return self
    def pop(self): return self._d.pop()
    def __len__(self): return len(self._d)
    def __bool__(self): return bool(self._d)
    def __iter__(self): return reversed(self._d)
    def __repr__(self): return f"Stack({', '.join(map(repr, self._d))})"
class Queue:
    def __init__(self): self.i, self.o = [], []
    def put(self, x): self.i.append(x)
    def get(self):
        if not self.o:
            while self.i: self.o.append(self.i.pop())
        return self.o.pop()
    def __len__(self): return len(self.i) + len(self.o)
class Ring:
    def __init__(self, n): self.n, self.d, self.at = n, [None] * n, 0
    def add(self, x):
        self.d[self.at % self.n] = x
        self.at += 1
    def __iter__(self):
        for k in range(max(0, self.at - self.n), self.at): yield self.d[k % self.n]
class Counter:
    def __init__(self, it=()):
        self.d = {}
        for x in it: self[x] += 1
    def __getitem__(self, k): return self.d.get(k, 0)
    def __setitem__(self, k, v): self.d[k] = v
    def __add__(self, o):
        r = Counter()
        for s in (self, o):
            for k in s.d: r[k] += s[k]
        return r
    def most(self, n=None): return sorted(self.d.items(), key=lambda p: (-p[1], p[0]))[:n]
class OrderedSet:
    def __init__(self, it=()): self.d = dict.fromkeys(it)
    def add(self, x): self.d[x] = None
    def __contains__(self, x): return x in self.d
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
    def __or__(self, o): return OrderedSet([*self, *o])
    def __and__(self, o): return OrderedSet(x for x in self if x in o)
    def __sub__(self, o): return OrderedSet(x for x in self if x not in o)
    def __eq__(self, o): return list(self) == list(o)
    def __repr__(self): return "{" + ", ".join(map(repr, self)) + "}"
class DefaultDict:
    def __init__(self, factory): self.f, self.d = factory, {}
    def __getitem__(self, k):
        if k not in self.d: self.d[k] = self.f()
        return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def items(self): return self.d.items()
class BiMap:
    def __init__(self): self.f, self.b = {}, {}
    def __setitem__(self, k, v):
        self.b.pop(self.f.get(k), None)
        self.f[k], self.b[v] = v, k
    def __getitem__(self, k): return self.f[k] if k in self.f else self.b[k]
s = Stack(1).push(2, 3)
print(s, s.pop(), len(s), list(s), bool(Stack()), [x for x in s])
q = Queue()
for i in range(3): q.put(i)
print(q.get(), len(q), q.get(), q.get())
try:
    q.get()
except IndexError as e:
    print(e)
r = Ring(3)
for i in range(5): r.add(i)
print(list(r), list(Ring(2)))
c = Counter("abracadabra")
print(c.most(), c.most(2), c["z"], (c + Counter("zzz")).most(1), Counter().most())
a, b = OrderedSet("hello"), OrderedSet("world")
print(a, b, a | b, a & b, a - b, len(a), "e" in a, a == OrderedSet("helo"))
d = DefaultDict(list)
for w in ["x1", "y2", "x3"]: d[w[0]].append(w)
n = DefaultDict(lambda: DefaultDict(int))
n["a"]["b"] += 5
print(dict(d.items()), n["a"]["b"], n["q"]["r"])
m = BiMap()
m["one"] = 1
m["one"] = 11
print(m["one"], m[11], 1 in m.b)
