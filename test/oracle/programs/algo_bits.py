def bits(n): return bin(n).count("1")
print([bits(n) for n in range(16)], [n ^ n >> 1 for n in range(8)], [format(n ^ n >> 1, "03b") for n in range(8)])
def crc(data, poly=0xEDB88320):
    c = 0xFFFFFFFF
    for ch in data:
        c ^= ord(ch)
        for _ in range(8): c = c >> 1 ^ (poly if c & 1 else 0)
    return c ^ 0xFFFFFFFF
print(hex(crc("123456789")), crc(""))
def fnv(s):
    h = 0xcbf29ce484222325
    for c in s: h = (h ^ ord(c)) * 0x100000001b3 & (1 << 64) - 1
    return h
print(f"{fnv('hello'):016x}", fnv(""))
def xorshift(x):
    while True:
        x ^= x << 13 & 0xFFFFFFFF
        x ^= x >> 17
        x ^= x << 5 & 0xFFFFFFFF
        yield x
g = xorshift(2463534242)
print([next(g) for _ in range(5)])
flags = {"r": 4, "w": 2, "x": 1}
def perm(n): return "".join(k if n & v else "-" for k, v in flags.items())
print([perm(n) for n in range(8)], "".join(perm(int(d)) for d in "754"))
class Bits:
    def __init__(self, n=0): self.n = n
    def __getitem__(self, i): return self.n >> i & 1
    def __setitem__(self, i, v): self.n = self.n | 1 << i if v else self.n & ~(1 << i)
    def __iter__(self): return (i for i in range(self.n.bit_length()) if self[i])
    def __and__(self, o): return Bits(self.n & o.n)
    def __or__(self, o): return Bits(self.n | o.n)
    def __xor__(self, o): return Bits(self.n ^ o.n)
    def __invert__(self): return Bits(~self.n & 0xFF)
    def __lshift__(self, k): return Bits(self.n << k)
    def __rshift__(self, k): return Bits(self.n >> k)
    def __repr__(self): return f"Bits({self.n:#010b})"
a, b = Bits(0b1100), Bits(0b1010)
a[0] = 1
a[3] = 0
b <<= 1
b |= Bits(1)
print(a, b, a & b, a | b, a ^ b, ~a, a << 2, b >> 1, list(b), -1 & 0xFF, -5 >> 1, ~0, 2 ** 70 >> 60 & 7)
