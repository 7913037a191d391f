names = "capitalize casefold center count endswith expandtabs find format_map index isalnum join ljust lower lstrip partition removeprefix replace rfind rindex rjust rpartition rsplit rstrip split splitlines startswith strip swapcase title translate upper zfill".split()
arguments = [(), (5,), ("x",), (None,), (5, "x"), ("x", 5), ("a", "b"), (1, 2), (1, 2, 3), ("a", "b", "c"), ([1],), (2.5,), ("a", "b", 1, 2)]
for name in names:
    for args in arguments:
        try:
            print(name, args, repr(getattr("abxa", name)(*args)))
        except Exception as e:
            print(name, args, type(e).__name__, e)
    if name in ("count", "endswith", "find", "index", "rfind", "rindex", "startswith"): continue
    try:
        print(getattr("abxa", name)(nope=1))
    except Exception as e:
        print(name, type(e).__name__, e)
