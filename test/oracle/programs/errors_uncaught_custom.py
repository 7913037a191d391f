class Problem(Exception):
    def __str__(self): return "problem:\n  " + ", ".join(map(str, self.args))
class Other(Problem): pass
def outer():
    class Local(Other): pass
    raise Local(1, "two", [3])
try:
    outer()
except Other as e:
    print(type(e).__name__, e)
    raise
