def values():
    yield 1
    yield 2 / 0
for v in values():
    print(v)
