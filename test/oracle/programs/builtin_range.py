print(range(5), range(1, 5), range(1, 10, 2), list(range(5, 0, -1)), list(range(0)), list(range(3, 3)), list(range(0, -5)))
r = range(0, 20, 3)
print(len(r), r[0], r[-1], r[2:4], r[::-1], r[1:], list(r[::2]), 9 in r, 10 in r, r.index(9), r.count(3), r.start, r.stop, r.step)
print(range(3) == range(0, 3, 1), range(0) == range(2, 2), range(1, 2) == range(1, 3), hash(range(3)) == hash(range(3)), range(0, 3, 2) == range(0, 4, 2))
print(list(reversed(range(4))), sum(range(101)), max(range(3)), 3.0 in range(5), "a" in range(3), bool(range(0)), bool(range(1)))
print(range(10**20, 10**20 + 3), list(range(10**20, 10**20 + 3)), len(range(0, 10**15, 7)), range(10**20)[10**19])
for f in (lambda: range(), lambda: range(1.5), lambda: range("a"), lambda: range(1, 2, 0), lambda: range(1, 2, 3, 4), lambda: r[100], lambda: r.index(100), lambda: r["a"], lambda: range(None), lambda: len(range(10**30))):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
for i in range(3):
    for j in range(i):
        print((i, j), end=" ")
print()
