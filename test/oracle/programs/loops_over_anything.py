"""One loop that goes through whatever it is given, and generators that wait, call and are left."""


def total(items):
    result = []
    for item in items:
        result.append(item)
    return result


def count(n):
    i = 0
    while i < n:
        yield i
        i = i + 1


class Pair:
    def __init__(self, left, right=7):
        self.left = left
        self.right = right

    def both(self):
        return (self.left, self.right)


def double(x):
    return x + x


def made(n):
    for i in count(n):
        pair = Pair(i)
        yield pair.both()
        yield double(i)
        yield [x for x in count(i)]


def tree(depth):
    if depth > 0:
        for each in tree(depth - 1):
            yield each
        yield depth
        for each in tree(depth - 1):
            yield each


def failing(n):
    yield n
    yield 10 // n
    yield n - 1


def captured(n):
    step = 2

    def inner():
        at = 0
        while at < n:
            yield at
            at = at + step

    return inner()


def closed():
    try:
        yield 1
        yield 2
    finally:
        print("closed")


kinds = [[1, "a", None], range(3), count(3), "äb😀", (1, 2.5), {"k": 1}, [1.5, 2.5], {7}, [], range(0), count(0)]
for turn in range(3):
    for kind in kinds:
        print(total(kind))
print(total(made(4)))
print(total(tree(4)))
print(total(captured(7)))
for n in [5, 0]:
    try:
        print(total(failing(n)))
    except ZeroDivisionError as error:
        print("failed", error)
first = closed()
for item in first:
    print(item)
    break
first.close()
other = count(9)
for item in other:
    if item == 2:
        print(next(other), list(other))
print(list(zip(count(3), made(1))), max(count(6)), sorted(tree(3)))
