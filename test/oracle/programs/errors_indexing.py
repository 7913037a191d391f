containers = [None, True, 5, 2.5, "ab", [1, 2], (1, 2), {1: 2}, {1}, frozenset([1]), range(2), len, ValueError("v"), slice(1, 2), lambda: 0, (x for x in "a")]
keys = [0, 5, -3, True, "k", None, 1.0, (1,), slice(0, 1), [1]]
for c in containers:
    for k in keys:
        try:
            print(type(c).__name__, k, c[k])
        except Exception as e:
            print(type(c).__name__, k, type(e).__name__, e)
def store(c, k): c[k] = "v"
def remove(c, k): del c[k]
for operate in (store, remove):
    for c in [None, 5, "ab", (1, 2), {1}, range(2), len, ValueError("v")]:
        for k in [0, "k", slice(0, 1)]:
            try:
                operate(c, k)
            except Exception as e:
                print(operate.__name__, type(c).__name__, type(e).__name__, e)
for k in keys:
    for make in (lambda: [1, 2], lambda: {1: 2}):
        for operate in (store, remove):
            c = make()
            try:
                operate(c, k)
                print(operate.__name__, k, c)
            except Exception as e:
                print(operate.__name__, type(c).__name__, k, type(e).__name__, e)
