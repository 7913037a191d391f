# Methods of lists, dicts and sets that are called most, with keys and items of every kind, and with too few and too many arguments.
class Equal:
    def __init__(self, number):
        self.number = number

    def __eq__(self, other):
        return isinstance(other, Equal) and self.number == other.number

    def __hash__(self):
        return hash(self.number)

    def __repr__(self):
        return f'Equal({self.number})'


class Index:
    def __index__(self):
        return 0


def show(name, make):
    try:
        result = make()
    except Exception as error:
        print(name, type(error).__name__, error)
    else:
        print(name, type(result).__name__, repr(result))


keys = [0, 1, True, 1.0, -1, 10 ** 25, 'a', '', '\U0001f600', None, (1, 2), (1.0, 2), ((), 'x'), Equal(1), Equal(2), float('inf'),
        -0.0, [1], {}, frozenset([1]), 'long ' * 20]
for round in range(3):
    for key in keys:
        d = {1: 'one', 'a': 'letter', (1, 2): 'pair'}
        if round == 1:
            d[Equal(1)] = 'equal'
        if round == 2:
            d = {n: n for n in range(20)}
        s = set() if round == 0 else {1, 'a', (1, 2)}
        if round == 2:
            s.add(Equal(2))
        show('get', lambda: d.get(key))
        show('get or', lambda: d.get(key, key))
        show('get or else', lambda: d.get(key, 'else ' * 20))
        show('add', lambda: (s.add(key), len(s))[1])
        show('add again', lambda: (s.add(key), len(s))[1])
        show('discard', lambda: (s.discard(key), len(s))[1])
        show('remove', lambda: s.remove(key))
        show('add and remove', lambda: (s.add(key), s.remove(key), len(s)))
        show('discard what is not there', lambda: s.discard(key))

for items in [[], [1], [1, 2, 3], [1.5, 2.5], ['a', 'b' * 200], [None, True, [1]], [10 ** 30, 2]]:
    for place in [0, -1, 1, -2, 2, True, 1.0, 'x', 10 ** 20, Index()]:
        items2 = list(items)
        show('pop at', lambda: items2.pop(place))
        print(items2)
    items3 = list(items)
    show('pop', lambda: items3.pop())
    show('pop', lambda: items3.pop())
    print(items3)
show('pop of two', lambda: [1, 2].pop(0, 1))
show('get nothing', lambda: {}.get())
show('get three', lambda: {}.get(1, 2, 3))
show('add nothing', lambda: set().add())
show('add two', lambda: set().add(1, 2))
show('remove nothing', lambda: {1}.remove())
show('discard two', lambda: {1}.discard(1, 2))

# What comes and goes again and again leaves holes, and keeps the order of the rest.
s = set()
d = {}
for n in range(100):
    s.add(n % 7)
    d[n % 11] = n
    if n % 3 == 0:
        s.discard((n * 5) % 7)
        d.pop((n * 4) % 11, None)
    if n % 10 == 0:
        print(sorted(s), d)
mixed = {Equal(n): n for n in range(6)}
for n in range(40):
    del mixed[Equal(n)]
    mixed[Equal(n + 6)] = n
    if n % 8 == 0:
        print(mixed)

# One place of a call that meets several types.
for value in [[3, 1, 2], {'x': 1, 0: 5}, {1, 2}, [4], {0: 0}]:
    for argument in [0, 'x']:
        show('pop of any', lambda: value.pop(argument))
