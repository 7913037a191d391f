import_free = 0
for f in [
    lambda: 1 / 0, lambda: 1.0 / 0, lambda: 1 // 0, lambda: 1.5 // 0, lambda: 1 % 0, lambda: 1.5 % 0.0, lambda: 0 ** -1, lambda: 0.0 ** -2.5, lambda: divmod(5, 0), lambda: divmod(5.0, 0),
    lambda: 2.0 ** 10000, lambda: int("abc"), lambda: int("12", 99), lambda: int("12", 1), lambda: int(None), lambda: int([]), lambda: int("1.5"), lambda: int(""), lambda: int("  "), lambda: int("0x1g", 16), lambda: int(5, 10), lambda: int("5", "x"), lambda: int("1" * 3 + "z"),
    lambda: float("abc"), lambda: float(""), lambda: float(None), lambda: float("1_"), lambda: float("0x1"), lambda: float([]), lambda: float("1e"), lambda: int(float("inf")), lambda: int(float("nan")), lambda: float(2 ** 2000), lambda: 2 ** 2000 / 1.5, lambda: 2 ** 2000 * 1.0, lambda: 1 << -5, lambda: 1 >> -5,
    lambda: chr(-1), lambda: chr(2 ** 40), lambda: ord(""), lambda: ord("ab"), lambda: round("x"), lambda: round(1.5, "x"), lambda: round(1.5, 1.5), lambda: pow(2, 3, 0), lambda: pow(2, -1, 4), lambda: pow(2, 1.5, 3), lambda: pow("a", 2, 3), lambda: bin(1.5), lambda: hex("a"),
    lambda: (5).bit_length(1), lambda: (5).to_text, lambda: (1.5).is_integer(2), lambda: (1.5).hex(3), lambda: float.fromhex("zz"), lambda: float.fromhex(5), lambda: (float("inf")).as_integer_ratio(), lambda: (float("nan")).as_integer_ratio(), lambda: int.from_thing, lambda: sum([1, "a"]), lambda: sum(["a", "b"]), lambda: max(1, "a"), lambda: min([None, 1]), lambda: sorted([1, "a", None]), lambda: range(0, 1, 0), lambda: range(1.0), lambda: range("5"), lambda: range(3)[5], lambda: range(3).index(9), lambda: "a" * 2.0, lambda: [1] * "a", lambda: (1,) * None, lambda: "abc"[1.0], lambda: [1, 2]["0"], lambda: float(1, 2), lambda: int(1, 2, 3), lambda: int(x=5), lambda: float(x=5), lambda: int(base=5), lambda: bool(1, 2), lambda: bool(x=1),
]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
