print(sorted([3, 1, 2]), sorted("hello"), sorted([3, 1, 2], reverse=True), sorted(["b", "A", "c"], key=str.lower), sorted({3: 0, 1: 0}), sorted(()))
data = [("b", 2), ("a", 2), ("c", 1)]
print(sorted(data, key=lambda p: p[1]), sorted(data, key=lambda p: p[1], reverse=True), sorted(data, key=lambda p: (-p[1], p[0])))
print(sorted([1, 2.5, True, 0]), sorted([[2], [1, 5], [1]]), sorted([(1, "b"), (1, "a")]), sorted("bca", key=None))
calls = []
def key(x):
    calls.append(x)
    return -x
print(sorted([1, 3, 2], key=key), calls)
l = [5, 2, 9]
print(l.sort(), l, l.sort(reverse=True), l, l.sort(key=lambda x: x % 5), l)
for f in (lambda: sorted([1, "a"]), lambda: sorted(5), lambda: sorted([1], foo=1), lambda: sorted(), lambda: sorted([None, 1]), lambda: [1, 2].sort(5), lambda: sorted([1, 2], key=5), lambda: sorted([{}, {}])):
    try:
        f()
    except TypeError as e:
        print(e)
class K:
    def __init__(self, v): self.v = v
    def __lt__(self, o):
        if o.v == 13: raise ValueError("unlucky")
        return self.v < o.v
print([k.v for k in sorted([K(3), K(1), K(2)])])
try:
    sorted([K(13), K(1), K(2)])
except ValueError as e:
    print(e)
print(sorted(range(20), key=lambda x: (x % 3, -x)))
