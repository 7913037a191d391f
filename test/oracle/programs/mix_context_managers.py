class Transaction:
    active = []
    def __init__(self, store, name="t"): self.store, self.name = store, name
    def __enter__(self):
        self.saved = dict(self.store)
        Transaction.active.append(self.name)
        return self.store
    def __exit__(self, kind, error, tb):
        Transaction.active.pop()
        if kind is not None:
            self.store.clear()
            self.store.update(self.saved)
            print("rollback", self.name, kind.__name__, error)
        return kind is not None and issubclass(kind, ValueError)
store = {"a": 1}
with Transaction(store) as s:
    s["b"] = 2
with Transaction(store):
    store["c"] = 3
    raise ValueError("undo")
try:
    with Transaction(store, "outer") as s:
        s["x"] = 1
        with Transaction(s, "inner"):
            s["y"] = 2
            raise KeyError("both")
except KeyError as e:
    print("out", e)
print(store, Transaction.active)
class contextmanager:
    def __init__(self, f): self.f = f
    def __call__(self, *a, **k): return Manager(self.f(*a, **k))
class Manager:
    def __init__(self, gen): self.gen = gen
    def __enter__(self): return next(self.gen)
    def __exit__(self, kind, error, tb):
        if kind is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            raise RuntimeError("generator didn't stop")
        try:
            self.gen.throw(error)
        except StopIteration:
            return True
        except BaseException as e:
            if e is error: return False
            raise
@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    except ZeroDivisionError:
        print("zero!")
    finally:
        print(f"</{name}>")
with tag("p") as p, tag("b") as b:
    print(p, b)
with tag("div"):
    1 / 0
try:
    with tag("err"):
        raise IndexError("through")
except IndexError as e:
    print(e)
def suppress(*kinds):
    class S:
        def __enter__(self): return self
        def __exit__(self, k, e, t): return k is not None and issubclass(k, kinds)
    return S()
with suppress(KeyError, ZeroDivisionError):
    {}["gone"]
for i in range(3):
    with suppress(IndexError):
        print([10][i])
        continue
    print("suppressed", i)
