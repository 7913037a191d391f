words = ["banana", "Apple", "cherry", "apple", "Éclair", "zoo", "", "aa", "a"]
print(sorted(words), min(words), max(words), "a" < "b", "a" < "B", "abc" < "abcd", "" < "a", "é" > "z", "\ud7ff" < "\U0001f600", "\uffff" < "\U00010000")
s = "héllo wörld 😀!"
print(len(s), s[12], s[-1], s[::-1], s.upper(), s.index("😀"), list("a😀b"), [ord(c) for c in "a😀"])
print("\x41\u0042\U00000043\103", "a\
b", 'tab\tq\'"', r"raw\n", """triple
line""", "con" "cat")
print("a" == "a", "a" != "b", "a" == 1, "1" == 1, "abc" is not None, "e\u0301" == "é", "ß".upper(), "ŉ".upper(), "Σ".lower())
for f in (lambda: "a" < 1, lambda: "a" >= None, lambda: "abc".foo, lambda: "a" > ["a"]):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
s = ""
for c in "abc":
    s += c
    s *= 2
print(s, "a" in "abc" and "z" not in "abc", "x".__class__.__name__)
