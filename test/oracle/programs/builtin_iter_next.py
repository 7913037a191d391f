it = iter([1, 2])
print(next(it), next(it), next(it, "done"))
try:
    next(it)
except StopIteration as e:
    print("stop", repr(e), e.value)
n = 0
def count():
    global n
    n += 1
    return n
print(list(iter(count, 4)))
for x in iter("ab"):
    print(x)
class Seq:
    def __getitem__(self, i):
        if i > 3: raise IndexError("over")
        return i * i
print(list(Seq()), list(iter(Seq())), 9 in Seq(), 5 in Seq())
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
print(list(It()), sum(It()), [*It()], dict(zip(It(), It())))
class Bad:
    def __iter__(self): return 5
class NoNext: pass
for f in (lambda: iter(5), lambda: next([1]), lambda: next(5), lambda: iter(Bad()), lambda: list(Bad()), lambda: iter(NoNext()), lambda: next(NoNext()), lambda: iter(5, 1), lambda: [x for x in 5]):
    try:
        f()
    except TypeError as e:
        print(e)
print(type(iter([])).__name__, type(iter("")).__name__, type(iter({})).__name__, type(iter(())).__name__, type(iter(range(1))).__name__, type(iter({1})).__name__)
