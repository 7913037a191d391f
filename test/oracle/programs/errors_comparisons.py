values = [None, True, 5, 2.5, "ab", [1], (1,), {1: 2}, {1}, frozenset([1]), range(2), len, int, object, ValueError]
comparisons = [("<", lambda a, b: a < b), ("<=", lambda a, b: a <= b), (">", lambda a, b: a > b), (">=", lambda a, b: a >= b)]
for name, compare in comparisons:
    for a in values:
        for b in values:
            try:
                print(name, type(a).__name__, type(b).__name__, compare(a, b))
            except TypeError as e:
                print(e)
for a in values:
    print([a == b for b in values], [a != b for b in values])
