print(repr("  ab ".strip()), repr("  ab ".lstrip()), repr("  ab ".rstrip()), "xxabxx".strip("x"), "xyabyx".strip("yx"), "abc".lstrip("ba"), "abc".rstrip("cb"), repr("\t\n x\u2003".strip()), "aaa".strip("a") == "")
print("ab".center(7, "*"), "ab".center(6, "*"), "abc".center(6, "*"), "ab".ljust(5, ".") + "|", "ab".rjust(5) + "|", "42".zfill(5), "-42".zfill(5), "+4".zfill(4), "abc".zfill(2), "".zfill(2), "ab".center(1), "--".zfill(4))
print("a\tb".expandtabs(), "a\tbc\td".expandtabs(4), "\t".expandtabs(2) + "|", "ab\tc\nd\te".expandtabs(4), "x\ty".expandtabs(tabsize=0))
print("abc".translate({97: "x", 98: None, 99: 100}), "hello".translate(str.maketrans("el", "ip")), "hello".translate(str.maketrans("el", "ip", "o")), "abc".translate(str.maketrans({"a": "1", 98: "22"})))
print("abc" * 3, "abc" * 0, "abc" * -1, 2 * "x", "a" + "b", "abc"[1], "abc"[-1], "abcdef"[1:4], "abcdef"[::-1], "abcdef"[4:1:-1], "abc"[5:], "abcdef"[-2:])
for f in (lambda: "a".center("x"), lambda: "a".ljust(5, "ab"), lambda: "a".strip(5), lambda: "a".zfill("a"), lambda: "abc"[10], lambda: "abc"["a"], lambda: "a" * "b", lambda: "a" + 1, lambda: "a" * 1.5, lambda: str.maketrans("a"), lambda: str.maketrans("a", "bc"), lambda: "a" - "b", lambda: 1 + "a", lambda: -"a"):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
