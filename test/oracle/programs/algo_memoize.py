calls = []
def memoize(f):
    seen = {}
    def g(*args, **kw):
        key = args + tuple(sorted(kw.items()))
        if key not in seen:
            calls.append(key)
            seen[key] = f(*args, **kw)
        return seen[key]
    return g
@memoize
def lcs(a, b):
    if not a or not b: return ""
    if a[0] == b[0]: return a[0] + lcs(a[1:], b[1:])
    return max(lcs(a[1:], b), lcs(a, b[1:]), key=len)
print(lcs("AGGTAB", "GXTXAYB"), len(calls))
@memoize
def coins(amount, kinds=(1, 5, 10, 25)):
    if amount == 0: return 1
    if amount < 0 or not kinds: return 0
    return coins(amount, kinds[:-1]) + coins(amount - kinds[-1], kinds)
print(coins(100), coins(10, kinds=(2, 5)))
@memoize
def catalan(n): return 1 if n < 2 else sum(catalan(i) * catalan(n - 1 - i) for i in range(n))
print([catalan(i) for i in range(15)], catalan(60))
def knapsack(items, cap):
    best = [0] * (cap + 1)
    for w, v in items:
        for c in range(cap, w - 1, -1): best[c] = max(best[c], best[c - w] + v)
    return best[cap]
print(knapsack([(1, 1), (3, 4), (4, 5), (5, 7)], 7))
def partitions(n, m=None):
    m = n if m is None else m
    if n == 0: yield []
    for i in range(min(n, m), 0, -1):
        for rest in partitions(n - i, i): yield [i] + rest
print(list(partitions(5)))
