def f1():
    try:
        return "try"
    finally:
        print("fin1")
def f2():
    try:
        return "try"
    finally:
        return "finally"
def f3():
    for i in range(3):
        try:
            if i == 1: continue
            print("body", i)
            if i == 2: break
        finally:
            print("fin", i)
    return "end"
def f4():
    try:
        1 / 0
    except ZeroDivisionError:
        return "except"
    else:
        return "else"
    finally:
        print("fin4")
def f5():
    while True:
        try:
            try:
                raise KeyError("k")
            finally:
                print("inner")
                break
        finally:
            print("outer")
    return "swallowed"
def f6():
    for i in [1, 2]:
        for j in [3, 4]:
            try:
                return i, j
            finally:
                print("r", i, j)
                if i == 1 and j == 3: continue
def f7():
    x = [1]
    try:
        return x
    finally:
        x.append(2)
def f8():
    try:
        raise ValueError("a")
    except ValueError as e:
        try:
            raise KeyError("b")
        except KeyError as k:
            return repr(e), repr(k)
        finally:
            print("in")
    finally:
        print("out")
def f9():
    try:
        try:
            1 / 0
        finally:
            print("cleanup")
    except ZeroDivisionError as e:
        print("caught", e)
        raise ValueError("new")
    finally:
        print("last")
for f in (f1, f2, f3, f4, f5, f6, f7, f8):
    print(f())
try:
    f9()
except ValueError as e:
    print(e)
def f10(n):
    try:
        if n == 0: raise TypeError("t")
        if n == 1: return "one"
        r = "pass"
    except TypeError:
        r = "typed"
    else:
        r += " else"
    finally:
        print("n", n)
    return r
print(f10(0), f10(1), f10(2))
def f11():
    for i in range(4):
        try:
            if i % 2: raise ValueError(i)
        except ValueError as e:
            if e.args[0] == 3: return "three"
            continue
        finally:
            print("f", i)
print(f11())
