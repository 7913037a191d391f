name, n, f = "Ada", 42, 3.14159
print(f"{name}", f"{name!r:>8}|", f"{n:05d} {n:x} {n:#b} {n:,}", f"{f:.2f} {f:10.3e}|", f"{n + 1} {n * 2 if n else 0} {[i for i in range(3)]}")
print(f"{{}} {{{n}}}", f"", f"a" "b" f"{n}", f"{n=} {f=:.1f} {name=!s}", f"{'nested ' + f'{n}'}", f"{n:{'>'}{8}}|", f"{name:^{n // 4}}|", f"{'q' * 3}")
d = {"k": [1, 2]}
print(f"{d['k'][1]} {d}", f"{(lambda x: x * 2)(4)}", f"{None} {True} {()}", f"{1:<3}|{2:>3}|{3:^3}|", f"{-n:+} {n:+} {n: }", f"{'é':>3}{'😀':*<3}")
print(f"{n!s:>5} {name[:2]!r} {1_000_000:,} {0.5:%} {1e10:g} {12345.6789:.3g}")
class V:
    def __init__(self, a): self.a = a
    def __str__(self): return f"V({self.a})"
    def __repr__(self): return f"<V {self.a!r}>"
    def __format__(self, s): return f"fmt({s})" if s else str(self)
v = V("x")
print(f"{v} {v!s} {v!r} {v:abc} {v!s:>6}|{[v]}")
print(f"""multi
{n}
line""")
print(f'{n}' + "%d" % n + "{}".format(n) + str(n))
for spec in ["d", ".2f", "s", "x", "e", "%", ",", "08", "<6", "zz"]:
    try:
        print(f"{n:{spec}}", end="|")
    except ValueError as e:
        print(e, end="|")
print()

word, table = 'naïve 😀', {'é': [1]}
print(f'{word!a}', f'{table!a:>30}|', f'{word!a:.6}', f'{"ü" + word[0]!a}')
