l = [3, 1]
l.append(2)
l.extend([5, 4])
l.extend("ab")
l.insert(0, "first")
l.insert(100, "last")
l.insert(-1, "prelast")
print(l, len(l))
print(l.pop(), l.pop(0), l.pop(-1), l.pop(1), l)
l.remove("a")
print(l, l.index(2), l.count(5), [1, 2, 1].count(1), [1, 2, 3, 2].index(2, 2), [1.0].index(1))
c = l.copy()
c.reverse()
print(c, l, c == l[::-1], c is l)
l.clear()
print(l, bool(l))
for f in (lambda: [].pop(), lambda: [1].pop(5), lambda: [1].remove(2), lambda: [1].index(3), lambda: [1].insert("a", 1), lambda: [].extend(5), lambda: [1].pop("a"), lambda: [].append(), lambda: [].append(1, 2), lambda: [].nope(), lambda: [1].index(1, 5), lambda: [].insert(1), lambda: [].reverse(1), lambda: [].copy(1)):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
l = [1, 2, 3]
for x in l:
    if x < 3: l.append(x + 10)
print(l)
l = list(range(5))
for x in l:
    l.remove(x)
print(l)
