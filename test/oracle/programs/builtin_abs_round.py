for x in [0, -1, 5, -7.5, 0.0, -0.0, True, False, -10**30]:
    print(abs(x), repr(abs(x)))
for x in [0.5, 1.5, 2.5, -0.5, -1.5, 2.675, 1e20, 7, True]:
    print(round(x), type(round(x)).__name__)
for x, n in [(2.675, 2), (1234.5678, -2), (1234.5678, 0), (15, -1), (25, -1), (-15, -1), (1e300, 2), (0.1, 20), (7, 3)]:
    print(round(x, n), end=" ")
print()
print(round(2.5, None), round(number=3.7), round(3.14159, ndigits=3))
class Money:
    def __init__(self, cents): self.cents = cents
    def __abs__(self): return Money(-self.cents if self.cents < 0 else self.cents)
    def __repr__(self): return f"Money({self.cents})"
print(abs(Money(-5)), abs(Money(7)))
for bad in ["x", None, [1], {}]:
    try:
        abs(bad)
    except TypeError as e:
        print(e)
    try:
        round(bad)
    except TypeError as e:
        print(e)
