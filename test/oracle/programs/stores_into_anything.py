# Items and attributes that are set where that is simply done, where it is more, and where it raises.
class Plain:
    pass


class Watched:
    def __setattr__(self, name, value):
        print('set', name, value)
        object.__setattr__(self, name, value)

    def __setitem__(self, key, value):
        print('item', key, value)
        if key == 'refuse':
            raise KeyError(key)


class Limited:
    @property
    def size(self):
        return 3

    @size.setter
    def size(self, value):
        if value < 0:
            raise ValueError('negative')
        print('size', value)


def attempt(container, index, value):
    try:
        container[index] = value
    except Exception as error:
        print(type(error).__name__, error)
    else:
        print(container if not isinstance(container, Watched) else 'watched')


def attempt_attribute(target, value):
    try:
        target.size = value
    except Exception as error:
        print(type(error).__name__, error)
    else:
        print(target.size)


values = [1, 2.5, True, None, 'text', 10 ** 30, 2 ** 40, [1], (2, 3), 'x' * 100]
for round in range(3):
    for value in values:
        attempt([1, 2, 3], 1, value)
        attempt([1.5, 2.5], -1, value)
        attempt([1, 2], 2, value)
        attempt({'a': 1}, 'a', value)
        attempt({}, (1, round), value)
        attempt({}, [1], value)
        attempt((1, 2), 0, value)
        attempt('text', 0, value)
        attempt(Watched(), 'key', value)
        attempt(Watched(), 'refuse', value)
        attempt(None, 0, value)
        attempt([0, 1, 2, 3], slice(1, 3), [value])
        attempt_attribute(Plain(), value)
        attempt_attribute(Watched(), value)
        attempt_attribute([], value)
    attempt_attribute(Limited(), 5)
    attempt_attribute(Limited(), -5)


# Objects that get their attributes in different orders, and more than fit at first.
def filled(names):
    made = Plain()
    for place in range(2):
        for name in names:
            if name == 'a':
                made.a = place
            elif name == 'b':
                made.b = made
            elif name == 'c':
                made.c = None
            elif name == 'd':
                made.d = 1.5
            elif name == 'e':
                made.e = name
            else:
                made.f = place == 0
    return made


for names in ['abcdef', 'fedcba', 'ace', 'bdf', 'aabb', 'f']:
    made = filled(names)
    print(names, sorted(made.__dict__), getattr(made, 'a', 'none'), getattr(made, 'f', 'none'))


def through_generator():
    table = {}
    cells = [0] * 4
    holder = Plain()
    for step in range(8):
        cells[step % 4] = step
        table[step % 3] = cells[step % 4] * 2
        holder.last = table[step % 3]
        yield holder.last, len(table)


for pair in through_generator():
    print(pair)


class OnlyStores:
    def __setitem__(self, index, value):
        print('stored', index, value)


class OnlyDeletes:
    def __delitem__(self, index):
        print('deleted', index)


def store(target):
    target[0] = 'item'


def delete(target):
    del target[0]


for action in [store, delete]:
    for target in [OnlyStores(), OnlyDeletes()]:
        for _ in range(2):
            try:
                action(target)
            except (AttributeError, TypeError) as error:
                print(type(error).__name__, error, error.args)
