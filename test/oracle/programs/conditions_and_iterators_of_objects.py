"""Objects whose truth and whose items only their methods know."""


class Flag:
    def __init__(self, answer):
        self.answer = answer
        self.asked = 0

    def __bool__(self):
        self.asked += 1
        return self.answer


class Sized:
    def __init__(self, size):
        self.size = size

    def __len__(self):
        return self.size


class Failing:
    def __bool__(self):
        raise ValueError("no truth")


class Nothing:
    pass


def name(value):
    return type(value).__name__


def tests(value, other):
    found = []
    if value:
        found.append("if")
    else:
        found.append("else")
    if not value:
        found.append("not")
    found.append(name(value and other))
    found.append(name(value or other))
    found.append("yes" if value else "no")
    rounds = 0
    while value:
        rounds += 1
        if rounds == 3:
            break
    found.append(rounds)
    if value and other:
        found.append("both")
    if value or other:
        found.append("one")
    return found


def attempt(work):
    try:
        return work()
    except (TypeError, ValueError, OverflowError, StopIteration) as error:
        return name(error) + ": " + str(error)


VALUES = [Flag(True), Flag(False), Sized(0), Sized(3), Nothing(), Flag(1), Sized(-1), Sized("x"), Sized(2**80), Failing()]


def in_generator():
    for value in VALUES:
        for other in VALUES:
            yield attempt(lambda: tests(value, other))


for i in range(12):
    lines = [attempt(lambda: tests(value, other)) for value in VALUES for other in VALUES]
for line in lines:
    print(line)
print(list(in_generator()) == lines)
print(VALUES[0].asked > 100, VALUES[1].asked > 100)


class Count:
    def __init__(self, n, error=StopIteration):
        self.n = n
        self.error = error

    def __iter__(self):
        self.i = 0
        return self

    def __next__(self):
        if self.i >= self.n:
            self.end()
        self.i += 1
        return self.i

    def end(self):
        raise self.error("at", self.n)


class Rewound(Count):
    """Catches in its own frame what another one raises."""

    def __next__(self):
        try:
            return super().__next__()
        except ValueError:
            raise StopIteration


class Final:
    def __iter__(self):
        return self

    def __next__(self):
        try:
            raise StopIteration
        finally:
            ENDS.append(1)


ENDS = []


def total(iterable):
    result = 0
    for item in iterable:
        if item == 3:
            continue
        result += item
    else:
        result += 1000
    return result


def pairs(n):
    return [(a, b) for a in Count(n) for b in Count(a)]


def generated(n):
    for item in Count(n):
        yield item
    for item in Rewound(n, ValueError):
        yield -item


def first_in_try(n):
    for item in Count(n, KeyError):
        try:
            if item == 2:
                return item
        finally:
            ENDS.append(item)
    return None


for i in range(30):
    results = [
        total(Count(i)),
        total(Rewound(i, ValueError)),
        pairs(i % 5),
        list(generated(i % 7)),
        list(Count(i % 4)),
        sum(Count(i)),
        list(zip(Count(3), Count(i))),
        list(map(lambda x: x * 2, Count(2))),
        total(Final()),
        attempt(lambda: total(Count(i, ValueError))),
        attempt(lambda: next(iter(Count(0)))),
    ]
print(results)
print(len(ENDS), first_in_try(5), ENDS[-1])
try:
    first_in_try(1)
except KeyError as error:
    print("KeyError", error.args)


class Unfit:
    def __iter__(self):
        return 5


print(attempt(lambda: total(Unfit())), attempt(lambda: total(5)))
