# iter, next, sequences, sentinels, reversed: results and messages.
def attempt(name, action):
    try:
        print(name, action())
    except Exception as error:
        print(name, error.__class__.__name__, error, repr(error))


class Countdown:
    def __init__(self, start):
        self.left = start

    def __iter__(self):
        return self

    def __next__(self):
        if self.left == 0:
            raise StopIteration
        self.left -= 1
        return self.left


class Squares:
    def __init__(self, count):
        self.count = count

    def __getitem__(self, index):
        if index >= self.count:
            raise IndexError("behind all")
        return index * index


class Both(Squares):
    def __len__(self):
        return self.count


class Backwards:
    def __reversed__(self):
        return iter("backwards")


class NotReversible(Both):
    __reversed__ = None


class WrongIter:
    def __iter__(self):
        return 5


class Nothing:
    pass


class Failing:
    def __init__(self, error):
        self.error = error

    def __iter__(self):
        return self

    def __next__(self):
        raise self.error


class FailingSequence:
    def __getitem__(self, index):
        if index == 2:
            raise KeyError("two")
        return index


class StoppingSequence:
    def __getitem__(self, index):
        if index == 2:
            raise StopIteration
        return index


print(list(Countdown(3)), [x for x in Countdown(3)], sum(Countdown(4)))
print(list(Squares(4)), [x for x in Squares(3)], 9 in Squares(4), 5 in Squares(4))
print(list(reversed(Both(4))), list(reversed(Backwards())))
print(list(StoppingSequence()))
attempt("failing sequence", lambda: list(FailingSequence()))
it = iter(FailingSequence())
attempt("1", lambda: next(it))
attempt("2", lambda: next(it))
attempt("3", lambda: next(it))
attempt("4", lambda: next(it))
it = iter(Squares(1))
attempt("first", lambda: next(it))
attempt("end", lambda: next(it))
attempt("end again", lambda: next(it, "default"))
it = reversed(Both(2))
attempt("reversed", lambda: [next(it), next(it)])
attempt("reversed end", lambda: next(it))
attempt("reversed without", lambda: reversed(Nothing()))
attempt("not reversible", lambda: reversed(NotReversible(2)))
attempt("reversed without length", lambda: reversed(Squares(3)))
attempt("reversed int", lambda: reversed(3))
attempt("reversed set", lambda: reversed({1, 2}))
attempt("reversed of iterator", lambda: reversed(iter([1])))
attempt("reversed count", lambda: reversed())
attempt("reversed two", lambda: reversed([], []))
attempt("wrong iter", lambda: iter(WrongIter()))
attempt("for wrong iter", lambda: [x for x in WrongIter()])
attempt("nothing", lambda: iter(Nothing()))
attempt("next of nothing", lambda: next(Nothing()))
attempt("next of list", lambda: next([]))
attempt("next default", lambda: next(iter([]), None))
attempt("next", lambda: next(iter([])))
attempt("next count", lambda: next())
attempt("next count", lambda: next(iter([]), 1, 2))
attempt("iter count", lambda: iter())
attempt("iter count", lambda: iter(1, 2, 3))
attempt("iter callable", lambda: iter(1, 2))
attempt("iter int", lambda: iter(1))
attempt("iter None", lambda: iter(None))
attempt("iter function", lambda: iter(attempt))
attempt("iter class", lambda: iter(Nothing))
for value in [ValueError("v"), KeyError("k"), StopIteration("s"), StopIteration(), RuntimeError]:
    attempt("failing list", lambda: list(Failing(value)))
    attempt("failing next", lambda: next(Failing(value)))
    attempt("failing next default", lambda: next(Failing(value), "default"))
    attempt("failing in", lambda: 3 in Failing(value))
    attempt("failing sum", lambda: sum(Failing(value)))

# Sentinels.
counter = [0]


def count():
    counter[0] += 1
    return counter[0]


print(list(iter(count, 4)), counter)
it = iter(count, 6)
print(next(it), next(it, "end"), next(it, "end"), counter)


def stop():
    raise StopIteration("own")


def fail():
    raise ValueError("callable")


print(list(iter(stop, 1)))
attempt("callable stops", lambda: next(iter(stop, 1)))
attempt("callable fails", lambda: next(iter(fail, 1)))


class Sentinel:
    def __eq__(self, other):
        print("compared with", other)
        return other == 2


counter[0] = 0
print(list(iter(count, Sentinel())))

# Iterators as values.
it = iter([1, 2, 3])
print(it.__next__(), it.__iter__() is it, list(it), list(it))
attempt("method", lambda: it.__next__())
attempt("method", lambda: it.__next__(1))
attempt("attribute", lambda: it.missing)
attempt("method", lambda: iter("ab").__next__())
attempt("not an iterator", lambda: it())
step = iter(range(5)).__next__
print(step(), step(), step())

items = [1, 2, 3]
for item in items:
    if len(items) < 6:
        items.append(item * 10)
print(items)
it = iter(items)
print(list(it))
items.append(1)
print(list(it))
it = reversed(items)
next(it)
print(list(it))

print(list(reversed([1, 2, 3])), list(reversed((1, 2))), list(reversed("aé😀z")), list(reversed(range(0, 10, 3))))
print(list(reversed(range(0))), list(reversed("")), list(reversed(())), list(reversed(range(10, 0, -4))))
print(list(reversed({"a": 1, "b": 2})), list("aé😀z"), list(reversed(range(2**60, 2**60 + 4))))
print(list(range(2**53 - 2, 2**53 + 2)), list(range(-(2**53) - 2, -(2**53) + 2)), list(range(2**70, 2**70 + 2)))
print(list(range(2**60, -(2**61), -(2**60))), list(range(5, -2, -3)), list(range(3, 3)))

d = {"a": 1, "b": 2}
it = iter(d)
next(it)
d["c"] = 3
attempt("changed", lambda: next(it))
attempt("changed", lambda: next(it))
del d["c"]
attempt("changed back", lambda: next(it))
d = {1: 1}


def replace_keys():
    for key in d:
        del d[key]
        d[key + 1] = key


attempt("keys changed", replace_keys)
print(d)

# Unpacking.
def numbers():
    number = 0
    while True:
        yield number
        number += 1


def unpack_two(values):
    a, b = values
    return a, b


for values in [numbers(), [1, 2], (3, 4), "ab", {5: 0, 6: 0}, range(2), Countdown(2), Squares(2), [1], (), "abc", 5, None]:
    attempt("unpack", lambda: unpack_two(values))
attempt("unpack", lambda: unpack_two(Nothing()))
attempt("unpack", lambda: unpack_two(WrongIter()))
attempt("unpack", lambda: unpack_two(Failing(TypeError("own"))))
generator = numbers()
attempt("unpack", lambda: unpack_two(generator))
print(next(generator))
