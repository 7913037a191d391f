a, b, c = 1, 5, 10
print(a < b < c, a < b > c, a == a == a, a < c > b, 1 < 2 < 3 < 4 < 5, 1 < 3 < 2 < 9, a != b != a, a is a is not None, 1 in [1] == [1])
def v(x):
    print("v", x, end=" ")
    return x
print(v(1) < v(2) < v(3))
print(v(3) < v(2) < v(1))
print(v(1) < v(5) > v(2) != v(7))
print(v(0) or v("") or v("x") or v("y"))
print(v(1) and v(2) and v(0) and v(3))
print(v(0) and v(1) or v(2))
print(not v(0), not v([1]))
print(v("a") if v(1) else v("b"), v("a") if v(0) else v("b"))
if v(1) and (v(0) or v(2)) and not v(0):
    print("yes")
if not (v(1) and v(0)) or v(9):
    print("yes2")
while not (a > 3 or b < 3):
    a += 1
    b -= 1
print(a, b)
print(None is None, None == 0, () == [], 1 == True, "a" in "cat" in ["cat"], 1 < 2 == True, (1 < 2) == True, not 1 == 2)
class B:
    def __bool__(self):
        print("B.bool", end=" ")
        return False
x = B()
if x and v(1): pass
print(type(x and 1).__name__, type(x or 2).__name__, not x)
print([i for i in range(20) if i % 2 and i % 3 or i == 6], 3 if None else 4 if [] else 5)
