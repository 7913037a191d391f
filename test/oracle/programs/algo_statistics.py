data = [2.5, 3.1, 4.7, 5.0, 9.3, 1.2, 3.1, 8.8]
n = len(data)
mean = sum(data) / n
var = sum((x - mean) ** 2 for x in data) / (n - 1)
s = sorted(data)
median = (s[n // 2 - 1] + s[n // 2]) / 2
mode = max(set(data), key=data.count)
print(mean, var, var ** 0.5, median, mode, max(data) - min(data), round(mean, 3), f"{var:.6f}")
def quantile(q):
    k = (n - 1) * q
    f = int(k)
    return s[f] + (s[min(f + 1, n - 1)] - s[f]) * (k - f)
print([quantile(q / 4) for q in range(5)])
xs, ys = range(1, 6), [2.2, 4.1, 6.2, 7.9, 10.1]
mx, my = sum(xs) / 5, sum(ys) / 5
slope = sum((x - mx) * (y - my) for x, y in zip(xs, ys)) / sum((x - mx) ** 2 for x in xs)
print(slope, my - slope * mx)
def sqrt(x):
    g = x
    while abs(g * g - x) > 1e-12: g = (g + x / g) / 2
    return g
def sin(x): return sum((-1) ** k * x ** (2 * k + 1) / f for k, f in zip(range(10), facts()))
def facts():
    f, k = 1, 1
    while True:
        yield f
        f *= (k + 1) * (k + 2)
        k += 2
def integrate(f, a, b, n=100):
    h = (b - a) / n
    return h / 3 * (f(a) + f(b) + 4 * sum(f(a + i * h) for i in range(1, n, 2)) + 2 * sum(f(a + i * h) for i in range(2, n, 2)))
print(sqrt(2), sin(0.5), integrate(lambda x: x * x, 0, 3), integrate(sin, 0, 1))
def bisect(f, a, b):
    for _ in range(60):
        m = (a + b) / 2
        a, b = (m, b) if f(a) * f(m) > 0 else (a, m)
    return a
print(bisect(lambda x: x ** 3 - 2, 0, 2), bisect(lambda x: x * x - 3, 0, 5))
hist = {}
for x in data: hist[int(x)] = hist.get(int(x), "") + "#"
for k in sorted(hist): print(f"{k:>3} {hist[k]}")
def pi_digits(n):
    q, r, t, k, m, x = 1, 0, 1, 1, 3, 3
    out = []
    while len(out) < n:
        if 4 * q + r - t < m * t:
            out.append(m)
            q, r, m = 10 * q, 10 * (r - m * t), (10 * (3 * q + r)) // t - 10 * m
        else:
            q, r, t, k, m, x = q * k, (2 * q + r) * x, t * x, k + 1, (q * (7 * k + 2) + r * x) // (t * x), x + 2
    return "".join(map(str, out))
print(pi_digits(60))
