"""One call, and in turn all that can be called."""


class Point:
    def __init__(self, x):
        self.x = x

    def __repr__(self):
        return f"Point({self.x})"

    def __call__(self, y):
        return self.x + len(y)

    def moved(self, by):
        return Point(self.x + len(by))


class Plain:
    def __repr__(self):
        return "Plain()"


def double(x):
    return x + x


def outer(n):
    def inner(x):
        return [n, x]

    return inner


def many(*values, last=None):
    return values, last


def numbers(x):
    yield x
    yield len(x)


class Failing:
    def __init__(self, x):
        raise ValueError(x)


CALLED = [
    double,
    len,
    Point,
    str,
    Point(3),
    Point(4).moved,
    "a-b".split,
    outer(5),
    list,
    many,
    Failing,
    ValueError,
    lambda x: x * 2,
    Plain,
    None,
    sorted,
    numbers,
    tuple,
]


def call(f, x):
    try:
        return f(x)
    except (ValueError, TypeError) as error:
        return type(error).__name__ + ": " + str(error)


def shown(value):
    return list(value) if type(value).__name__ == "generator" else value


for f in CALLED:
    print(shown(call(f, "-")), shown(call(f, "ba")))
for step in (5, 7, 11):
    for i in range(40):
        f = CALLED[i * step % len(CALLED)]
        print(shown(call(f, "xyz"[: i % 3 + 1])))
