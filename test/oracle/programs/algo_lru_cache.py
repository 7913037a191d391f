class LRU:
    def __init__(self, capacity):
        self.capacity, self.data, self.hits, self.misses = capacity, {}, 0, 0
    def __getitem__(self, k):
        try:
            v = self.data.pop(k)
        except KeyError:
            self.misses += 1
            raise
        self.hits += 1
        self.data[k] = v
        return v
    def __setitem__(self, k, v):
        self.data.pop(k, None)
        if len(self.data) >= self.capacity:
            oldest = next(iter(self.data))
            print("evict", oldest)
            del self.data[oldest]
        self.data[k] = v
    def get(self, k, default=None):
        try:
            return self[k]
        except KeyError:
            return default
    def __contains__(self, k): return k in self.data
    def __len__(self): return len(self.data)
c = LRU(3)
for i, k in enumerate("abcadbe"): c[k] = i
print(list(c.data), c.get("a"), c.get("zz", "none"), "b" in c, len(c), c.hits, c.misses)
def lru_cache(maxsize):
    def deco(f):
        cache = LRU(maxsize)
        def w(*args):
            try:
                return cache[args]
            except KeyError:
                r = f(*args)
                cache[args] = r
                return r
        w.cache = cache
        return w
    return deco
@lru_cache(100)
def paths(r, c): return 1 if r == 0 or c == 0 else paths(r - 1, c) + paths(r, c - 1)
print(paths(12, 12), paths.cache.hits, paths.cache.misses)
try:
    c["missing"]
except KeyError as e:
    print(repr(e))
