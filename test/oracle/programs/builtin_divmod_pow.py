for a in (7, -7, 7.5, -7.5, 0):
    for b in (2, -2, 2.5, 3):
        print(divmod(a, b), a // b, a % b)
print(divmod(10**30, 7), divmod(True, 2))
print(pow(2, 10), pow(2, -1), pow(2.0, 3), pow(3, 200, 13), pow(7, -1, 11), pow(-3, 3), pow(2, 5, mod=7), pow(base=3, exp=2))
print(pow(0, 0), 0.0 ** 0, (-2) ** 3, -2 ** 2, 2 ** -2, 10 ** 20, 2 ** 0.5)
for f in (lambda: divmod(1, 0), lambda: divmod(1.0, 0), lambda: pow(0, -1), lambda: pow(2, 3, 0), lambda: pow(2, -1, 4),
          lambda: divmod("a", 1), lambda: pow("a", 2), lambda: pow(2.5, 2, 3), lambda: 0.0 ** -1, lambda: 1 % 0, lambda: 1.5 % 0,
          lambda: 1 // 0.0, lambda: 10.0 ** 400):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
class D:
    def __divmod__(self, o): return ("dm", o)
    def __rdivmod__(self, o): return ("rdm", o)
print(divmod(D(), 3), divmod(3, D()))
