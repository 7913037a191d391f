class ParseError(Exception): pass
class Parser:
    def __init__(self, text):
        self.text = text.replace(" ", "")
        self.pos = 0
    def peek(self): return self.text[self.pos] if self.pos < len(self.text) else ""
    def take(self, c):
        if self.peek() != c: raise ParseError(f"expected {c!r} at {self.pos}, found {self.peek() or 'end'!r}")
        self.pos += 1
    def expr(self):
        v = self.term()
        while self.peek() and self.peek() in "+-":
            op = self.peek()
            self.take(op)
            r = self.term()
            v = v + r if op == "+" else v - r
        return v
    def term(self):
        v = self.factor()
        while self.peek() and self.peek() in "*/%":
            op = self.peek()
            self.take(op)
            r = self.factor()
            v = {"*": lambda: v * r, "/": lambda: v / r, "%": lambda: v % r}[op]()
        return v
    def factor(self):
        if self.peek() == "-":
            self.take("-")
            return -self.factor()
        b = self.atom()
        if self.peek() == "^":
            self.take("^")
            return b ** self.factor()
        return b
    def atom(self):
        if self.peek() == "(":
            self.take("(")
            v = self.expr()
            self.take(")")
            return v
        start = self.pos
        while self.peek() and (self.peek().isdigit() or self.peek() == "."): self.pos += 1
        if start == self.pos: raise ParseError(f"number expected at {start}")
        t = self.text[start:self.pos]
        return float(t) if "." in t else int(t)
def evaluate(t):
    p = Parser(t)
    v = p.expr()
    if p.pos != len(p.text): raise ParseError(f"trailing {p.text[p.pos:]!r}")
    return v
for t in ["1+2*3", "(1+2)*3", "2^3^2", "-2^2", "10/4", "7%4-1.5", "2*(3+(4-1))", "1+", "(1", "2*)", "1/0", "", "3 4", "((((5))))", "1.2.3"]:
    try:
        print(t, "=", evaluate(t))
    except (ParseError, ZeroDivisionError, ValueError) as e:
        print(t, type(e).__name__, e)
def rpn(t):
    stack = []
    for w in t.split():
        if w in "+-*/":
            b, a = stack.pop(), stack.pop()
            stack.append({"+": a + b, "-": a - b, "*": a * b}.get(w) if w != "/" else a / b)
        else:
            stack.append(int(w))
    return stack
print(rpn("3 4 + 2 *"), rpn("5 1 2 + 4 * + 3 -"), rpn("1 2"))
