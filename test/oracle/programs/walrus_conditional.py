import_free = True
if (n := len("hello")) > 3: print(n)
print([y for x in [1, 2, 3] if (y := x * 2) > 2], y)
def f(data):
    while (item := data.pop() if data else None) is not None:
        print("item", item)
    return (last := "end") + "!", last
print(f([1, 2, 3]))
print((a := 1) + (b := a + 1), a, b)
x = 5
r = "neg" if x < 0 else "zero" if x == 0 else "pos"
print(r, (lambda: (z := 3) * z)(), x if x > 3 else None)
d = {"k": (v := [1])}
v.append(2)
print(d)
print(f"{(w := 7):>3}", w)
if x > 1 and (m := x * 2) > 8 or x == 3: print("m", m)
def outer():
    [q := i for i in range(3)]
    return q
print(outer())
if x == 1: print("one")
elif x == 2: print("two")
elif x == 5:
    print("five")
    if x: print("nested")
    else: print("no")
else: print("other")
pass
print("a" if not x else "b", not (x == 5), not x == 5, (1, 2) if x else 3, *([1] if x else []), x and "and" or "or")
g = lambda n: "even" if n % 2 == 0 else "odd"
print(g(1), g(2), [g(i) for i in range(3)])
