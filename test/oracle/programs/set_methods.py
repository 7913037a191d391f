s = {3, 1, 2}
s.add(4)
s.add(1)
s.discard(9)
s.discard(1)
print(sorted(s), len(s), 3 in s, 1 in s)
s.update([7, 8], (9,))
s.remove(9)
print(sorted(s))
a, b = {1, 2, 3, 4}, {3, 4, 5}
print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b), sorted(a.union([9], (8,))), sorted(a.intersection([1, 3], [3])), sorted(a.difference([1], [2])), sorted(a.symmetric_difference([1, 9])))
print(a < {1, 2, 3, 4, 5}, a <= a, a > {1}, a >= b, a.issubset(range(10)), a.issuperset([1]), a.isdisjoint([7]), a == {4, 3, 2, 1}, a != b, {1} == frozenset([1]))
c = a.copy()
c &= {1, 2, 9}
print(sorted(c))
c |= {7}
c -= {1}
c ^= {7, 8}
print(sorted(c))
c.intersection_update([2, 8])
c.difference_update([2])
c.symmetric_difference_update([1])
print(sorted(c), c.pop() in (1, 8), len(c))
c.clear()
print(c, set(), bool(c), {1}, {"a"}, {(1, 2)})
f = frozenset([1, 2])
print(f | {3} == {1, 2, 3}, type(f | {3}).__name__, type({3} | f).__name__, {f: 1}[frozenset([2, 1])], f.union([5]) == {1, 2, 5}, f.copy() is f)
for g in (lambda: {1}.remove(2), lambda: set().pop(), lambda: {1} | [1], lambda: {1} + {2}, lambda: {1}.add([]), lambda: {1} < 5, lambda: f.add(1), lambda: {1}[0], lambda: {1}.union(5), lambda: set(1, 2), lambda: {1} & "a", lambda: {1}.add(), lambda: hash({1}), lambda: {[]}, lambda: {1}.update(5)):
    try:
        g()
    except Exception as e:
        print(type(e).__name__, e)
try:
    for x in a:
        a.add(x + 100)
except RuntimeError as e:
    print(e)

print({1}.issuperset([2, []]), {1, 2}.issuperset({1: []}.items()), {1}.issuperset([1]), {1}.issuperset({1}), frozenset('ab').issuperset('abb'), {1}.issuperset(()), set().issuperset(x for x in []))
try: {1}.issuperset([1, []])
except TypeError as e: print(e)
try: {1}.issuperset(5)
except TypeError as e: print(e)


# Items of every kind, also such as say themselves what they equal, in the midst of others.
class Same:
    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        print("eq", self.name)
        return True

    def __hash__(self):
        print("hash", self.name)
        return 1


print(sorted(set("hello")), set(""), set([]), sorted({"x"} | set("xyz"), reverse=True), frozenset("aaa"))
print(len(set([1, True, 1.0, "a", None, (1, 2), (1, 2.0)])), [type(item) for item in set([True, 1, 1.0])])
print(len(set([1, Same("a"), 2, Same("b"), 1])), len(set((Same("c"), "x"))), len(set([i % 7 for i in range(9000)])))
known = {1, 2}
for items in [[3, [4], 5], (6, {}), ["a", {1}], [[0] * 3]]:
    try:
        known.update(items)
    except TypeError as e:
        print(e, known)
