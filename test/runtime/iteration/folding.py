# all, any, sum, min, max.
def attempt(name, action):
    try:
        print(name, action())
    except Exception as error:
        print(name, error.__class__.__name__, error)


class Number:
    def __init__(self, value):
        self.value = value

    def __add__(self, other):
        print("add", self, other)
        return Number(self.value + (other.value if isinstance(other, Number) else other))

    def __radd__(self, other):
        print("radd", self, other)
        return Number(self.value + other)

    def __lt__(self, other):
        print("lt", self, other)
        return self.value < other.value

    def __gt__(self, other):
        print("gt", self, other)
        return self.value > other.value

    def __repr__(self):
        return f"N{self.value}"


class OnlyLess(Number):
    def __gt__(self, other):
        return NotImplemented


numbers = [Number(value) for value in [3, 1, 4, 1, 5]]
print(sum(numbers), sum(numbers, Number(10)), sum([numbers[0], 2]))
print(max(numbers), min(numbers), max(*numbers), min(Number(2), Number(2)) is not None)
print(max(numbers, key=lambda n: -n.value), min(numbers, key=lambda n: print("key", n) or n.value))
attempt("only less", lambda: max([OnlyLess(1), OnlyLess(2)]))
print(sum([]), sum([0.1] * 10 if False else [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1]))
print(sum([1e100, 1.0, -1e100]), sum([1, 2.5, True]), sum([[1], [2]], []), sum([2**60, 2**60], 0.5), sum(range(10**4)))
print(sum([True, True]), sum([1], None) if False else "-", sum((), start=5), sum([1, 2], 3), sum([1, 2], start=3))
print(max("hello"), min("hello"), max([1, 2.0, 2]), max([2, 2.0]), min([1, True]), min([True, 1]), max({1: 0, 3: 0}))
print(max([], default=None), max((), default="d"), min([], default=0), max([1], default=5), max(1, 2, key=lambda x: -x))
print(max(["a", "bcd", "ef"], key=len), min(["a", "bcd", "ef"], key=len), max([3, -4], key=abs), max([1, 2], key=None))
print(all([]), any([]), all([1, "a", [0]]), any([0, "", None]), all(x < 3 for x in range(10)), any(map(int, "001")))
for name, action in [
    ("sum", lambda: sum()),
    ("sum", lambda: sum(1)),
    ("sum", lambda: sum(1, 2, 3)),
    ("sum", lambda: sum([1], foo=3)),
    ("sum", lambda: sum([1], 2, start=3)),
    ("sum", lambda: sum([], "")),
    ("sum", lambda: sum(["a"])),
    ("sum", lambda: sum(["a", "b"], "")),
    ("sum", lambda: sum([[1]])),
    ("sum", lambda: sum([1], None)),
    ("sum", lambda: sum(start=1)),
    ("max", lambda: max()),
    ("max", lambda: max(1)),
    ("max", lambda: max([])),
    ("min", lambda: min(())),
    ("max", lambda: max(1, 2, default=1)),
    ("max", lambda: max(1, 2, foo=1)),
    ("max", lambda: max(key=len)),
    ("max", lambda: max([1, 2], key=3)),
    ("max", lambda: max(1, "a")),
    ("min", lambda: min([1, "a"])),
    ("min", lambda: min([None, None])),
    ("min", lambda: min([lambda: 0, 1])),
    ("all", lambda: all()),
    ("all", lambda: all(1)),
    ("any", lambda: any(1, 2)),
    ("any", lambda: any([], x=1)),
    ("key fails", lambda: max([1, 0], key=lambda x: 1 // x)),
    ("key stops", lambda: max([1, 0], key=lambda x: next(iter([])))),
]:
    attempt(name, action)
nan = float("nan")
print(max([nan, 1]), max([1, nan]), min([nan, 1]), min([1, nan]), sum([nan, 1]))
