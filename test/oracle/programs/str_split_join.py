print("a b  c ".split(), "a,b,,c".split(","), "a,b,c".split(",", 1), " a b c ".split(None, 1), "".split(), "".split(","), "abc".split("bc"), "a--b--c".split("--"))
print("a b  c ".rsplit(), "a,b,c".rsplit(",", 1), " a b c ".rsplit(None, 1), "a,b,c".rsplit(","), "a b c".split(maxsplit=1), "a-b".split(sep="-"))
print("a\nb\r\nc\rd".splitlines(), "a\nb\n".splitlines(), "a\nb\n".splitlines(True), "".splitlines(), "\n".splitlines(), "x\x0by\x0cz\x1c1\x85e\u2028f".splitlines(), "a\r\nb".splitlines(keepends=True))
print(",".join(["a", "b"]), "".join("abc"), "-".join([]), ", ".join(str(i) for i in range(3)), "x".join({"k": 1, "l": 2}), "".join(["only"]))
for f in (lambda: "a".split(""), lambda: ",".join([1, 2]), lambda: ",".join(["a", None]), lambda: ",".join(5), lambda: "a".split(5), lambda: "a".split("b", "c"), lambda: "a".join(), lambda: "a".splitlines(1, 2)):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
print("the quick brown fox".split()[::-1], " ".join(w[::-1] for w in "the quick".split()))
