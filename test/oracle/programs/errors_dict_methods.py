names = "clear copy get items keys pop popitem setdefault update values fromkeys".split()
arguments = [(), ("a",), ("z",), (None,), ("z", 5), ("a", 5), ([1],), ([("k", 1)],), ([1, 2],), (1, 2, 3), ({"n": 1},), ("abc",), (["ab"],), ([(1, 2, 3)],), (5,)]
for name in names:
    for args in arguments:
        d = {"a": 1, "b": 2}
        try:
            result = getattr(d, name)(*args)
            print(name, args, result, d)
        except Exception as e:
            print(name, args, type(e).__name__, e, d)
    try:
        d = {"a": 1}
        print(getattr(d, name)(nope=1), d)
    except Exception as e:
        print(name, type(e).__name__, e)
