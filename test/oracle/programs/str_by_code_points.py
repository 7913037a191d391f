# Texts in which code points take one or two units of UTF-16, in every short and long way.
texts = ["", "a", "hello World", "tELL me: 3 o'clock", "é ß ǆ Σς ΑΣ", "😀", "a😀b😀c", "😀😀", "\ude00a", "\ud83d", "a\ud83d b",
         "\ude00x\ud83d", "x" * 11 + "😀", "x" * 12 + "😀", "x" * 63 + "😀ß", "one two three " * 9, "😀é" * 40]


def show(*values):
    print(*["%a" % (value,) for value in values])


for text in texts:
    show(len(text), text[::-1], text[::2], text[-2::-3], text[1:-1], text[5:1:-1], list(text)[-3:], tuple(text)[:2])
    show(text.title(), text.swapcase(), text.upper(), text.lower(), text.casefold(), text.capitalize())
    show(text.istitle(), text.isupper(), text.islower(), text.isalpha(), text.isalnum(), text.isidentifier())
    for old in ["o", "", "😀", "\ude00", "\ud83d", "l", "ne", " "]:
        show(old, [text.replace(old, new) for new in ["", "0", "😀", "<>" * 40]])
        show([text.replace(old, "-", most) for most in [0, 1, 2, 5, -1]])
    show(text.translate({97: "A", 0x1F600: None, 0xD83D: 98, 108: "ll" * 40, 32: 0x1F600}))
    show(text.ljust(9), text.rjust(9, "😀"), text.center(70), text.zfill(80), f"{text:>9}|{text:😀^20}|{text:.3}")
    show("%s|%5s|%-5s|%.2s" % (text, text, text, text), f"{text}{len(text)}{text!r}")
    show(text in "a😀b\ud83d", "\ud83d" in text, [text < other for other in texts])

show(sorted(texts), sorted("ba😀\uffff\ud83d"), sorted(["\uffff", "😀", "\ud83d", ""]), sorted(["b", "a", "b", ""]))
show(set("hello") == set(["h", "e", "l", "o"]), len(set("a😀b😀")), set(""), {1, "a"} | set("aa"))
show("".join([]), "-".join(["a"]), "😀".join("abc"), ",".join(str(i) for i in range(30)), "\ud83d".join(["", ""]) + "x")
show(",".join(["x" * i for i in range(40)]), ", ".join(("a", "b")), "".join(texts))

table = str.maketrans("lo", "01", "h")
show("hello".translate(table), ("hello world" * 20).translate(table), "".translate(table), "hello".translate({True: 1}))
for wrong in [{104: 1.5}, {104: -1}, {104: 0x110000}, {104: [1]}, {104: 2 ** 70}]:
    try:
        show("hello".translate(wrong))
    except Exception as e:
        print(type(e).__name__, e)

for number in ["1.5", "-0.0", "0.1", " 1.5 ", "1.", ".5", "+1e5", "1_0.5", "0000000001.50000", "12345678901234.5678901234567", "١.٥", "1\n"]:
    show(float(number))
for value in [0.5, 1.5, 2.5, 0.125, 1e15 + 0.5, 5e-324, 1.005, 1e22, 12345.678]:
    print(f"{value:.0f} {value:.1f} {value:.2f} {value:.17f}", "%.0f %.1f %.2f %.30f" % (value, value, value, value))
for value in [0, 5, -5, 255, -2 ** 31, 2 ** 53, -(2 ** 64), True]:
    print(bin(value), oct(value), hex(value), f"{value:#x} {value:+d} {value:>6} {value:06}", "%d %5d %-5d| %o" % (value, value, value, value))
