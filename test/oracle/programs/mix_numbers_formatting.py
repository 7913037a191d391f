for x in (0.0, 1.0, -1.5, 123.456, 1e-7, 1e7, 1e16, 1.5e300, 123456789.987654321, 0.1, 2 / 3, 5e-324, 1e21, 99999.5, 0.00001234):
    print(x, f"{x:.3f}|{x:10.2e}|{x:g}|{x:G}|{x:.0f}|{x:+.1f}|{x:08.2f}|{x:,.2f}|{x:%}|{x:.3}|{x:<12}|{x!r:>12}")
    print("%f|%.2f|%e|%g|%10.3f|%-10.1f|%+g|%s|%r|%d" % (x, x, x, x, x, x, x, x, x, x))
for n in (0, 1, -1, 42, -255, 10 ** 12, True):
    print(f"{n}|{n:d}|{n:b}|{n:o}|{n:x}|{n:X}|{n:#b}|{n:#o}|{n:#x}|{n:,}|{n:_}|{n:+}|{n: }|{n:05}|{n:>8}|{n:<8}|{n:^8}|{n:=+8}|{n:*^9}|{n:e}|{n:.2f}|{n:%}|{n:g}")
for s in ("", "a", "hello", "é😀"):
    print(f"{s:5}|{s:>5}|{s:^5}|{s:*<7}|{s:.2}|{s:>6.3}|{s!r}|{s!r:>9}")
nan, infinity = float("nan"), float("inf")
print(f"{nan} {infinity} {-infinity} {nan:.2f} {infinity:10} {infinity:e} {nan:>6} {-infinity:+} {infinity:05}", "%f %d" % (infinity, 5), "%s" % nan, round(2.675, 2), round(-0.5), round(1234.5, -2), round(0.15, 1), round(2.5), round(3.5))
for v in (1e22, 1e23, 123456789012345678, 0.1 + 0.7, 1 / 3, 100 / 3, 1e-5, 123e-20, 4.35, 4.349999999999999, 2.5e-8, 1.7976931348623157e308, 2.2250738585072014e-308):
    print(repr(v), str(v), float(repr(v)) == v)
for t in ("1_000.5", " 12 ", "1e3", "-0", "+5", ".5", "5.", "0x10", "1e400", "-1e400", "NaN", "Infinity", "1__0", "e5", "١٢"):
    for kind in (int, float):
        try:
            print(repr(t), kind.__name__, kind(t))
        except ValueError as e:
            print(e)
