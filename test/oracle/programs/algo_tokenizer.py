class Token:
    def __init__(self, kind, text, at): self.kind, self.text, self.at = kind, text, at
    def __repr__(self): return f"{self.kind}:{self.text}@{self.at}"
KEYWORDS = {"if", "else", "while", "def", "return"}
def tokenize(source):
    i = 0
    while i < len(source):
        c = source[i]
        start = i
        if c.isspace():
            i += 1
            continue
        if c.isdigit():
            while i < len(source) and (source[i].isdigit() or source[i] == "."): i += 1
            yield Token("num", source[start:i], start)
        elif c.isalpha() or c == "_":
            while i < len(source) and (source[i].isalnum() or source[i] == "_"): i += 1
            word = source[start:i]
            yield Token("kw" if word in KEYWORDS else "id", word, start)
        elif c in "\"'":
            i += 1
            while i < len(source) and source[i] != c: i += 2 if source[i] == "\\" else 1
            if i >= len(source): raise SyntaxError(f"unterminated string at {start}")
            i += 1
            yield Token("str", source[start:i], start)
        elif source[i:i + 2] in ("==", "<=", ">=", "!=", "->"):
            i += 2
            yield Token("op", source[start:i], start)
        elif c in "+-*/()=<>:,.":
            i += 1
            yield Token("op", c, start)
        elif c == "#":
            while i < len(source) and source[i] != "\n": i += 1
        else:
            raise SyntaxError(f"unexpected {c!r} at {i}")
print(list(tokenize("def f(x1): return x1 >= 3.14 # hi\nif a==b: 'it\\'s' + \"q\"")))
for bad in ("a $ b", "'open", "x = 1 ?"):
    tokens = []
    try:
        for t in tokenize(bad): tokens.append(t)
    except SyntaxError as e:
        print(tokens, e)
counts = {}
for t in tokenize("a = a + b * a - 3"): counts[t.kind] = counts.get(t.kind, 0) + 1
print(counts)
