# Functions that the library calls with one thing after another, and generators that it goes through: what they do in between.


class Truth:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        return self.value > 2


def numbers(count):
    for number in range(count):
        got = yield number
        print("behind", number, got)


def fails_at(limit):
    def check(number):
        if number == limit:
            raise ValueError(number)
        return number

    return check


def outcome(work):
    try:
        print(work())
    except (ValueError, TypeError, RuntimeError, StopIteration) as error:
        print(type(error).__name__, error)


# Closures: each call has cells of its own.
makers = list(map(lambda a: lambda: a, [1, 2, 3]))
print([maker() for maker in makers])
made = sorted([3, 1, 2], key=lambda a: (lambda: a)())
print(made)

# Truth that the program decides.
print(list(filter(lambda a: Truth(a), range(6))))
print([a for a in filter(lambda a: a % 3, range(10))])
print([a for a in map(lambda a: a * a, range(5))])

# Who asks a filter while it asks.
items = filter(lambda a: a % 2 == 0 or next(items, 0) > 4, range(12))
print(list(items))
doubled = map(lambda a: (a, next(doubled, None)), range(5))
print(list(doubled))

# Errors in the midst of it, and what is left.
some = filter(fails_at(3), [1, 2, 3, 4, 5])
outcome(lambda: list(some))
print(list(some))
others = map(fails_at(3), [1, 2, 3, 4, 5])
outcome(lambda: list(others))
print(list(others))
outcome(lambda: sorted([1, 2, 3, 4], key=fails_at(3)))
mine = [4, 3, 2, 1]
outcome(lambda: mine.sort(key=fails_at(2)))
print(mine)
outcome(lambda: mine.sort(key=lambda a: mine.append(a) or a))
outcome(lambda: list(map(lambda: 1, [1])))
outcome(lambda: list(map(lambda a, b: a, [1])))
outcome(lambda: sorted([2, 1], key=lambda a, b=1: a * b))

# One through another.
print(list(map(lambda a: a + 1, map(lambda a: a * 2, range(4)))))
print(list(filter(lambda a: a > 2, map(lambda a: a * 2, range(4)))))
print(sum(map(lambda a: a + 0.5, filter(lambda a: a % 2, range(9)))))
print(max(map(lambda a: -a, [3, 1, 2])), any(map(lambda a: a > 1, [0, 1, 2, 3])), all(filter(lambda a: a, [1, 2])))
print(list(map(lambda a: sorted(a, key=lambda b: -b), [[1, 2], [3, 4]])))
print(list(map(lambda a: sum(b * a for b in range(a)), range(5))))
print(dict(map(lambda a: (a, str(a)), "ab")), set(map(lambda a: a % 2, range(5))), tuple(map(lambda a: a, ())))
print(",".join(map(lambda a: a.upper(), ["x", "y"])))
print(list(zip(map(lambda a: a, range(3)), filter(lambda a: a, range(3)))))
print([list(map(lambda a: a, numbers(2))), list(filter(lambda a: True, numbers(2)))])
print(list(map(lambda a: numbers(a), [1]))[0].__next__())

# Functions that call others in their place, that fail deep down, and that call the same again.
def pick(a):
    return inner(a)


def inner(a):
    return a if a < 2 else inner(a - 2)


print(list(map(pick, range(6))), sorted(range(6), key=pick))


def deep(a):
    return sorted([a, a - 1], key=deep)[0] if a > 0 else a


print(deep(5))

# Generators that go on at once where an operation takes what they yield.
print(sum(numbers(3)), list(numbers(2)), any(numbers(4)), all(numbers(2)))
waiting = numbers(5)
print(any(waiting), next(waiting), sum(waiting))


def with_handler(count):
    for number in range(count):
        try:
            yield number
            if number == 1:
                raise ValueError("one")
        except ValueError as error:
            print("handled", error)
        finally:
            print("finally", number)


print(list(with_handler(3)))
outcome(lambda: sum(a if a < 2 else "x" for a in range(4)))
outcome(lambda: sum([1] for _ in range(2)))
outcome(lambda: list(fails_at(2)(a) for a in range(4)))


def asks_itself():
    for number in range(3):
        try:
            yield sum(generator)
        except ValueError as error:
            yield str(error)


generator = asks_itself()
print(list(generator))
print(sum(sum(b for b in range(a)) for a in range(5)), list(list(b for b in range(a)) for a in range(3)))


class Adding:
    def __radd__(self, other):
        return next(others_left) + other


others_left = iter(range(10, 20))
print(sum(Adding() for _ in range(3)))
self_adding = (a for a in [1, 2, 3])


class Taking:
    def __radd__(self, other):
        return other + next(taken, 100)


taken = (Taking() if a < 2 else a for a in range(6))
outcome(lambda: sum(taken))


# What is called without being a function.
class Scaled:
    def __init__(self, by):
        self.by = by

    def __call__(self, number):
        return number * self.by

    def method(self, number):
        return number - self.by


print(list(map(Scaled(2), range(4))), list(filter(Scaled(0), [1, 2])), sorted([1, 3, 2], key=Scaled(-1)))
print(list(map(Scaled(2).method, range(4))), list(filter(Scaled(2).method, range(4))), [each.by for each in map(Scaled, range(3))])


def by_last(text):
    return text[-1]


class Weight:
    def __init__(self, grams):
        self.grams = grams

    def __lt__(self, other):
        return self.grams < other.grams

    def __repr__(self):
        return f"{self.grams} g"


def grams(weight):
    if weight.grams == 3:
        raise ValueError("too light")
    return weight


def ask(find):
    try:
        return find()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def items():
    for each in [2, 9, 4]:
        yield each
        print("behind", each)


WORDS = ["pear", "fig", "apple", "kiwi"]
print(max(WORDS, key=by_last), min(WORDS, key=by_last), max(WORDS, key=len), min(WORDS, key=lambda w: (len(w), w)))
print(max([3, 1, 2], key=lambda a: -a), min([0.5, 2, True], key=lambda a: -a), max("hello", key=lambda c: c))
print(max(items(), key=lambda a: a % 5), min((a * a for a in range(4)), key=lambda a: (a - 5) ** 2))
print(min([Weight(5), Weight(4)], key=lambda w: w), ask(lambda: max([Weight(5), Weight(4)], key=lambda w: w)))
print(ask(lambda: max([Weight(5), Weight(3)], key=grams)), ask(lambda: max([], key=by_last)))
print(max([], key=by_last, default="none"), max({"a": 1, "b": 2}, key=lambda k: -ord(k)), max(range(5), key=lambda n: n % 3))
print(ask(lambda: max([1, 2], key=lambda a: "x" if a == 1 else 2)), max([1, 2], key=lambda a: max([a, 5], key=lambda b: -b)))
growing = [1, 2]
print(max(growing, key=lambda a: growing.append(9) or a if len(growing) < 5 else a), growing)
print(ask(lambda: max([1, 2], key=3)), max([2**70, -5, 2**60], key=abs), max(map(str, [1, 22, 3]), key=len))
