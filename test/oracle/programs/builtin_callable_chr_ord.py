class C:
    def __call__(self): return 1
class D: pass
print([callable(x) for x in (len, C, C(), D, D(), lambda: 1, 3, "x", None, C().__call__, [].append, int)])
print(chr(97), chr(0x20ac), repr(chr(0)), repr(chr(0x1f600)), repr(chr(0x10ffff)), ord("a"), ord("€"), ord("\U0001f600"))
for bad in (-1, 0x110000, "a", None, 1.0):
    try:
        chr(bad)
    except (ValueError, TypeError, OverflowError) as e:
        print(type(e).__name__, e)
for bad in ("", "ab", 5, None, ["a"]):
    try:
        ord(bad)
    except TypeError as e:
        print(e)
print("".join(chr(ord("a") + i) for i in range(26)))
