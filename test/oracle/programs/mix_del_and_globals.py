a = b = c = 1
del a, b
for name in ("a", "b", "c"):
    try:
        print(name, {"a": lambda: a, "b": lambda: b, "c": lambda: c}[name]())
    except NameError as e:
        print(e)
a = "again"
print(a)
def use_global():
    global counter
    try:
        counter += 1
    except NameError as e:
        print(e)
        counter = 1
    return counter
print(use_global(), use_global(), counter)
def del_global():
    global counter
    del counter
    try:
        del counter
    except NameError as e:
        return str(e)
print(del_global(), use_global())
def inner_del():
    v = 1
    def get(): return v
    def rm():
        nonlocal v
        del v
    rm()
    try:
        return get()
    except NameError as e:
        return type(e).__name__, str(e)
print(inner_del())
l = [1, 2, 3, 4]
d = {"a": 1, "b": {"c": 2}}
class O: pass
o = O()
o.x = o.y = o
del l[0], l[-1], d["a"], d["b"]["c"], o.x, (l[0])
print(l, d, hasattr(o, "x"), o.y.y is o)
for i in range(3): pass
del i
try:
    i
except NameError as e:
    print(e)
print([i for i in range(2)])
try:
    i
except NameError as e:
    print(e)
def shadow_builtin():
    list = [1, 2]
    try:
        return list("ab")
    except TypeError as e:
        return str(e)
print(shadow_builtin(), list("ab"))
max = lambda *a: "my max"
print(max(1, 2))
del max
print(max(1, 2))
def conditional_local(n):
    if n: sum = 5
    try:
        return sum
    except UnboundLocalError as e:
        return str(e)
print(conditional_local(1), conditional_local(0))
try:
    with_as = None
    for with_as in [1]: del with_as
    print(with_as)
except NameError as e:
    print(e)
def loop_del():
    out = []
    for k in range(3):
        out.append(k)
        del k
    try:
        k
    except UnboundLocalError as e:
        out.append(str(e))
    return out
print(loop_del())
_ = 5
__ = 6
_x1 = _ + __
print(_x1, __name__)
é = "accent"
变量 = [é]
print(变量)
