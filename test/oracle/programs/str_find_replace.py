s = "the cat sat on the mat"
print(s.find("at"), s.find("at", 6), s.find("dog"), s.rfind("at"), s.index("cat"), s.rindex("the"), s.count("at"), s.count("t", 5, 15), s.find(""), s.rfind(""), s.count(""))
print(s.replace("at", "og"), s.replace("at", "og", 1), s.replace("", "-")[:9], s.replace("x", "y"), "aaa".replace("aa", "b"), "abc".replace("", "."), "abc".replace("b", "", -1))
print(s.startswith("the"), s.endswith("mat"), s.startswith("cat", 4), s.endswith(("x", "mat")), s.startswith(("a", "b")), "".startswith(""), "abc".endswith("b", 0, 2), s.startswith(()))
print("cat" in s, "dog" in s, "" in s, "a" not in "b")
print("a,b,,c".partition(","), "a,b,,c".rpartition(","), "abc".partition("x"), "abc".rpartition("x"), "héhé".find("é", -1), "abc".find("c", -2, -1))
print("prefix-x".removeprefix("prefix-"), "x.py".removesuffix(".py"), "abc".removeprefix("b"), "abc".removesuffix(""))
for f in (lambda: s.index("dog"), lambda: s.rindex("dog"), lambda: s.find(5), lambda: s.replace("a"), lambda: s.startswith(5), lambda: s.startswith(["a"]), lambda: s.partition(""), lambda: 5 in s, lambda: s.count(), lambda: s.find("a", "b"), lambda: s.replace(1, 2), lambda: s.endswith(None)):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)

# Arguments of the wrong types, with as many as the methods take.
for wrong in [("a", "b", "c"), ("a", "b", None), ("a", "b", 1.5), ("a", 1, 2), ("a", "b", True), ("a", "b", 2 ** 70)]:
    try:
        print("banana".replace(*wrong))
    except Exception as e:
        print(type(e).__name__, e)
try:
    print("banana".replace("a", "b", "c"))
except TypeError as e:
    print(e)
for start, end in [(1, None), (None, 3), (-3, -1), (0, 2 ** 70), (True, 4)]:
    print("banana".find("n", start, end), "banana".count("a", start, end), "banana".endswith("a", start, end))
try:
    print("banana".find("n", "a", "b"))
except TypeError as e:
    print(e)
