print(format(3.14159, ".2f"), format(42, "b"), format(42, "#x"), format(255, "08X"), format("abc", ">6"), format("abc", "*^9"))
print(format(1234567, ","), format(1234567.891, ",.1f"), format(0.25, "%"), format(0.25, ".0%"), format(1e10, "g"), format(123456789, "e"))
print(format(True), format(None), format([1, 2]), format(-5, "+d"), format(5, "+d"), format(5, " d"), format(5, "=+8"), format(-5, "08d"))
print(format("abcdef", ".3"), format("x", "5") + "|", format(65, "c"), format(2.0), format(2.5, "10") + "|", format(1e100, ".3g"))
print(format(1234, "_"), format(0xABCDEF, "_x"), format(3, "<5") + "|", format(3.0, "n"), format(12345.678, "15,.2f"))
class P:
    def __format__(self, spec): return f"P[{spec}]"
print(format(P()), format(P(), "abc"), f"{P():xyz}", "{:q}".format(P()))
for v, s in [(1, "s"), ("a", "d"), (1.5, "d"), ([1], ">5"), (None, "5"), (1, "zz"), ("a", "=5"), (1, ".2"), ("a", ","), (1.5, "x"), (300000000, "c"), ("a", "+")]:
    try:
        print(format(v, s))
    except (ValueError, TypeError, OverflowError) as e:
        print(type(e).__name__, e)
width, prec = 10, 3
print(f"{3.14159265:{width}.{prec}}|{'r':>{width}}|{5!r:>4}|{'q'!r}|{width=}|{prec + 1 = }")
