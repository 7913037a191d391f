for n in [0, 1, -1, 10, 255, -255, 2**70, True]:
    print(bin(n), hex(n), oct(n))
class I:
    def __init__(self, n): self.n = n
    def __index__(self): return self.n
print(bin(I(5)), hex(I(300)), oct(I(8)))
print([10, 20, 30][I(1)], "abc"[I(2)], list(range(I(3))))
print(int("ff", 16), int("0b101", 0), int("-0x1F", 16), int("z", 36), int("1_000"), int("  42  "), int("0o17", 8))
for f in (bin, hex, oct):
    for bad in ("1", 1.5, None):
        try:
            f(bad)
        except TypeError as e:
            print(f.__name__, e)
for text, base in [("12", 2), ("", 10), ("abc", 10), ("1__0", 10), ("9", 1), ("7", 37), ("0x", 16)]:
    try:
        print(int(text, base))
    except ValueError as e:
        print(e)
