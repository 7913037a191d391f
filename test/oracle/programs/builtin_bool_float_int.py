values = [0, 1, -1, 0.0, 0.1, "", "0", [], [0], (), (0,), {}, {0: 0}, set(), {0}, None, range(0), range(1)]
print([bool(v) for v in values])
print(bool(), int(), float(), str())
print(int(3.99), int(-3.99), int("12"), int(True), float("1.5"), float("  -2e3 "), float(7), float("inf"), float("-Infinity"))
print(float("nan"), float("1_0.5"), int(1e20), int(-0.0))
class N:
    def __int__(self): return 42
    def __float__(self): return 2.5
print(int(N()), float(N()))
for conv, bad in [(int, "x"), (int, "1.5"), (int, None), (int, [1]), (float, "abc"), (float, ""), (float, None), (float, []),
                  (int, float("inf")), (int, float("nan")), (float, 10**400)]:
    try:
        conv(bad)
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
print((1.5).is_integer(), (2.0).is_integer(), (0.75).as_integer_ratio(), (5).bit_length(), (-8).bit_count(), (7).as_integer_ratio())
print((3).real, (3).imag, (2.5).real, (2.5).imag, (3).numerator, (3).denominator, (3).conjugate(), (0.5).hex())
print(float.fromhex("0x1.8p+1"), (1e22).hex(), True.real, int.__name__, float.__name__)
