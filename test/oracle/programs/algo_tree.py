class Tree:
    def __init__(self): self.root, self.count = None, 0
    class Entry:
        def __init__(self, k, v): self.k, self.v, self.l, self.r = k, v, None, None
    def __setitem__(self, k, v):
        def put(n):
            if n is None:
                self.count += 1
                return Tree.Entry(k, v)
            if k < n.k: n.l = put(n.l)
            elif k > n.k: n.r = put(n.r)
            else: n.v = v
            return n
        self.root = put(self.root)
    def __getitem__(self, k):
        n = self.root
        while n is not None:
            if k == n.k: return n.v
            n = n.l if k < n.k else n.r
        raise KeyError(k)
    def __delitem__(self, k):
        def remove(n, k):
            if n is None: raise KeyError(k)
            if k < n.k: n.l = remove(n.l, k)
            elif k > n.k: n.r = remove(n.r, k)
            elif n.l is None: return n.r
            elif n.r is None: return n.l
            else:
                m = n.r
                while m.l is not None: m = m.l
                n.k, n.v = m.k, m.v
                n.r = remove(n.r, m.k)
            return n
        self.root = remove(self.root, k)
        self.count -= 1
    def __len__(self): return self.count
    def __contains__(self, k):
        try:
            self[k]
            return True
        except KeyError:
            return False
    def items(self):
        def walk(n):
            if n:
                yield from walk(n.l)
                yield n.k, n.v
                yield from walk(n.r)
        return walk(self.root)
    def __iter__(self): return (k for k, _ in self.items())
    def height(self):
        def h(n): return 0 if n is None else 1 + max(h(n.l), h(n.r))
        return h(self.root)
t = Tree()
for i, w in enumerate("the quick brown fox jumps over the lazy dog".split()): t[w] = i
print(list(t), len(t), t["fox"], "cat" in t, "dog" in t, t.height(), dict(t.items()))
del t["quick"]
del t["the"]
print(list(t), len(t), list(t.items())[:2])
for f in (lambda: t["nope"], lambda: t.__delitem__("zebra")):
    try:
        f()
    except KeyError as e:
        print(repr(e))
def inorder(root):
    stack, n = [], root
    while stack or n:
        while n:
            stack.append(n)
            n = n.l
        n = stack.pop()
        yield n.k
        n = n.r
print(list(inorder(t.root)) == list(t))
class Trie:
    def __init__(self): self.kids, self.end = {}, False
    def add(self, w):
        n = self
        for c in w: n = n.kids.setdefault(c, Trie())
        n.end = True
        return self
    def words(self, p=""):
        if self.end: yield p
        for c in sorted(self.kids): yield from self.kids[c].words(p + c)
    def find(self, p):
        n = self
        for c in p:
            if c not in n.kids: return []
            n = n.kids[c]
        return list(n.words(p))
tr = Trie().add("car").add("cat").add("dog").add("do").add("cart")
print(list(tr.words()), tr.find("ca"), tr.find("x"), tr.find("do"))
