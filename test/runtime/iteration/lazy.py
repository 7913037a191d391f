# map, filter, zip, enumerate: laziness, errors that pass, and messages.
def attempt(name, action):
    try:
        print(name, action())
    except Exception as error:
        print(name, error.__class__.__name__, error)


def noisy(values):
    for value in values:
        print("gives", value)
        yield value
    print("ends")


def double(value):
    print("doubles", value)
    return value * 2


def add(a, b):
    return a + b


def is_even(value):
    return value % 2 == 0


m = map(double, noisy([1, 2, 3]))
print("made")
print(next(m), list(m), list(m))
print(list(map(add, [1, 2, 3], (10, 20))), list(map(add, "abc", iter("xyz"))))
print(list(map(int, ["1", "2"])), list(map(str, [1, None, 2.5])), list(map(len, ["a", "bc"])))
m = map(int, ["1", "x", "3"])
print(next(m))
attempt("map fails", lambda: next(m))
print(list(m))


def pick(value):
    if value == 2:
        raise StopIteration("picked")
    return value


m = map(pick, [1, 2, 3])
print(list(m), list(m))
m = map(pick, [2, 3])
attempt("stops", lambda: next(m))
attempt("goes on", lambda: next(m))

f = filter(is_even, noisy(range(5)))
print(next(f), list(f), list(f))
print(list(filter(None, [0, 1, "", "a", None, [], [0]])), list(filter(bool, [0, 3])))
print(list(filter(lambda value: None, [1])), list(filter(lambda value: "x", [None, 0])))
f = filter(lambda value: 10 // value, [1, 0, 20, 3])
print(next(f))
attempt("filter fails", lambda: next(f))
print(list(f))


class Truth:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        print("asked", self.value)
        return self.value

    def __repr__(self):
        return f"Truth({self.value})"


print(list(filter(None, [Truth(True), Truth(False)])), list(filter(lambda item: Truth(item > 1), [1, 2, 3])))
print(any([Truth(False), Truth(True), Truth(True)]), all([Truth(True), Truth(False), Truth(True)]))

z = zip(noisy("ab"), noisy([1]), noisy("xy"))
print(next(z))
attempt("zip ends", lambda: next(z))
attempt("zip again", lambda: next(z))
print(list(zip()), list(zip([1, 2])), list(zip("abc", range(2))), list(zip([], [1])))
for arguments in [([1], []), ([1], [1], []), ([], [1]), ([], [], [1]), ([1, 2], [3, 4]), ([],), ([1], iter([1, 2]))]:
    attempt("strict", lambda: list(zip(*arguments, strict=True)))
attempt("strict", lambda: next(zip(strict=True), "end"))
attempt("strict", lambda: list(zip([1], "ab", strict=Truth(False))))


def broken():
    yield 1
    raise KeyError("broken")


first = iter([1, 2, 3])
z = zip(first, broken())
print(next(z))
attempt("zip fails", lambda: next(z))
print(list(first))

print(list(enumerate("abc")), list(enumerate("ab", 5)), list(enumerate(iterable=[7], start=-1)))
print(list(enumerate([1, 2], 2**53 - 1)), list(enumerate([1, 2], start=True)), list(enumerate([], 3)))
e = enumerate(broken(), 10)
print(next(e))
attempt("enumerate fails", lambda: next(e))
print(list(e))
for name, action in [
    ("map", lambda: map()),
    ("map", lambda: map(add)),
    ("map", lambda: map(add, 1)),
    ("map", lambda: map(add, [1], 2)),
    ("map", lambda: next(map(3, [1]))),
    ("map", lambda: next(map(add, [1]))),
    ("map", lambda: map(add, [1], key=2)),
    ("filter", lambda: filter()),
    ("filter", lambda: filter(None)),
    ("filter", lambda: filter(None, 3)),
    ("filter", lambda: filter(None, [], [])),
    ("filter", lambda: next(filter(3, [1]))),
    ("filter", lambda: filter(None, [], x=1)),
    ("zip", lambda: zip(1)),
    ("zip", lambda: zip([], 2)),
    ("zip", lambda: zip([], foo=1)),
    ("zip", lambda: zip([], foo=1, strict=1)),
    ("enumerate", lambda: enumerate()),
    ("enumerate", lambda: enumerate(1)),
    ("enumerate", lambda: enumerate([], "a")),
    ("enumerate", lambda: enumerate([], 1, 2)),
    ("enumerate", lambda: enumerate([], foo=1)),
    ("enumerate", lambda: enumerate(foo=1)),
    ("enumerate", lambda: enumerate(start=1)),
    ("method", lambda: map(add, []).__next__()),
    ("method", lambda: zip([1]).__next__()),
    ("method", lambda: enumerate([1]).__iter__().__next__()),
    ("method", lambda: filter(None, [1]).__next__()),
    ("method", lambda: reversed((1,)).__next__()),
]:
    attempt(name, action)

# An iterator that is asked while it is asked.
def again(value):
    return [value, next(m, "end")]


m = map(again, [1, 2, 3, 4, 5])
print(list(m))
f = filter(lambda value: next(f, 0) is not None, range(6))
print(list(f))
z = zip(map(lambda value: (value, next(z, None)), range(5)), "abcdef")
print(list(z))

# Deep nests of iterators.
numbers = iter(range(5))
for _ in range(3000):
    numbers = map(lambda value: value + 1, numbers)
print(list(numbers))
numbers = iter(range(5))
for _ in range(3000):
    numbers = filter(None, numbers)
print(list(numbers))
pairs = iter([1])
for _ in range(500):
    pairs = zip(pairs)
depth = 0
pair = next(pairs)
while not isinstance(pair, int):
    (pair,) = pair
    depth += 1
print(depth)
