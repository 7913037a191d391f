class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return CountdownIter(self.n)
class CountdownIter:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1
        return self.n + 1
c = Countdown(3)
print(list(c), list(c), sum(c), max(c), sorted(c), 2 in c, 9 in c, [*c, *c], dict(zip(c, c)), tuple(map(str, c)), "-".join(str(x) for x in c))
a, b, d = c
first, *rest = c
print(a, b, d, first, rest)
for i in c:
    for j in c:
        if j == 2: break
        print(i, j)
class GenIter:
    def __init__(self, *v): self.v = v
    def __iter__(self):
        for x in self.v:
            yield x
            yield -x
print(list(GenIter(1, 2)), set(GenIter(0)))
class ByIndex:
    def __init__(self, s): self.s = s
    def __getitem__(self, i):
        print("get", i, end=" ")
        return self.s[i]
print(list(ByIndex("ab")), "z" in ByIndex("xyz"))
class Failing:
    def __iter__(self): return self
    def __next__(self): raise ValueError("next failed")
for f in (list, sum, lambda x: [i for i in x], lambda x: dict(x), max, sorted, tuple, lambda x: print(*x)):
    try:
        f(Failing())
    except ValueError as e:
        print(e)
it = iter([1, 2, 3, 4])
for x in it:
    print(x, next(it))
class Infinite:
    def __init__(self): self.i = 0
    def __iter__(self): return self
    def __next__(self):
        self.i += 1
        return self.i
print([x for x, _ in zip(Infinite(), range(3))], next(Infinite()))
l = [1, 2, 3]
it = iter(l)
next(it)
l.append(4)
print(list(it), list(it))
it = reversed([1, 2])
print(next(it), list(it), len(list(iter(""))))
