for i in range(3):
    for j in range(3):
        if j == 2: break
        if (i + j) % 2: continue
        print(i, j)
    else:
        print("never")
else:
    print("outer else")
n = 0
while True:
    n += 1
    if n == 3: continue
    if n > 5: break
    print(n, end=" ")
else:
    print("no")
print()
while n > 0:
    n -= 2
else:
    print("while else", n)
for x in []:
    pass
else:
    print("empty else")
def find(l, t):
    for i, v in enumerate(l):
        if v == t:
            return i
    else:
        return -1
print(find([1, 2, 3], 2), find([], 1))
def nested():
    for a in range(3):
        while True:
            for b in range(3):
                if b == a: break
            else:
                return "else", a, b
            if a == 2: return a, b
            break
print(nested())
for k, v in {"a": 1}.items():
    print(k, v)
for c in "ab":
    for d in (1, 2):
        print(c, d, end=";")
print()
total = 0
for i in range(1, 101):
    if i % 3 == 0 or i % 5 == 0:
        total += i
print(total)
i = 10
for i in range(0): pass
print(i)
while (i := i - 3) > 0:
    print(i)
while 0: print("never")
for i in 1, 2, 3: print(i, end=",")
print()
