names = "add clear copy difference difference_update discard intersection intersection_update isdisjoint issubset issuperset pop remove symmetric_difference symmetric_difference_update union update".split()
arguments = [(), (1,), (9,), ("x",), (None,), ([1, 5],), ([1], [2]), ([[1]],), ([1],), ((1, 2),), ({1},), (frozenset([1]),), (2.5,), (range(3),)]
def show(x): return sorted(x) if isinstance(x, (set, frozenset)) else x
for kind in (set, frozenset):
    for name in names:
        if kind is frozenset and not hasattr(frozenset, name):
            print("frozenset has no", name)
            continue
        for args in arguments:
            s = kind([1])
            try:
                result = getattr(s, name)(*args)
                print(kind.__name__, name, args, show(result) if "x" not in args else "", len(s))
            except Exception as e:
                print(kind.__name__, name, args, type(e).__name__, e)
        if name in ("difference", "difference_update", "intersection", "intersection_update", "union", "update"): continue
        try:
            print(getattr(kind([1]), name)(nope=1))
        except Exception as e:
            print(name, type(e).__name__, e)
