def islice(it, *a):
    s = slice(*a)
    start, stop, step = s.start or 0, s.stop, s.step or 1
    for i, x in enumerate(it):
        if stop is not None and i >= stop: return
        if i >= start and (i - start) % step == 0: yield x
def cycle(it):
    saved = []
    for x in it:
        yield x
        saved.append(x)
    while saved: yield from saved
def count(start=0, step=1):
    while True:
        yield start
        start += step
print(list(islice(cycle("ab"), 5)), list(islice(count(10, 5), 1, 6, 2)), list(zip("abc", count())), list(islice("abcdef", 2)), list(islice([], 3)))
def chain_from(its): return (x for it in its for x in it)
def takewhile(p, it):
    for x in it:
        if not p(x): break
        yield x
def dropwhile(p, it):
    it = iter(it)
    for x in it:
        if not p(x):
            yield x
            break
    yield from it
print(list(chain_from(["ab", [1], {}])), list(takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(dropwhile(lambda x: x < 3, [1, 2, 3, 1])))
def pairwise(it):
    it = iter(it)
    prev = next(it, None)
    for x in it:
        yield prev, x
        prev = x
def zip_longest(*its, fill=None):
    its = [iter(i) for i in its]
    missing = object()
    while True:
        row = [next(i, missing) for i in its]
        if all(v is missing for v in row): return
        yield tuple(fill if v is missing else v for v in row)
print(list(pairwise([1, 2, 3])), list(pairwise([])), list(zip_longest("abc", [1], fill="-")), list(zip_longest()))
def groups(it, key=lambda x: x):
    current, items = None, []
    for x in it:
        k = key(x)
        if items and k != current:
            yield current, items
            items = []
        current = k
        items.append(x)
    if items: yield current, items
print(list(groups("aabccc")), [(k, len(v)) for k, v in groups([1, 3, 2, 4, 5], lambda n: n % 2)])
def permutations(l):
    if not l: yield ()
    for i, x in enumerate(l):
        for rest in permutations(l[:i] + l[i + 1:]): yield (x,) + rest
print(list(permutations([1, 2, 3])), sum(1 for _ in permutations("abcde")))
def powerset(l):
    for mask in range(1 << len(l)): yield [x for i, x in enumerate(l) if mask >> i & 1]
print(list(powerset("abc")), list(map(tuple, zip(*[iter(range(9))] * 3))), list(zip(*[[1, 2], [3, 4]])), list(reversed(list(enumerate("ab")))))
it = iter(range(5))
print([(a, next(it, None)) for a in it], sum(1 for _ in filter(None, [0, 1, 2])), list(map(lambda *a: a, "ab", "cd")), min(enumerate([3, 1, 2]), key=lambda p: p[1]), dict(enumerate("ab", 1)), [*range(3), *"ab"], sorted(zip("ba", [1, 2])), any(x > 3 for x in iter([1, 5])))
print(max(zip([1, 5, 2], "abc")), list(zip(range(3), iter("abcdef"))), list(filter(str.isdigit, "a1b2")), list(map(str.strip, [" a ", "b "])), "".join(map(chr, range(97, 102))), list(map(len, ["a", [], {}])))
