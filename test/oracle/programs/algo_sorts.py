def bubble(l):
    l = l[:]
    for i in range(len(l)):
        done = True
        for j in range(len(l) - 1 - i):
            if l[j] > l[j + 1]:
                l[j], l[j + 1] = l[j + 1], l[j]
                done = False
        if done: break
    return l
def quick(l): return l if len(l) < 2 else quick([x for x in l[1:] if x < l[0]]) + [l[0]] + quick([x for x in l[1:] if x >= l[0]])
def merge_sort(l):
    if len(l) < 2: return l
    m = len(l) // 2
    a, b, out = merge_sort(l[:m]), merge_sort(l[m:]), []
    while a and b: out.append((a if a[0] <= b[0] else b).pop(0))
    return out + a + b
def insertion(l):
    out = []
    for x in l:
        i = len(out)
        while i > 0 and out[i - 1] > x: i -= 1
        out.insert(i, x)
    return out
def counting(l):
    c = [0] * (max(l) + 1)
    for x in l: c[x] += 1
    return [v for v, n in enumerate(c) for _ in range(n)]
def shell(l):
    l, gap = list(l), len(l) // 2
    while gap:
        for i in range(gap, len(l)):
            x, j = l[i], i
            while j >= gap and l[j - gap] > x:
                l[j] = l[j - gap]
                j -= gap
            l[j] = x
        gap //= 2
    return l
seed = 42
def rand():
    global seed
    seed = (seed * 1103515245 + 12345) % 2 ** 31
    return seed
data = [rand() % 100 for _ in range(40)]
print(data)
for f in (bubble, quick, merge_sort, insertion, counting, shell): print(f.__name__, f(data) == sorted(data))
def search(l, t):
    lo, hi = 0, len(l)
    while lo < hi:
        mid = (lo + hi) // 2
        if l[mid] < t: lo = mid + 1
        else: hi = mid
    return lo if lo < len(l) and l[lo] == t else None
s = sorted(set(data))
print(all(s[search(s, x)] == x for x in s), search(s, -1), search(s, 1000))
print(sorted([rand() % 10 - 5 for _ in range(15)], key=lambda x: (abs(x), x)), sorted(data, reverse=True)[:5])
