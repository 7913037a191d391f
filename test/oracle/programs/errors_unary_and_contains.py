values = [None, True, 5, 2.5, "ab", [1], (1,), {1: 2}, {1}, range(2), len, int, ValueError("v")]
unary = [("-", lambda a: -a), ("+", lambda a: +a), ("~", lambda a: ~a), ("not", lambda a: not a), ("abs", abs), ("len", len), ("iter", lambda a: type(iter(a)).__name__), ("next", next), ("hash", lambda a: hash(a) and "hashed"), ("reversed", lambda a: type(reversed(a)).__name__), ("int", int), ("float", float), ("round", round), ("sum", sum), ("list", list), ("max", max), ("ord", ord), ("chr", chr), ("bin", bin), ("call", lambda a: a())]
for name, operate in unary:
    for a in values:
        if name == "call" and a is int: continue
        try:
            print(name, type(a).__name__, operate(a))
        except Exception as e:
            print(name, type(a).__name__, type(e).__name__, e)
for a in values:
    for b in values:
        try:
            print(a in b, end=" ")
        except TypeError as e:
            print(e)
print()
