# What slices mean whose parts are at the borders, beyond them, and beyond the numbers that a float holds exactly.
PLACES = [None, 0, 2, 5, -1, -3, 10, -10, 2**53 + 1, -10**30, 10**30, True]
STEPS = [None, 1, 2, -1, -2, 2**53 + 1, -2**53 - 1, 10**30, -10**30, 0]


def attempt(action):
    try:
        return action()
    except Exception as error:
        return (type(error).__name__, str(error))


def stored(items, part, values):
    items[part] = values
    return items


def deleted(items, part):
    del items[part]
    return items


for start in PLACES:
    for stop in PLACES:
        for step in STEPS:
            part = slice(start, stop, step)
            print(start, stop, step)
            print(attempt(lambda: [1, 2, 3, 4, 5, 6, 7][part]), attempt(lambda: (1, 2, 3, 4)[part]))
            print(attempt(lambda: 'abcdefg'[part]), attempt(lambda: 'aé😀b'[part]), attempt(lambda: range(9)[part]))
            print(attempt(lambda: stored([1, 2, 3, 4, 5], part, [9, 8])), attempt(lambda: stored([1.5, 2.5], part, [9])))
            print(attempt(lambda: deleted([1, 2, 3, 4, 5], part)))
