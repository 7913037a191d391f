x = "global"
def read(): return x
def local():
    x = "local"
    return x
def change():
    global x
    x = "changed"
print(read(), local(), x)
change()
print(read(), x)
def unbound():
    try:
        print(x)
    except UnboundLocalError as e:
        print(type(e).__name__, e)
    x = 1
unbound()
def dele():
    y = 1
    del y
    try:
        print(y)
    except UnboundLocalError as e:
        print(e)
    try:
        del y
    except UnboundLocalError as e:
        print(e)
dele()
try:
    undefined_name
except NameError as e:
    print(e)
try:
    del undefined_name
except NameError as e:
    print(e)
def make_global():
    global fresh
    fresh = [1]
make_global()
print(fresh)
len_ = len
def len(x): return "mine"
print(len([1]), len_([1]))
del len
print(len([1]))
def param_shadow(print): return print
print(param_shadow(5))
def loop_var():
    for i in range(3): pass
    return i
print(loop_var(), [i for i in range(2)])
def cond(flag):
    if flag: v = 1
    try:
        return v
    except UnboundLocalError as e:
        return str(e)
print(cond(True), cond(False))
class Body:
    x = "class"
    y = x + "!"
    def m(self): return x
    l = [x for _ in range(2)]
print(Body.x, Body.y, Body().m(), Body.l)
