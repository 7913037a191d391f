values = [None, 5, 2.5, "ab", [1], (1,), {1: 2}, {1}, frozenset([1]), range(2)]
def iadd(a, b):
    a += b
    return a
def isub(a, b):
    a -= b
    return a
def imul(a, b):
    a *= b
    return a
def idiv(a, b):
    a /= b
    return a
def ifloor(a, b):
    a //= b
    return a
def imod(a, b):
    a %= b
    return a
def ipow(a, b):
    a **= b
    return a
def iand(a, b):
    a &= b
    return a
def ior(a, b):
    a |= b
    return a
def ixor(a, b):
    a ^= b
    return a
def ishl(a, b):
    a <<= b
    return a
def ishr(a, b):
    a >>= b
    return a
def copied(v): return v.copy() if isinstance(v, (list, dict, set)) else v
for operate in (iadd, isub, imul, idiv, ifloor, imod, ipow, iand, ior, ixor, ishl, ishr):
    for a in values:
        for b in values:
            left = copied(a)
            try:
                result = operate(left, copied(b))
                print(operate.__name__, repr(a), repr(b), repr(result), result is left if isinstance(left, (list, dict, set)) else "")
            except Exception as e:
                print(operate.__name__, type(a).__name__, type(b).__name__, type(e).__name__, e)
