# sorted and list.sort: results, comparisons that are made, and what an error leaves.
def attempt(name, action):
    try:
        print(name, action())
    except Exception as error:
        print(name, error.__class__.__name__, error)


class Item:
    count = [0]

    def __init__(self, key, tag=None):
        self.key = key
        self.tag = tag

    def __lt__(self, other):
        Item.count[0] += 1
        return self.key < other.key

    def __repr__(self):
        return f"{self.key}{self.tag}"


class Loud(Item):
    def __lt__(self, other):
        print(self, "<", other)
        return self.key < other.key


class Truthy:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        return self.value


class Odd(Item):
    def __lt__(self, other):
        return Truthy(self.key < other.key)


class Reflected:
    def __init__(self, key):
        self.key = key

    def __gt__(self, other):
        print("gt", self.key, other.key)
        return self.key > other.key


def pseudo(count, modulus):
    value = 7
    for _ in range(count):
        value = (value * 1103515245 + 12345) % 2147483648
        yield value // 65536 % modulus


print(sorted([3, 1, 2]), sorted("hello"), sorted({3: 0, 1: 0}), sorted(range(5, 0, -1)), sorted(x for x in [2, 1]))
print(sorted([3, 1, 2], reverse=True), sorted(["b", "A", "c"], key=str.lower), sorted([1, 2, 3], key=lambda x: -x))
print(sorted([0, False, 1, True, 1.0, 0.0]), sorted([0, False, 1, True, 1.0, 0.0], reverse=True), sorted([2**70, 1, -(2**70), 0.5]))
print(sorted(["😀", "￿", "a", "é", "z", ""]), sorted([2.5, -0.0, 0.0, 1e300, float("inf"), -float("inf")]))
for count in [0, 1, 2, 5, 20, 63]:
    items = [Loud(value, index) for index, value in enumerate(pseudo(min(count, 6), 4))]
    print(sorted(items), sorted(items, reverse=True), sorted(items, key=lambda item: -item.key))
for count in [2, 10, 33, 63, 64, 65, 100, 1000, 3000]:
    for modulus in [1, 3, 50, 100000]:
        items = [Item(value, index) for index, value in enumerate(pseudo(count, modulus))]
        Item.count[0] = 0
        ordered = sorted(items)
        exact = Item.count[0] if count < 64 else "-"
        print(count, modulus, exact, ordered if count < 40 else sum(item.tag * index for index, item in enumerate(ordered)))
        ordered = sorted(items, reverse=True)
        print(sum(item.tag * index for index, item in enumerate(ordered)))
        values = list(pseudo(count, modulus))
        values.sort(key=lambda value: value % 10)
        print(sum(value * index for index, value in enumerate(values)))
for pattern in [lambda i: i, lambda i: -i, lambda i: i % 100, lambda i: -(i // 7), lambda i: (i * i) % 97]:
    items = [Item(pattern(index), index) for index in range(700)]
    items.sort()
    print(sum(item.tag * index for index, item in enumerate(items)))
    items.sort(reverse=True)
    print(sum(item.tag * index for index, item in enumerate(items)))
nan = float("nan")
print(sorted([3.0, nan, 1.0, nan, 2.0, 0.5]), sorted([nan, 1.0, 0.0], reverse=True))
print([item.key for item in sorted([Reflected(2), Reflected(1), Reflected(3)])])
print(sorted([Odd(2, "b"), Odd(1, "a")]))
for name, action in [
    ("sorted", lambda: sorted()),
    ("sorted", lambda: sorted(1)),
    ("sorted", lambda: sorted(1, foo=2)),
    ("sorted", lambda: sorted([1], 2)),
    ("sorted", lambda: sorted([1], foo=1)),
    ("sorted", lambda: sorted(iterable=[1])),
    ("reverse", lambda: sorted([1, 2], reverse="a")),
    ("reverse", lambda: sorted([1, 2], reverse=None)),
    ("reverse", lambda: sorted([1, 2], reverse=2)),
    ("reverse", lambda: sorted([1, 2], reverse=2**40)),
    ("key", lambda: sorted([1], key=1)),
    ("key", lambda: sorted([], key=1)),
    ("key", lambda: sorted([1], key=None)),
    ("sort", lambda: [].sort(1)),
    ("sort", lambda: [].sort(foo=1)),
    ("sort", lambda: [2, 1].sort()),
    ("compare", lambda: sorted([1, "a"])),
    ("compare", lambda: sorted(["a", 1, 2])),
    ("compare", lambda: sorted([None, None])),
    ("compare", lambda: sorted([None])),
    ("compare", lambda: sorted([{}, {}])),
]:
    attempt(name, action)

# What is left of a list after an error.
items = [3, 1, "a", 2, 0]
attempt("mixed", lambda: items.sort())
print(items)
attempt("mixed reversed", lambda: items.sort(reverse=True))
print(items)
items = [3, 1, 0, 2]
attempt("key fails", lambda: items.sort(key=lambda x: 1 // x))
print(items)


class Limited(Item):
    def __lt__(self, other):
        Item.count[0] -= 1
        if Item.count[0] == 0:
            raise ValueError("enough")
        return self.key < other.key


for limit in range(1, 30, 3):
    items = [Limited(value, index) for index, value in enumerate(pseudo(12, 50))]
    Item.count[0] = limit
    attempt("limit", lambda: items.sort(reverse=limit % 2 == 0))
    print(items)
items = [Limited(value, index) for index, value in enumerate(pseudo(200, 500))]
Item.count[0] = 1100
attempt("limit in a merge", lambda: items.sort())
print(len(items), sum(item.tag for item in items))

# Lists that are looked at or changed meanwhile.
items = [3, 1, 2]


def look(value):
    print("sees", items)
    return value


items.sort(key=look)
print(items)


def spoil(value):
    items.append(value)
    return value


attempt("modified", lambda: items.sort(key=spoil))
print(items)
attempt("modified and failed", lambda: items.sort(key=lambda value: items.append(1) or 1 // (value - 2)))
print(items)


class Spoiler(Item):
    def __lt__(self, other):
        items.append(0)
        return self.key < other.key


items = [Spoiler(2, "x"), Spoiler(1, "y")]
attempt("modified", lambda: items.sort())
print(items)
print(sorted([[2, 1], [1, 9], [1, 2]], key=lambda pair: sorted(pair, key=lambda value: -value)[0]))
