class Proxy:
    def __init__(self, target): self.__dict__["target"] = target
    def __getattr__(self, name):
        print("getattr", name)
        if name.startswith("no"): raise AttributeError(f"no attribute {name}")
        return getattr(self.target, name, f"default-{name}")
    def __setattr__(self, name, value):
        print("setattr", name, value)
        self.__dict__[name] = value
    def __delattr__(self, name):
        print("delattr", name)
        del self.__dict__[name]
p = Proxy([1, 2])
print(p.target, p.x)
p.x = 5
p.x += 1
print(p.x)
del p.x
print(p.x)
print(hasattr(p, "nope"), hasattr(p, "yes"), getattr(p, "nothing", "dflt"))
p.append(3)
print(p.target, p.count(1))
try:
    p.nope
except AttributeError as e:
    print(e)
class Strict:
    allowed = ("a", "b")
    def __setattr__(self, n, v):
        if n not in self.allowed: raise AttributeError(f"cannot set {n}")
        super().__setattr__(n, v)
s = Strict()
s.a = 1
print(s.a, s.__dict__)
try:
    s.c = 1
except AttributeError as e:
    print(e)
class AttrDict:
    def __init__(self, **kw): self.__dict__.update(kw)
    def __getitem__(self, k): return self.__dict__[k]
    def __setitem__(self, k, v): setattr(self, k, v)
    def __delitem__(self, k): delattr(self, k)
    def __contains__(self, k): return k in self.__dict__
    def __len__(self): return len(self.__dict__)
    def __iter__(self): return iter(self.__dict__)
d = AttrDict(a=1, b=2)
d["c"] = 3
d.e = 4
del d["a"]
print(d["b"], d.c, d["e"], "a" in d, "b" in d, len(d), list(d), sorted(d), d.__dict__)
try:
    d["zz"]
except KeyError as e:
    print(repr(e))
class Chain:
    def __init__(self, path=""): self.path = path
    def __getattr__(self, n): return Chain(f"{self.path}/{n}")
    def __call__(self, x): return Chain(f"{self.path}({x})")
    def __str__(self): return self.path
print(Chain().users(5).posts.all)
