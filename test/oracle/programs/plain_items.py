"""What goes the short way where all is plain, beside what is not: both have to give the same."""


class Odd:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        return True

    def __hash__(self):
        return 1

    def __lt__(self, other):
        return self.value < (other.value if isinstance(other, Odd) else other)

    def __repr__(self):
        return f'Odd({self.value})'


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


# Tuples as keys: small ints, ints around the limits of what is packed, bools and floats that equal them, and others.
limits = [0, 1, -1, 2 ** 12, -2 ** 12, 2 ** 16, -2 ** 16 - 1, 2 ** 25, -2 ** 25, 2 ** 25 - 1, 2 ** 51, 2 ** 53, 2 ** 60, 2 ** 64]
found = {}
for a in limits:
    found[(a,)] = [a]
    for b in limits:
        found[a, b] = [a, b]
        found[(a, b), a] = [a, b, a]
        found[1, a, b] = [1, a, b]
        found[b, a, 1, 0] = [b, a, 1, 0]
print(len(found))
for a in limits:
    for b in limits:
        assert found[(a, b)] == [a, b] and found[b, a, 1, 0] == [b, a, 1, 0] and found[(a, b), a] == [a, b, a]
        assert found[True, a, b] == found[1.0, a, b] == found[1, a, b] == [1, a, b]
        assert found[float(a), b] == [a, b]
print((0.0, -0.0) in found, (0.5, 1) in found, ('0', 0) in found, (None, 0) in found)
found[0.5, 1] = found['0', 0] = found[None, 0] = 'other'
print(found[0.5, 1], found['0', 0], found[(None, 0)], len(found))
print({(1, 2): 'a', (True, 2.0): 'b', (1, 2, 3): 'c', (1,): 'd', 1: 'e', '': 'f'})
print({2 ** 60: 1, float(2 ** 60): 2, (0, 0): 3, (2 ** 60,): 4, ((0, 0),): 5})
attempt(lambda: {(1, [2]): 3})
attempt(lambda: {}[1, 2])
attempt(lambda: (1, [2]) in {(1, 2)})

# Unpacking without tuples between.
a, b, c = 1, 'two', 3.5
a, b = b, a
a, b, c = c, a, b
print(a, b, c)
[x, y] = [y, x] = 'pq', 'rs'
print(x, y)
for number, (key, value) in enumerate({'a': 1, 'b': 2}.items(), 5):
    print(number, key, value)
for number, item in enumerate('h\u00e9\U0001f600y', 2 ** 53 - 2):
    print(number, item)
both = iter([1, 2, 3, 4, 5])
for x, y in zip(both, both):
    print(x, y)
for x, y in zip([1, 2, 3], (n * n for n in range(5))):
    print(x, y)
for x, y, z in zip('abc', range(2), [7, 8, 9]):
    print(x, y, z)


def unpack_wrong():
    for x, y in zip([1], [2], [3]):
        print(x, y)


def grow():
    table = {1: 2, 3: 4}
    for key, value in table.items():
        print(key, value)
        table[key + 10] = value


def shift():
    table = {1: 2, 3: 4}
    for key, value in table.items():
        print(key, value)
        del table[key]
        table[key + 10] = value


attempt(unpack_wrong)
attempt(grow)
attempt(shift)
attempt(lambda: [x for x, y in enumerate(5)])
attempt(lambda: [x for x, y in zip([1, 2], strict=True)])

# Searching, counting, adding up, the greatest and the least.
mixed = [1, 'a', 2.0, None, (1,), Odd(3), 'b', 1.0, True]
for wanted in [1, 'a', 'b', 'z', 2, 2.0, None, (1,), True, 99]:
    print(wanted, wanted in mixed, mixed.index(wanted), mixed.count(wanted), mixed.index(wanted, 1))
plain = [3, 1, 2, 3]
print(plain.index(3, 1), plain.count(3), 4 in plain, plain.count(True), plain.count(3.0), 'x' in plain)
attempt(lambda: plain.index(9))
floats = [1.5, 2.5, float('nan')]
print(2.5 in floats, 3 in floats, floats.count(2.5), floats[2] in floats)
for items in [[3, 1, 2], [1.5, 0.5], ['b', 'a', '\U0001f600', '\ufb00'], [1, 2.5], [True, 2], [2 ** 53, 1], [], [[1]], ['a', 1], [(1, 'b'), (1, 'a')]]:
    attempt(lambda: sum(items))
    attempt(lambda: sum(items, 0.5))
    attempt(lambda: (max(items), min(items)))
    attempt(lambda: (any(items), all(items)))
    attempt(lambda: (sorted(items), sorted(items, reverse=True)))

# Sorting by keys of every kind; equal ones keep their order, reversed or not.
pairs = [(1, 'b'), (0, 'c'), (1, 'a'), (0, 'a'), (1, 'b')]
print(sorted(pairs), sorted(pairs, reverse=True), sorted(pairs, key=lambda pair: pair[0]))
print(sorted(pairs, key=lambda pair: pair[0], reverse=True), sorted(pairs, key=lambda pair: (-pair[0], pair[1])))
print(sorted([(1,), (), (1, 2), (0, 9, 9)]), sorted([(1, 2.5), (1, -2.5)]), sorted([(0.0, 2), (-0.0, 1)]))
attempt(lambda: sorted([(1, 'a'), ('a', 1)]))
attempt(lambda: sorted([(1, None), (1, None), (0, None)]))
attempt(lambda: sorted([(1, None), (1, 2)]))
print(sorted([(1, Odd(2)), (1, Odd(1))]), sorted(['b', 'B', 'a\U0001f600', 'a\uffff'], key=str.lower))
print(sorted([2, True, 1, False]), sorted([2 ** 70, 1, -2 ** 70]), sorted([10, 9, 2, 33, 1]))

# Slices with a step.
for sequence in ['hello w\u00f6rld', 'a\U0001f600b\U0001f601c', list(range(12)), [1.5, 2.5, 3.5], (1, 2, 3)]:
    for start in [None, 0, 2, -3, 99, -99]:
        for stop in [None, 0, 5, -1, 99, -99]:
            print(repr(sequence[start:stop]), repr(sequence[start:stop:2]), repr(sequence[start:stop:-1]), repr(sequence[start:stop:-3]))
attempt(lambda: 'abc'[::0])
attempt(lambda: [1][::0])
attempt(lambda: 'abc'[::'x'])

# Texts.
print('one two one'.replace('one', '1'), 'aaaa'.replace('aa', 'b'), 'aaa'.replace('a', '', 2), '\U0001f600x'.replace('x', 'yy'))
print('abc'.isalpha(), 'ab1'.isalpha(), '12'.isdigit(), '1\u00b2'.isdigit(), '\u0661'.isdecimal(), '\u00e9'.isalpha(), ''.isalpha(), '@[`{'.isalpha())
print([character for character in 'a\U0001f600\u00e9'], 'a\U0001f600b'[1], 'a\U0001f600b'[-1], len('a\U0001f600b' * 20), ('ab\U0001f600' * 20)[59])
print('a' < 'b', 'a' <= 'a', '\uffff' < '\U00010000', '\uffff' > '\U00010000', 'a' >= 'ab', '' < 'a')
print('bc' in 'abcd', '' in '', 'x' in 'abc')
attempt(lambda: 'abc'[5])
attempt(lambda: 'abc' < 1)
attempt(lambda: 'abc' + 1)

# Sets.
left, right = {3, 1, 2, 'a', (1, 2)}, {2, (1, 2), 5, 'a', 7, 8}
print(sorted(map(str, left & right)), sorted(map(str, left | right)), sorted(map(str, left - right)), sorted(map(str, left ^ right)))
print(sorted(map(str, left.union([9], (9, 10)))), left.isdisjoint(right), left <= right, {1.0} & {True}, {True} | {1})
left |= {11}
left &= {11, 3}
print(sorted(left), len(left), 3 in left, 4 in left)
many = set()
for number in range(200):
    many.add(number)
    many.discard(number - 3)
print(sorted(many))
print({Odd(1)} & {Odd(2)}, len({Odd(1), 1}), Odd(5) in {1: 2})
