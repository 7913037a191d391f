# Tables that grow from nothing to more than a few entries and lose some again, with every kind of key.
nan = float('nan')
KEYS = [1, 'a', 2.0, True, None, 'ab', 10**20, (1, 2), 1.5, nan, False, '', -1, (), 'abc', 2**53, ((1,), 'x'), 0.5, '\x01', 'é', range(2)]


def show(table):
    print(len(table), [(key in table, table.get(key, 'none')) for key in KEYS if key is not nan], nan in table)
    print(table)


table = {}
show(table)
for index, key in enumerate(KEYS):
    table[key] = index
    show(table)
for key in KEYS[::3]:
    print(table.pop(key, 'gone'))
    show(table)
for key in KEYS[1::3]:
    if key in table:
        del table[key]
    table[key] = 'again'
    show(table)

items = set()
for key in KEYS:
    items.add(key)
    print(len(items), [each in items for each in KEYS])
for key in KEYS[::2]:
    items.discard(key)
    print(len(items), [each in items for each in KEYS])
