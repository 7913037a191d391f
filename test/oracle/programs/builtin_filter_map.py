print(list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), list(filter(None, [0, 1, "", "a", None])))
print(list(filter(lambda x: x % 2, range(6))), list(map(int, "123")), list(map(max, [1, 5], [3, 2])))
m = map(print, ["a", "b"])
print("lazy")
print(list(m))
f = filter(lambda x: x > 1, [1, 2, 3])
print(next(f), next(f), next(f, "none"))
print(iter(f) is f)
print(sum(map(lambda p: p[0] * p[1], [(1, 2), (3, 4)])))
def boom(x):
    if x == 2: raise ValueError(f"bad {x}")
    return x
m = map(boom, [1, 2, 3])
print(next(m))
try:
    next(m)
except ValueError as e:
    print(e)
print(next(m), list(m))
for g in (lambda: map(str), lambda: list(map(5, [1])), lambda: filter(None), lambda: list(filter(3, [1])), lambda: map(str, 5), lambda: map()):
    try:
        g()
    except TypeError as e:
        print(e)
