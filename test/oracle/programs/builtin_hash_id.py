print(hash(1) == hash(1.0) == hash(True), hash("a") == hash("a"), hash((1, 2)) == hash((1, 2)), hash(0), hash(-1), hash(2**61 - 1), hash(0.5))
a = [1]
b = a
print(id(a) == id(b), id(a) == id([1]))
for bad in ([], {}, set(), [1, 2], (1, [2]), slice(1)):
    try:
        hash(bad)
        print("hashed")
    except TypeError as e:
        print(e)
class E:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return isinstance(o, E) and self.v == o.v
    def __hash__(self): return hash(self.v)
class U:
    def __eq__(self, o): return True
print(len({E(1), E(1), E(2)}), {E(1): "x"}[E(1)], E(3) in {E(3)})
for f in (lambda: hash(U()), lambda: {U()}, lambda: {U(): 1}, lambda: {[]: 1}, lambda: {{}}, lambda: {}[[]], lambda: [] in {}, lambda: {1}.add([])):
    try:
        f()
    except TypeError as e:
        print(e)
class BadHash:
    def __hash__(self): return "x"
try:
    hash(BadHash())
except TypeError as e:
    print(e)
print(hash(E(5)) == hash(5), hash(frozenset([1, 2])) == hash(frozenset([2, 1])))
