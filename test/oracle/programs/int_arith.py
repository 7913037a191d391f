for a, b in [(7, 3), (-7, 3), (7, -3), (-7, -3), (0, 5), (2**64, 3), (-(2**64), 7), (10**25, 10**12)]:
    print(a + b, a - b, a * b, a // b, a % b, a / b, divmod(a, b))
print(2**100, (-2)**63, 3**-2, 5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 70, (1 << 70) >> 68, -1 >> 3, -8 >> 1, 2**64 & -1, -2**65 | 1, ~(2**70), -(2**70) ^ 5)
print(10 // 3 * 3 + 10 % 3, 1_000_000, 0xFF, 0b1011, 0o17, 1 == 1.0, 10**18 == 1e18, 2**53 + 1 == float(2**53 + 1), 3 > 2.5, 10**400 > 1e308, True + True, True * 5, -True, ~True, True & False, True ^ True, True | 2)
print(7 .bit_length(), (2**100).bit_length(), int("9" * 40) + 1, str(2**200), -2**200, hex(2**100), 123456789012345678901234567890 % 97)
x = 10
x += 5; x -= 3; x *= 4; x //= 5; x **= 2; x %= 50; x <<= 3; x >>= 1; x |= 1; x &= 0xF7; x ^= 2
print(x)
x /= 2
print(x)
for f in (lambda: 1 // 0, lambda: 1 % 0, lambda: 1 / 0, lambda: 1 << -1, lambda: 1 >> -1, lambda: 1 + "a", lambda: 1 - None, lambda: 5 & 1.5, lambda: ~1.5, lambda: 1 < "a", lambda: 10**400 / 3.0, lambda: 1.5 << 2, lambda: 0 ** -1, lambda: (1)(2), lambda: 5[0], lambda: int.foo, lambda: 10**400 * 1.0, lambda: float(10**400)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
