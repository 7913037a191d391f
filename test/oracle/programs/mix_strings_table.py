rows = [("Name", "Qty", "Price"), ("apple", 3, 0.5), ("watermelon", 12, 3.25), ("kiwi", 100, 12.0)]
for name, qty, price in rows:
    print("{:<12}|{:>5}|{:>8}".format(name, qty, price))
for name, qty, price in rows[1:]:
    print(f"{name:.<12}{qty:05d} {price:8.2f} {qty * price:>+10,.2f} {qty:#06x} {price:e}")
    print("%-12s|%5d|%8.2f|%x|%o" % (name, qty, price, qty, qty))
width = max(len(r[0]) for r in rows) + 2
print("+" + "+".join("-" * w for w in (width, 5, 8)) + "+")
for r in rows: print("|" + "|".join(str(c).center(w) for c, w in zip(r, (width, 5, 8))) + "|")
csv = "id,name,score\n1,Ann,9.5\n2,\"Bob\",7\n3,Cy,"
header, *lines = [l.split(",") for l in csv.splitlines()]
records = [dict(zip(header, l)) for l in lines]
print(records)
for r in records: print({k: float(v) if k == "score" and v else v.strip('"') for k, v in r.items()})
text = "key = value ; comment\n[section]\nx=1\n y = two words \n; skip\nbad line\n"
conf, section = {}, "default"
for n, line in enumerate(text.split("\n"), 1):
    line = line.split(";")[0].strip()
    if not line: continue
    if line[0] == "[" and line[-1] == "]": section = line[1:-1]
    elif "=" in line:
        k, _, v = [p.strip() for p in line.partition("=")]
        conf.setdefault(section, {})[k] = int(v) if v.isdigit() else v
    else: print(f"line {n}: cannot parse {line!r}")
print(conf)
def template(s, **names):
    out, i = [], 0
    while (j := s.find("{{", i)) >= 0:
        k = s.index("}}", j)
        out += [s[i:j], str(names.get(s[j + 2:k].strip(), "?"))]
        i = k + 2
    return "".join(out) + s[i:]
print(template("Hi {{ name }}, {{n}} new {{what}}!", name="Ann", n=3))
print("\n".join(f"{i:>2} {i * i:>3} {i ** 3:>4}" for i in range(1, 11, 3)), "=" * 12, sep="\n")
print("".join(sorted("hello")), "-".join("abc"[::-1]), "abc".translate({ord("a"): "A", ord("b"): None}), "%s" % ("t",), "%s and %s" % ("a", [1]), "tab\tnew\\n", 'q"q', "it's", "\x41")
