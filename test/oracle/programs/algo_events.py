class Emitter:
    def __init__(self): self.handlers = {}
    def on(self, name, f=None):
        if f is None: return lambda f: self.on(name, f)
        self.handlers.setdefault(name, []).append(f)
        return f
    def off(self, name, f): self.handlers[name].remove(f)
    def emit(self, name, *args, **kw):
        results = []
        for h in list(self.handlers.get(name, [])):
            try:
                results.append(h(*args, **kw))
            except Exception as e:
                results.append(f"{type(e).__name__}: {e}")
        return results
    def once(self, name, f):
        def wrapper(*a, **k):
            self.off(name, wrapper)
            return f(*a, **k)
        return self.on(name, wrapper)
em = Emitter()
@em.on("greet")
def hello(name, punct="!"): return f"hello {name}{punct}"
@em.on("greet")
def fail(name, **kw): raise ValueError(name)
em.once("greet", lambda *a, **k: ("once", a, k))
print(em.emit("greet", "ann"), em.emit("greet", "bob", punct="?"), em.emit("none"))
em.off("greet", fail)
print(em.emit("greet", "cy"), em.emit("greet"), len(em.handlers["greet"]))
class Observable:
    def __init__(self, **kw):
        self.__dict__["_watch"] = []
        for k, v in kw.items(): setattr(self, k, v)
    def __setattr__(self, k, v):
        old = self.__dict__.get(k)
        self.__dict__[k] = v
        for w in self._watch: w(k, old, v)
o = Observable(a=1)
log = []
o._watch.append(lambda *c: log.append(c))
o.a = 2
o.b = o.a + 1
o.a += 10
print(log, o.a, o.b)
class Command:
    def __init__(self, do, undo): self.do, self.undo = do, undo
class Editor:
    def __init__(self): self.text, self.done, self.undone = "", [], []
    def type(self, s):
        def do(): self.text += s
        def undo(): self.text = self.text[:-len(s)]
        c = Command(do, undo)
        c.do()
        self.done.append(c)
        self.undone.clear()
        return self
    def undo(self):
        if self.done:
            self.undone.append(self.done.pop())
            self.undone[-1].undo()
        return self
    def redo(self):
        if self.undone:
            self.done.append(self.undone.pop())
            self.done[-1].do()
        return self
e = Editor().type("abc").type("def")
print(e.text, e.undo().text, e.undo().undo().text, e.redo().text, e.type("X").redo().text)
