print(list(enumerate("abc")), list(enumerate(["x", "y"], 5)), list(enumerate(iterable="pq", start=-1)))
print(list(zip()), list(zip([1, 2])), list(zip([1, 2, 3], "ab")), list(zip("abc", [1, 2, 3], (True, False, None))))
e = enumerate([10, 20])
print(next(e), next(e), next(e, "end"))
z = zip([1], [2])
print(iter(z) is z, next(z), next(z, None))
a = [(1, "a"), (2, "b"), (3, "c")]
nums, letters = zip(*a)
print(nums, letters)
print(dict(zip("abc", range(3))))
try:
    list(zip([1, 2], [1], strict=True))
except ValueError as err:
    print(err)
try:
    list(zip([1], [1, 2], strict=True))
except ValueError as err:
    print(err)
print(list(zip([1], [2], strict=True)))
for f in (lambda: enumerate(5), lambda: zip(5), lambda: zip([1], None), lambda: enumerate([], "a"), lambda: enumerate()):
    try:
        f()
    except TypeError as err:
        print(err)
for i, (x, y) in enumerate(zip("ab", "cd")):
    print(i, x, y)
