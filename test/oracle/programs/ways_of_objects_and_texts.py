# What calls, attributes, lengths, slices and methods of strings do in the midst of loops, where a machine may take a shorter way.


class Point:
    count = 0

    def __init__(self, x, y=2):
        self._x = x
        self.y = y

    @property
    def x(self):
        return self._x

    @x.setter
    def x(self, value):
        self._x = value * 10

    def __call__(self, *given, scale=1):
        return (self._x, given, scale)

    def __len__(self):
        return self.y


class Adder:
    def __init__(self, n):
        self.n = n

    def __call__(self, a, b=100):
        return self.n + a + b


# Properties, in a place that meets several classes, and a class that changes.
def read_x(things):
    return [thing.x for thing in things]


class Other:
    x = "of the class"


class Late:
    def __getattr__(self, name):
        return "late " + name


points = [Point(1), Point(2), Other(), Late(), Point(3)]
for _ in range(3):
    print(read_x(points))
points[0].x = 5
print(read_x(points))
Point.x = property(lambda self: -self._x)
print(read_x(points))
Point.x = "plain"
print(read_x(points))
del Point.x
for point in points[:2]:
    try:
        print(point.x)
    except AttributeError as error:
        print("AttributeError", error)


class Failing:
    @property
    def x(self):
        raise AttributeError("no x here")

    @property
    def y(self):
        return self.missing

    def __getattr__(self, name):
        return "instead of " + name


print([Failing().x for _ in range(2)], [Failing().y for _ in range(2)])

# Objects that are called.
add = Adder(1)
print([add(i) for i in range(3)], [add(i, i) for i in range(3)], add(b=1, a=2))
print(points[0](), points[0](1, 2), points[0](1, scale=3))
for wrong in [lambda: add(), lambda: add(1, 2, 3), lambda: add(1, c=2), lambda: Other()(1)]:
    try:
        wrong()
    except TypeError as error:
        print("TypeError", error)
add.__call__ = lambda *a: "of the object"
print(add(1))
Adder.__call__ = lambda self, a: "of the class " + str(a)
print(add(1))

# Lengths.
for y in [0, 3, True, -1, 2.0, None, "3", 2**70]:
    try:
        print(len(Point(1, y)), type(len(Point(1, y))).__name__)
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)
print([len(Point(0, i)) for i in range(4)], [bool(Point(0, i)) for i in range(2)])

# Generators that nobody goes on with, in a row and beside those that go on.
def numbers(n):
    i = 0
    while True:
        yield i
        i += n


found = 0
held = [numbers(3), numbers(5)]
for i in range(1500):
    if any(n > i % 7 for n in numbers(1)):
        found += 1
    if i % 100 == 0:
        print(next(held[0]), next(held[1]), found)
print(found, next(held[0]), next(held[1]))


def outer():
    for i in range(600):
        yield i, all(n < 3 for n in numbers(1)), next(numbers(i))


print(sum(a + c for a, b, c in outer() if not b))

# Slices and sums of lists, also of floats.
floats = [0.5, 1.5, 2.5, 3.5]
ints = [1, 2, 3, 4]
for part in [floats[1:3], floats[:0], floats[-2:], floats[5:], ints[1:-1], ints[-9:9], "abcdef"[2:4], "aé😀b"[1:3]]:
    print(part)
copy = floats[:]
copy[0] = "changed"
copy.append(7)
print(copy, floats, floats + floats, floats + ints, ints + floats, [] + floats, floats[:0] + ints)
floats += [4.5]
alias = ints
ints += [5]
print(floats, alias is ints, ints)
for wrong in [lambda: ints + (1,), lambda: (1,) + ints, lambda: ints[1.5:], lambda: "abc"["a":]]:
    try:
        wrong()
    except TypeError as error:
        print("TypeError", error)
print([[1, 2, 3][a:b] for a in (None, 0, True, -1) for b in (None, 2, 2**80)])

# What strings do, called with other strings and with what is none.
text = "  ..Hello, wörld 😀..  "
print([text.strip(), text.strip(" ."), text.lstrip(" .H"), text.rstrip(". 😀"), text.strip("öd😀 ."), "xxé".strip("x")])
print(["a,b,,c".split(","), " a  b ".split(), "a-b-c".rsplit("-"), "a\nb".splitlines(), "k=v=w".partition("=")])
print(["ab".startswith("a"), "ab".endswith("b"), "ab".find("b"), "ab".count(""), "aXbX".replace("X", "é")])
print([c.isalpha() for c in "a1é 😀"], [c.upper() for c in "aß1"], "ÀB".lower(), "\x80".isascii(), "~".isascii())
for wrong in [
    lambda: "a".strip(1), lambda: "a".split(1), lambda: "a".split(""), lambda: "a".upper(1), lambda: "a".find(),
    lambda: "a".replace("b"), lambda: "a".index("b"), lambda: "a".startswith(1), lambda: "a".join(1),
]:
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

# The least and the greatest of numbers of all kinds.
nan = float("nan")
print(min(1, 2.0), min(2, 2.0), max(2.0, 2), max(True, 1), min(0.0, -0.0), min(-0.0, 0.0), max(1, True, 2.5, 2))
print(min(nan, 1), min(1, nan), max(nan, 1), max(1, nan), max(2**60, 2.0**60), min(2**53 + 1, 2.0**53))
print(sorted([2, 1.5, 1, 2.0, -1, 0.5]), sorted([1, 1.0, True, 0.5], reverse=True), sorted([3, 2.5, 10**20, 1e19]))
print(sorted([(2, "b"), (1.0, "a"), (1, "c")], key=lambda pair: pair[0]), [str(x) for x in sorted([1, nan])][:2])

# Digits: ties go to the even one, and what looks like a tie may be none.
print([f"{x:.0f}" for x in (0.5, 1.5, 2.5, 3.5, 1e16, 0.0)], [f"{x:.1f}" for x in (0.25, 0.75, 0.35, 1.25, -0.25)])
print([f"{x:.2f}" for x in (1.5, 0.125, 0.375, 2.675, 1.005, 1e22, 123456.785)], f"{2**-30:.29f}", f"{2**-30:.30f}")

# Lists that grow by others, also by themselves, in place; loops that unpack what lists hold.
grown = [1, 2]
same = grown
grown += [3.5]
grown += grown
grown.extend(grown)
grown.extend([])
grown.extend((7, 8))
grown += "ab"
print(same, same is grown)
halves = [0.5]
halves += [1.5]
halves += halves
halves.extend([2, "x"])
print(halves)
for wrong in [lambda: grown.extend(), lambda: grown.extend(1), lambda: grown.extend([1], [2])]:
    try:
        wrong()
    except TypeError as error:
        print("TypeError", error)


def pairs_of(things):
    seen = []
    try:
        for a, b in things:
            seen.append((b, a))
    except (TypeError, ValueError) as error:
        seen.append(str(error))
    return seen


for things in [[(1, 2), (3.5, "x")], [(1, 2), [3, 4], "ab", {5: 6, 7: 8}], [(1, 2), (1, 2, 3)], [(1,)], [1.5], [], [(1, 2), 3]]:
    print(pairs_of(things), pairs_of(tuple(things)))
growing = [(0, 1)]
for a, b in growing:
    if len(growing) < 5:
        growing.append((b, a + b))
print(growing)
