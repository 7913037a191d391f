# What an iterator has given before it fails is in the list already, and the list can be seen to grow.


def quotients(*divisors):
    for divisor in divisors:
        yield 12 // divisor


class Countdown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        return self

    def __next__(self):
        self.start -= 1
        if self.start < 0:
            raise KeyError('below zero')
        return self.start


class Items:
    def __getitem__(self, index):
        if index == 3:
            raise ValueError('no more')
        return index


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


items = ['first']
attempt(lambda: items.extend(quotients(1, 2, 0, 3)))
print(items)
attempt(lambda: items.extend(Countdown(2)))
print(items)
attempt(lambda: items.extend(Items()))
print(items)
attempt(lambda: items.extend(map(lambda divisor: 1 // divisor, [1, 0])))
print(items)


def add_in_place(more):
    global items
    items += more


attempt(lambda: add_in_place(quotients(4, 0)))
print(items)
attempt(lambda: add_in_place(5))
attempt(lambda: items.extend(None))


def growing():
    for number in range(3):
        yield len(items)
        items.append(-number)


items = []
items.extend(growing())
print(items)
items += growing()
print(items)
items.extend(iter(items[:2]))
items.extend(items)
print(len(items), items[-3:])
# These take all first.
items = [1, 2, 3]


def put(more):
    items[1:2] = more


attempt(lambda: put(quotients(1, 0)))
print(items)
put(growing())
print(items)
