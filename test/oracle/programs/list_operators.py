a, b = [1, 2], [3]
print(a + b, a * 2, 2 * a, a * 0, a == [1, 2], a != [1, 2], a < b, [1, 2] < [1, 2, 0], [] < [1], a is a, a <= [1, 2], [[1], 2] == [[1], 2.0], [1] == (1,))
c = a
c += [9]
print(a, c is a)
c = c + [10]
print(a, c, c is a)
x = [[]] * 3
x[0].append(1)
print(x)
y = [[] for _ in range(3)]
y[0].append(1)
print(y)
print(2 in a, 5 in a, 2.0 in a, [1] in [[1]], None in [0], a and "yes", [] or "empty", not a)
for f in (lambda: a + (1,), lambda: a + 1, lambda: a * "x", lambda: a * 1.5, lambda: a - b, lambda: a < 5, lambda: a < (1,), lambda: [1] < ["a"], lambda: -a, lambda: [] in {}):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
d = [1]
try:
    d += 5
except TypeError as e:
    print(e)
try:
    d *= []
except TypeError as e:
    print(e)
d += "ab"
d += {"k": 1}
print(d)
matrix = [[i * j for j in range(3)] for i in range(3)]
print(matrix, [row[1] for row in matrix], [list(r) for r in zip(*matrix)], sum(matrix, []))


def repeated():
    for items in [[], [0], [1, 2], [None, "a", 1.5], [0.5], list(range(100)), list(range(1000))]:
        for times in [-1, 0, 1, 2, 3, 16, 17, 255, 256, 257, 300, 1000, 1025, 3000, True]:
            made = items * times
            length = len(made)
            same = length == len(items) * max(times, 0) and made[:len(items)] == (items if times > 0 else [])
            ends = made[-1:] == (items[-1:] if times > 0 else [])
            changes = [made[index] is items[index % len(items)] or made[index] == items[index % len(items)] for index in range(0, length, 97)]
            print(length, same, ends, all(changes), len(tuple(items) * times), end="; ")
        print()
    print([] * 10**18, () * 10**15, [[]] * 3)
    grid = [[0] * 300] * 2
    grid[0][299] = 5
    print(grid[1][299], sum(grid[1]), ([0] * 1000).count(0))


repeated()
