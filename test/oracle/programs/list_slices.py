l = list(range(10))
print(l[2:5], l[:3], l[7:], l[::3], l[::-1], l[-3:], l[5:2], l[8:2:-2], l[:], l[-100:100], l[100:], l[3:3])
l[2:4] = ["a", "b", "c"]
print(l)
l[::2] = [0] * len(l[::2])
print(l)
l[1:1] = "xy"
print(l)
l[:] = [1, 2, 3, 4, 5]
del l[1]
print(l)
del l[-2:]
print(l)
l[len(l):] = [7, 8]
print(l)
l = list(range(10))
del l[::3]
print(l)
l[-1] = "end"
l[0] += 100
print(l)
l[1:3] += [9]
print(l)
l *= 2
l += (1,)
print(l)
del l[:]
print(l)
m = [1, 2, 3]
for f in (lambda: m[5], lambda: m[-4], lambda: m["a"], lambda: m[1.0], lambda: m.__setitem__(5, 1)):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
def s1(): m[5] = 1
def s2(): m[::2] = [1]
def s3(): del m[7]
def s4(): m[0:1] = 5
def s5(): m["x"] = 5
def s6(): m[::0]
def s7(): m[0], m[9] = 1, 2
for f in (s1, s2, s3, s4, s5, s6, s7):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
print(m)
