class Heap:
    def __init__(self, items=(), key=lambda x: x):
        self.key, self.items = key, []
        for i in items: self.push(i)
    def push(self, x):
        self.items.append(x)
        i = len(self.items) - 1
        while i and self.key(self.items[i]) < self.key(self.items[(i - 1) // 2]):
            p = (i - 1) // 2
            self.items[i], self.items[p] = self.items[p], self.items[i]
            i = p
    def pop(self):
        if not self: raise IndexError("empty heap")
        top, last = self.items[0], self.items.pop()
        if self.items:
            self.items[0] = last
            i = 0
            while True:
                kids = [k for k in (2 * i + 1, 2 * i + 2) if k < len(self.items)]
                if not kids: break
                k = min(kids, key=lambda k: self.key(self.items[k]))
                if self.key(self.items[k]) >= self.key(self.items[i]): break
                self.items[i], self.items[k] = self.items[k], self.items[i]
                i = k
        return top
    def __len__(self): return len(self.items)
    def drain(self):
        while self: yield self.pop()
print(list(Heap([5, 3, 8, 1, 9, 2, 7]).drain()), list(Heap(["pear", "fig", "banana"], key=len).drain()))
h = Heap(key=lambda t: (t[0], t[1]))
for p, n in [(2, "b"), (1, "z"), (2, "a"), (0, "first")]: h.push((p, n))
print([n for _, n in h.drain()])
try:
    h.pop()
except IndexError as e:
    print(e)
def merge(*lists):
    h = Heap()
    its = [iter(l) for l in lists]
    for i, it in enumerate(its):
        for v in it:
            h.push((v, i))
            break
    while h:
        v, i = h.pop()
        yield v
        nxt = next(its[i], None)
        if nxt is not None: h.push((nxt, i))
print(list(merge([1, 4, 7], [2, 5], [], [0, 9])))
def huffman(s):
    h = Heap(key=lambda t: (t[0], t[1]))
    for i, c in enumerate(sorted(set(s))): h.push((s.count(c), i, c))
    n = 100
    while len(h) > 1:
        a, b = h.pop(), h.pop()
        h.push((a[0] + b[0], n, (a[2], b[2])))
        n += 1
    codes = {}
    def walk(t, p):
        if isinstance(t, str): codes[t] = p or "0"
        else:
            walk(t[0], p + "0")
            walk(t[1], p + "1")
    walk(h.pop()[2], "")
    return codes
c = huffman("abracadabra")
print(c, "".join(c[x] for x in "abra"))
