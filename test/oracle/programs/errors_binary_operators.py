values = [None, True, 5, 2.5, "ab", [1], (1,), {1: 2}, {1}, frozenset([1]), range(2), slice(1), len, int, ValueError("v"), lambda: 0]
operators = [
    ("+", lambda a, b: a + b), ("-", lambda a, b: a - b), ("*", lambda a, b: a * b), ("/", lambda a, b: a / b), ("//", lambda a, b: a // b),
    ("%", lambda a, b: a % b), ("**", lambda a, b: a ** b), ("&", lambda a, b: a & b), ("|", lambda a, b: a | b), ("^", lambda a, b: a ^ b),
    ("<<", lambda a, b: a << b), (">>", lambda a, b: a >> b),
]
for name, operate in operators:
    for a in values:
        for b in values:
            if name == "|" and (a is int or b is int): continue
            try:
                result = operate(a, b)
                print(name, type(a).__name__, type(b).__name__, "gives", type(result).__name__)
            except Exception as e:
                print(name, type(a).__name__, type(b).__name__, type(e).__name__, e)
