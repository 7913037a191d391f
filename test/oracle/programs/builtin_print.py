print()
print(1, 2, 3)
print(1, 2, sep="-")
print("a", "b", sep="", end="!\n")
print("x", end="")
print("y")
print(*[1, 2], *"ab", sep=", ")
print(sep="-")
print(None, True, 1.0, "s", [1, "a", None], ("t",), {"k": 'v"'}, {1}, sep="|")
print("multi\nline", "tab\there")
print(1, 2, sep=None, end=None)
print([1.5, "it's", 'q"', "\n", "\\", "é", "\x00", "\x7f", "\u200b"])
print(print("inner"))
print("flush", flush=True)
for f in (lambda: print(1, sep=5), lambda: print(1, end=5), lambda: print(1, foo=5)):
    try:
        f()
    except TypeError as e:
        print(e)
p = print
p("via alias")
class S:
    def __str__(self): return "str-S"
    def __repr__(self): return "repr-S"
print(S(), [S()], {S(): S()} and "ok", f"{S()} {S()!r}", str(S()), repr(S()))
