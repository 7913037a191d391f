def dumps(x, indent=None, level=0):
    nl = "" if indent is None else "\n" + " " * indent * (level + 1)
    end = "" if indent is None else "\n" + " " * indent * level
    sep = ", " if indent is None else ","
    if x is None: return "null"
    if x is True: return "true"
    if x is False: return "false"
    if isinstance(x, (int, float)): return repr(x)
    if isinstance(x, str):
        out = '"'
        for c in x:
            out += {"\n": "\\n", "\t": "\\t", '"': '\\"', "\\": "\\\\"}.get(c) or (c if " " <= c < "\x7f" else f"\\u{ord(c):04x}")
        return out + '"'
    if isinstance(x, (list, tuple)):
        return "[]" if not x else "[" + sep.join(nl + dumps(v, indent, level + 1) for v in x) + end + "]"
    if isinstance(x, dict):
        return "{}" if not x else "{" + sep.join(f"{nl}{dumps(str(k))}: {dumps(v, indent, level + 1)}" for k, v in x.items()) + end + "}"
    raise TypeError(f"Object of type {type(x).__name__} is not JSON serializable")
data = {"a": [1, 2.5, None, True], "b": {"c": "q\"uo\\te\n", "é": []}, "d": {}, "e": ({"x": [[1], [2]]},)}
print(dumps(data))
print(dumps(data, 2))
try:
    dumps({1: {2}})
except TypeError as e:
    print(e)
class Reader:
    def __init__(self, s): self.s, self.i = s, 0
    def ws(self):
        while self.i < len(self.s) and self.s[self.i] in " \n\t": self.i += 1
        return self.s[self.i] if self.i < len(self.s) else ""
    def value(self):
        c = self.ws()
        if c == "{": return dict(self.items("}", self.pair))
        if c == "[": return list(self.items("]", self.value))
        if c == '"': return self.string()
        for word, v in (("null", None), ("true", True), ("false", False)):
            if self.s.startswith(word, self.i):
                self.i += len(word)
                return v
        j = self.i
        while j < len(self.s) and self.s[j] in "+-.eE0123456789": j += 1
        if j == self.i: raise ValueError(f"unexpected {c!r} at {self.i}")
        t, self.i = self.s[self.i:j], j
        return float(t) if "." in t or "e" in t else int(t)
    def items(self, end, item):
        self.i += 1
        while self.ws() != end:
            yield item()
            if self.ws() == ",": self.i += 1
            elif self.ws() != end: raise ValueError(f"expected , or {end} at {self.i}")
        self.i += 1
    def pair(self):
        self.ws()
        k = self.string()
        if self.ws() != ":": raise ValueError("expected :")
        self.i += 1
        return k, self.value()
    def string(self):
        out, self.i = "", self.i + 1
        while self.s[self.i] != '"':
            if self.s[self.i] == "\\":
                self.i += 1
                c = self.s[self.i]
                if c == "u":
                    out += chr(int(self.s[self.i + 1:self.i + 5], 16))
                    self.i += 4
                else:
                    out += {"n": "\n", "t": "\t"}.get(c, c)
            else:
                out += self.s[self.i]
            self.i += 1
        self.i += 1
        return out
back = Reader(dumps(data, 3)).value()
print(back, back["a"] == data["a"], back["b"] == data["b"])
for bad in ("[1 2]", "{\"a\" 1}", "?", "[1, tru]"):
    try:
        print(Reader(bad).value())
    except (ValueError, IndexError) as e:
        print(type(e).__name__, e)
