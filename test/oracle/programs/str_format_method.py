print("{} {}".format(1, 2), "{1} {0}".format("a", "b"), "{x} {y}".format(x=1, y=2), "{0[1]} {1[k]} {2.real}".format([5, 6], {"k": "v"}, 7), "{{}} {}".format(3))
print("{:>5}|{:<5}|{:^5}|{:*^7}".format("a", "b", "c", "d"), "{:{}}".format("x", 4) + "|", "{:{w}.{p}f}".format(3.14159, w=8, p=2), "{!r} {!s}".format("q", "q"), "{0}{0}".format("z"))
print("{:d} {:x} {:o} {:b} {:e} {:.3g} {:%}".format(42, 42, 42, 42, 42.0, 42.123, 0.42), "{:,} {:_}".format(1234567, 1234567), "{:+} {:-} {: }".format(1, 1, 1), "{:#b} {:#o} {:#X}".format(5, 8, 255))
class P:
    def __init__(self): self.name = "n"; self.items = {"a": [1, 2]}
print("{p.name} {p.items[a]} {p.items[a][1]}".format(p=P()))
print("{a}".format_map({"a": 1}), "{0:>{1}}".format("r", 6), "{:08.3f}|{:+08d}|{:<8}|".format(3.14159, 42, True))
for f in (lambda: "{} {}".format(1), lambda: "{x}".format(), lambda: "{".format(), lambda: "}".format(), lambda: "{0} {}".format(1), lambda: "{} {0}".format(1), lambda: "{!x}".format(1), lambda: "{:d}".format("a"), lambda: "{0[k]}".format([1]), lambda: "{0.nope}".format(1), lambda: "{a[0}".format(a=[1]), lambda: "{!}".format(1), lambda: "{0[5]}".format([1])):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
