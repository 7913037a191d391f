names = "append clear copy count extend index insert pop remove reverse sort".split()
arguments = [(), (0,), (9,), (-9,), ("x",), (None,), (1, 2), ("x", 5), (1, 2, 3), (1, 0, 9), ([7],), (1.5,), (1, 2, 3, 4)]
for name in names:
    for args in arguments:
        l = [3, 1, 2]
        try:
            result = getattr(l, name)(*args)
            print(name, args, result, l)
        except Exception as e:
            print(name, args, type(e).__name__, e, l)
    try:
        print([1].sort(nope=1) if name == "sort" else getattr([1], name)(nope=1))
    except Exception as e:
        print(name, type(e).__name__, e)
for name in ("count", "index"):
    for args in arguments:
        try:
            print(name, args, getattr((3, 1, 2), name)(*args))
        except Exception as e:
            print("tuple", name, args, type(e).__name__, e)
