class LispError(Exception): pass
def parse(s):
    tokens = s.replace("(", " ( ").replace(")", " ) ").split()
    def read():
        if not tokens: raise LispError("unexpected end")
        t = tokens.pop(0)
        if t == "(":
            out = []
            while tokens and tokens[0] != ")": out.append(read())
            if not tokens: raise LispError("missing )")
            tokens.pop(0)
            return out
        if t == ")": raise LispError("unexpected )")
        for kind in (int, float):
            try:
                return kind(t)
            except ValueError:
                pass
        return t
    return read()
class Env:
    def __init__(self, outer=None, **names): self.names, self.outer = names, outer
    def find(self, n):
        if n in self.names: return self
        if self.outer is None: raise LispError(f"unbound {n}")
        return self.outer.find(n)
def product(*a):
    r = 1
    for x in a: r *= x
    return r
def evaluate(x, env):
    if isinstance(x, str): return env.find(x).names[x]
    if not isinstance(x, list): return x
    if not x: raise LispError("empty")
    op, *rest = x
    if op == "if": return evaluate(rest[1 if evaluate(rest[0], env) else 2], env)
    if op == "define":
        env.names[rest[0]] = evaluate(rest[1], env)
        return None
    if op == "set!":
        env.find(rest[0]).names[rest[0]] = evaluate(rest[1], env)
        return None
    if op == "lambda":
        params, body = rest
        return lambda *args: evaluate(body, Env(env, **dict(zip(params, args))))
    if op == "begin":
        for e in rest: r = evaluate(e, env)
        return r
    if op == "quote": return rest[0]
    return evaluate(op, env)(*[evaluate(a, env) for a in rest])
base = Env(None, **{"+": lambda *a: sum(a), "*": product, "-": lambda a, b: a - b, "<": lambda a, b: a < b, "=": lambda a, b: a == b, "list": lambda *a: list(a), "map": lambda f, l: [f(x) for x in l], "car": lambda l: l[0], "cdr": lambda l: l[1:]})
for s in ["(+ 1 2 (* 3 4))", "(define fact (lambda (n) (if (< n 2) 1 (* n (fact (- n 1))))))", "(fact 20)", "(map (lambda (x) (* x x)) (list 1 2 3))", "(define make (lambda (n) (lambda () (begin (set! n (+ n 1)) n))))", "(define c (make 10))", "(list (c) (c) (c))", "(quote (a b (c)))", "(car (cdr (list 1 2)))", "(if (= 1 1.0) 5 6)", "(foo)", "(+ 1", ")", "()", "(car (list))", "(1 2)", "(- 1)"]:
    try:
        print(s, "=>", evaluate(parse(s), base))
    except (LispError, IndexError, TypeError) as e:
        print(s, "=>", type(e).__name__, str(e).replace("<lambda>", "fn"))
