"""What has a short way in the fast engine, and what is just beside it."""


def attempt(work):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)


class Number:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        return isinstance(other, Number) and self.value == other.value

    def __hash__(self):
        return self.value

    def __index__(self):
        return self.value


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


def count_up(end):
    for each in range(end):
        yield each


def hash_tuples():
    for items in [(0, 0), (-1,), (-2, 2**31, -2**31), (2**32, -2**32, 2**32 - 1), (2**53 - 1, 1 - 2**53), (2**61 - 1, 2**61),
                  (2**63, -2**63, 2**64), (10**30, -10**30), (0.5, -0.0, 1e300), (True, False), ((), (1,), ((2,),)), (frozenset([1]),)]:
        print(hash(items))
    print(hash((1, Number(5), (Number(-7), 2), 3)) == hash((1, 5, (-7, 2), 3)), {(Number(1), 2): 'found'}[(Number(1), 2)])


def go_through(items):
    found = []
    for each in items:
        found.append(each)
    return found


def iterate():
    shared = [3, 1, 2]
    kinds = [shared, (4, 5), {6: 7, 8: 9}, {6: 7}.items(), {6: 7}.values(), {1}, "ab", range(3), reversed(shared), reversed((1, 2)),
             reversed({1: 2}), zip(shared, "xyz"), enumerate("ab", 2**53 - 1), map(str, shared), filter(None, [0, 1]), count_up(2), Countdown(2), iter(shared), [1.5, 2.5], reversed([1.5, 2.5])]
    for kind in kinds:
        print(go_through(kind))
    for kind in [shared, {1: 2}, shared, (1,), {1: 2}, reversed(shared), shared, "a", range(2), reversed(shared), (1,), count_up(1), "b"]:
        print(go_through(kind), end=' ')
    print()
    attempt(lambda: go_through(5))
    attempt(lambda: go_through(Number(5)))


def pair():
    items = [1, 2, 3]
    print(list(zip()), list(zip([1])), list(zip([1, 2], "ab")), list(zip([1, 2], (3, 4), "xyz", {5: 6, 7: 8})))
    print(list(zip(items, count_up(2))), list(zip(Countdown(2), items)), list(zip(items, Countdown(5), Countdown(5))), tuple(zip([], items)))
    first = iter(items)
    print([a + b for a, b in zip(first, first)], next(first, 'end'))
    first = iter(items)
    print(list(zip(first, [])), list(first))
    for a, b in zip(items, items):
        if len(items) < 5:
            items.append(a * b)
    print(items)
    print(list(zip(items, "ab", strict=False)), list(enumerate(items, start=True)), list(enumerate("ab")))
    attempt(lambda: list(zip(items, "ab", strict=True)))
    attempt(lambda: zip(items, 5))
    attempt(lambda: enumerate(5))
    attempt(lambda: enumerate([1], "a"))
    attempt(lambda: enumerate([1], 1.5))
    print(tuple([1, 2]), tuple("ab"), tuple({1: 2}), tuple(count_up(3)), tuple(range(2)), tuple([]) is (), tuple([1.5]))


def change_lists():
    items = [1, 2, 3]
    items.insert(0, 0), items.insert(-1, 'x'), items.insert(99, 'end'), items.insert(-99, 'start'), items.insert(True, 'second')
    items.insert(Number(2), 'third')
    print(items, items.pop(0), items.pop(-2), items.pop(True), items.pop(), items.pop(Number(0)), items)
    for index in [5, -5, 2**40, 2**70, "a", 1.5, None]:
        attempt(lambda: items.pop(index))
        attempt(lambda: items.insert(index, 1) or items)
    attempt(lambda: [].pop())
    attempt(lambda: [].pop(0))
    attempt(lambda: items.pop(1, 2))
    attempt(lambda: items.insert(1))
    floats = [0.5, 1.5, 2.5]
    print(floats.pop(1), floats.pop(), floats.pop(0), floats)
    floats.insert(0, 3.5)
    floats.insert(0, 4.5)
    del floats[-1]
    print(floats, ["a" * 70, 2**80].pop(0), [2**80, "a"].pop(0))
    items = [1, 2, 3, 4]
    del items[-2], items[0]
    print(items)

    def delete(index):
        del items[index]
    for index in [2, -3, 2**70, "a", None]:
        attempt(lambda: delete(index))


def repeat_and_join():
    items = [1, 2]
    same = items
    items *= 2
    pair = (1, 2)
    print(items is same, items * 0, items * -1, items * True, 2 * pair, pair * 1 is pair, pair * 0, [0.5] * 3, "ab" * 2, [[]] * 2)
    items += (3,)
    print(pair + (3,), pair + () is pair, () + pair is pair, items, same is items)
    attempt(lambda: [1] * 2**70)
    attempt(lambda: [1] * 1.5)
    attempt(lambda: pair * "a")
    attempt(lambda: pair + [1])
    attempt(lambda: [1] + pair)
    attempt(lambda: {1} * 2)
    print([1] * Number(2), pair * Number(2))


def compare_tables():
    nan = float('nan')
    print({1: 2, 3: 4} == {3: 4, 1: 2}, {1: True} == {1.0: 1}, {1: nan} == {1: nan}, {1: 2} == {1: 2, 3: 4})
    print({1: None} != {1: 0}, {1: [1, {2: 3}]} == {1: [1, {2: 3}]}, {1: Number(2)} == {1: Number(2)}, {Number(1): 2} == {Number(1): 2})
    print({1, 2} == {2, 1}, {1} == frozenset([1]), {1, 2} == {1, 3}, {(1, 2)} == {(1, 2)}, {1: 2} == {1}, {1} != [1], {Number(1)} == {Number(1)})


def empty_and_fill():
    table = {1: 2}
    items = {0}
    for each in range(50):
        table[each % 7] = each
        del table[each % 7]
        items.add(each)
        items.discard(each - 1)
        table[each] = each
        if each % 3:
            del table[each]
    print(table, items, list(reversed(table)), table.popitem(), dict(table) == table)


def sort():
    for items in [[3, -1, 2], [2**53 - 1, 0, -2**40], [1, True, 0], [2, 2**70, 1], [1, 2.5, 0], [5, 5, 5], [1, "a"], [], [Number(1), 2]]:
        attempt(lambda: sorted(items))
        attempt(lambda: sorted(items, reverse=True))
    print(sorted([(7 * each) % 17 for each in range(17)]), sorted([(7 * each) % 16 for each in range(16)], reverse=True))


def f(a, b=1, *rest, c=2, **others):
    return a, b, rest, c, others


def plain(a, b=1):
    return a, b


class Held:
    def __init__(self, a, b=3):
        self.both = a, b

    def get(self, c, d=4):
        return self.both, c, d

    def __call__(self, *given, **named):
        return given, named

    @staticmethod
    def free(a):
        return a

    @classmethod
    def of(cls, *given):
        return cls(*given).both


def spread():
    few, names = [1, 2], {'b': 5}
    print(plain(*few), plain(*[1]), plain(*(7, 8)), plain(*"ab"), plain(1, **names), plain(**{'a': 1, 'b': 2}), plain(*[], **{'a': 0}))
    print(f(*range(5)), f(*few, c=3, d=4), f(0, *few, *few, **names, x=1) if False else '', f(*[1], **{'c': 1, 'z': 2}))
    held = Held(*few)
    print(held.both, held.get(*few), held(*few, **names), Held.free(*[1]), Held.of(*few), max(*few), list(count_up(*[3])), (lambda *a: a)(*few))
    bound = held.get
    print(bound(*[1]), bound(*few), isinstance(*[1, int]), print(*few, **{'sep': '-'}))
    for given, named in [([], {}), ([1, 2, 3], {}), ([1], {'a': 1}), ([1], {'z': 1}), ([1, 2], {'b': 1})]:
        attempt(lambda: plain(*given, **named))
        attempt(lambda: held.get(*given, **named))
        attempt(lambda: Held(*given, **named))
    attempt(lambda: plain(**{1: 2}))
    attempt(lambda: 5(*few))
    attempt(lambda: max(*[]))
    attempt(lambda: int(*["a"]))

    def through():
        for each in range(3):
            yield plain(*[each]), f(*range(each)) if each else None
    print(list(through()), next(through()))


class Truthful:
    def __init__(self, truth):
        self.truth = truth

    def __bool__(self):
        return self.truth


class Long:
    def __len__(self):
        return 2


def replace_parts():
    items = [1, 2, 3, 4, 5]
    other = [7, 8]
    items[1:3] = other
    items[3:3] = [0, 0, 0]
    items[-1:] = []
    items[4:1] = [9]
    items[:0] = items
    items[2:4] = items[2:3]
    print(items, other)
    items[::2] = [0] * len(items[::2])
    items[1:2] = (x for x in "ab")
    items[0:2] = items
    floats = [0.5, 1.5]
    floats[0:1] = [2.5]
    floats[1:] = ["a"]
    print(items, floats, slice(1, 2, 3), slice(None), slice(1, 2).step)

    def replace(start, stop, step, values):
        items[start:stop:step] = values
    for part in [(0, 1, None, 5), (0, 4, 2, [1]), (0, 1, 0, [1]), ("a", 1, None, []), (0, 2**70, None, [1, 2]), (Number(0), Number(1), None, [3]), (0, 0, 1, None)]:
        attempt(lambda: replace(*part) or items)


def fill():
    print({1, 2} == set([1, 2, 1, True]), set((1, 1.0, "a")), sorted(set([3, 1, 2])), len(set([Number(1), 1, Number(1), Number(2), 1])))
    items = {0}
    for more in [[1, (2, 3)], (4,), [Number(4), Number(4)], [5, [6], 7], "a", [Number(8), {}], []]:
        attempt(lambda: items.update(more) or len(items))
    print(len(items), 5 in items, 7 in items, Number(4) in items, frozenset([1, 1]))
    for pairs in [[(1, 2), [3, 4]], ((1, 2), "ab"), [(1, 2), (1, 3)], [(1, 2, 3)], [(1, 2), ()], [(1, 2), 5], [([], 1)], [(Number(1), 2), (Number(1), 3)], [{1: 2, 3: 4}], [count_up(2)], 5]:
        attempt(lambda: [value if isinstance(key, Number) else (key, value) for key, value in dict(pairs).items()])
    table = {1: 2, 'a': 'b', None: [0]}
    del table['a']
    print(list(table.items()), tuple(table.items()), list({}.items()), [1] + list(table.items()), list(table.items())[0] is list(table.items())[0])
    print([bool(each) for each in [0, 1, 0.0, "", "a", None, [], [0], (), {}, {0}, 2**70, range(0), Truthful(False), Truthful(True), Long(), Number(0)]], bool())
    attempt(lambda: bool(Truthful(1)))
    attempt(lambda: bool(1, 2))


hash_tuples()
iterate()
pair()
change_lists()
repeat_and_join()
compare_tables()
empty_and_fill()
sort()
spread()
replace_parts()
fill()
