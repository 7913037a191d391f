vals = [0.1, 1.5, -2.25, 1e10, 1e-10, 123456.789, 1e100, 3.0]
for a in vals:
    print(a + 1, a - 1, a * 3, a / 3, a // 0.7, a % 0.7, -a, a ** 2, int(a))
print(0.1 + 0.2, 1 / 3, 2 / 3, 1e308 * 10, -1e308 * 10, 1e-320, 5e-324 / 2, 1.0, 100.0, 1e15, 1e16, 123456789012345680.0, 1.7976931348623157e308)
nan = float("nan")
inf_ = float("inf")
print(nan == nan, nan != nan, inf_ - inf_, inf_ > 10**400, -inf_ < 0, nan < 1, inf_ == inf_, [nan] == [nan], nan in [nan], max(1.0, nan), 0.0 == -0.0, str(-0.0), inf_ // 1, 5 % inf_, -5 % inf_, 1 // inf_)
print(7.5 // 2, -7.5 // 2, 7.5 % -2, -7.5 % 2, 0.0 // 1, -0.0 % 5, 2.5 // -0.5, 1e20 // 1, 10.0 ** -2, (-8.0) ** 3, 2 ** 0.5, 4 ** 0.5, 0.5 ** 2)
print(float("1e5"), 3.14.is_integer(), 1e3.is_integer(), round(3.14159, 2), round(-2.5), round(1e16), 1.1 + 2.2 == 3.3, abs(1.1 + 2.2 - 3.3) < 1e-9)
for f in (lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: 1.5 + "a", lambda: 1.5 & 1, lambda: 2.0 ** 5000, lambda: 1.5[0], lambda: 1.5 < None, lambda: int("1.5"), lambda: (1e308 * 10).as_integer_ratio(), lambda: round(nan), lambda: round(inf_), lambda: [1][1.0], lambda: range(2.0)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
