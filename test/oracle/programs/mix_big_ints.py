def fact(n):
    r = 1
    for i in range(2, n + 1): r *= i
    return r
f = fact(100)
print(f, len(str(f)), f.bit_length(), f % 10 ** 9 + 7, f // fact(98))
print(2 ** 521 - 1, hex(2 ** 130 + 12345), -(2 ** 90) // 7, -(2 ** 90) % 7, divmod(10 ** 50, 3 ** 40), (10 ** 30) ** 2 == 10 ** 60)
a, b = 3 ** 150, 7 ** 77
print(a & b, a | b, a ^ b, ~a, a >> 100, b << 33, -a >> 100, a - b, a * b, a // b, a % b, -a // b, -a % b)
print(a > b, a == a + 0, float(10 ** 22), int(1e22), 10 ** 22 == 1e22, 2 ** 1000 > 1e300, round(10 ** 25 + 5, -1), pow(a, b, 10 ** 9 + 7), int("123" * 30), str(a)[::-1][:10], sum(int(d) for d in str(2 ** 1000)))
def isqrt(n):
    x = 1 << (n.bit_length() + 1) // 2
    while True:
        y = (x + n // x) // 2
        if y >= x: return x
        x = y
print(isqrt(10 ** 60), isqrt(2 * 10 ** 80))
def egcd(a, b):
    if b == 0: return a, 1, 0
    g, x, y = egcd(b, a % b)
    return g, y, x - a // b * y
p, q, e = 10 ** 9 + 7, 998244353, 65537
n, phi = p * q, (p - 1) * (q - 1)
d = egcd(e, phi)[1] % phi
m = 123456789123
print(d, pow(pow(m, e, n), d, n) == m, pow(e, -1, phi) == d)
print(f"{2 ** 70:,} {2 ** 70:_x} {2 ** 70:e} {-2 ** 65:+d} {2 ** 64:>30} {10 ** 20:g}", "%d %x" % (2 ** 80, 2 ** 80), hash(2 ** 61 - 1), hash(2 ** 61), 9007199254740993 == 9007199254740992.0, 9007199254740993 > 9007199254740992.0)
x = 9007199254740991
for _ in range(4):
    x += 1
    print(x, x * x, -x, x - 9007199254740993, x // 2, x % 10, x == x + 0, x in [9007199254740992])
print(2 ** 53 * 3, 4503599627370496 * 4, 3037000500 ** 2, -9007199254740992 - 1, 94906267 * 94906267, 1 << 53, (1 << 53) + 1, 0x1FFFFFFFFFFFFF + 2)
