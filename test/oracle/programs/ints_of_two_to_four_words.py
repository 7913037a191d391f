# Ints of 54 to 128 bits: random numbers, hashes, and what becomes of them.


def steps(seed, step, count):
    state = seed
    seen = []
    for _ in range(count):
        state = step(state)
        seen.append(state)
    return seen


print(steps(1, lambda x: (x * 1103515245 + 12345) % 2147483648, 5))
print(steps(1, lambda x: (x * 25214903917 + 11) & ((1 << 48) - 1), 5))
print(steps(1, lambda x: (x * 6364136223846793005 + 1442695040888963407) % 18446744073709551616, 5))
print(steps(1, lambda x: (x * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF, 5))
print(steps(7, lambda x: x * x % 1000000007 + 3, 5))
print(steps(7, lambda x: x * x % 1125899906842597 + 3, 5))
print(steps(7, lambda x: x * x % 1000000000000000003 + 3, 5))
print(steps(7, lambda x: x * x // 1000003 + 12345678901, 5))


def xorshift(x):
    x ^= (x << 13) & 0xFFFFFFFFFFFFFFFF
    x ^= x >> 7
    x ^= (x << 17) & 0xFFFFFFFFFFFFFFFF
    return x


def splitmix(x):
    x = (x + 0x9E3779B97F4A7C15) & 0xFFFFFFFFFFFFFFFF
    z = ((x ^ (x >> 30)) * 0xBF58476D1CE4E5B9) & 0xFFFFFFFFFFFFFFFF
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & 0xFFFFFFFFFFFFFFFF
    return z ^ (z >> 31)


def fnv(text):
    value = 14695981039346656037
    for letter in text:
        value = ((value ^ ord(letter)) * 1099511628211) % 2**64
    return value


print(steps(88172645463325252, xorshift, 4), steps(5, splitmix, 4), fnv("hello"), fnv(""))


class Generator:
    def __init__(self, state):
        self.state = state

    def next(self):
        self.state = (self.state * 6364136223846793005 + 1) % 2**64
        return self.state


generator = Generator(42)
print([generator.next() for _ in range(3)], generator.state)

# Where they may stand.
big = 3000000000 * 4000000000
bigger = big * 1000000000000
same = 12 * 10**18
print(big, bigger, -big, ~big, +big, big == same, big != same, big is big, big < bigger, bigger <= big, big > 5, 5 >= big)
print(big == 1.2e19, big < 1e30, big > -1.5, big == True, big == "x", big == None, bool(big), not big, float(bigger))
print({big: 1}[same], {same: 1}.get(big), big in [1, same], [big].index(same), hash(big) == hash(same), len({big, same}))
a, b = big, bigger
a, b = b, a
print(a, b, (a, b), [a, b], f"{a:,}", "%d" % b, str(a), repr(b), int(str(a)) == a, a.bit_length())
print(big / 7, big // 7, big % 7, divmod(bigger, 13), big ** 2, pow(big, 3, 1000), abs(-big), round(big, -3), max(a, b), sum([a, b, 1]))
print(big - bigger, bigger - big, big - big, big - same + 1, big - 12 * 10**18 + 2**53, big * -1, big * 0, big & -1, big | -2, big ^ -3)
print(big // -7, big % -7, -big // 7, -big % 7, big // big, big % big, big // bigger, big % bigger, bigger // big)
print(big << 0, big << 1, big << 64, big << 100, big >> 0, big >> 1, big >> 63, big >> 64, big >> 500, 1 << 127, 1 << 128, 3 << 126)
print((1 << 127) + (1 << 127), (1 << 128) - 1, ((1 << 128) - 1) + 1, ((1 << 64) - 1) * ((1 << 64) - 1), (1 << 64) * (1 << 64))
print(((1 << 128) - 1) % 1000, ((1 << 128) - 1) // 1000, ((1 << 128) - 1) % 2097151, ((1 << 128) - 1) % (10**9 + 7), ((1 << 128) - 1) // (10**9 + 7))
print(2**53 - 1 + 1, 2**53 + 1 - 1, (2**53 + 1) - (2**53), 9007199254740991 * 1 + 1, 94906267 * 94906267, 94906265 * 94906265)
for bad in (lambda: big // 0, lambda: big % 0, lambda: big << -1, lambda: big >> -1, lambda: big + "x", lambda: big & 1.5, lambda: [1][big], lambda: "x" * bigger):
    try:
        print(bad())
    except (ZeroDivisionError, ValueError, TypeError, IndexError, OverflowError, MemoryError) as error:
        print(type(error).__name__, error)


def counted(limit=10 * 10**18):
    value = 1
    while value < limit:
        value = value * 1000 + 7
        yield value


print(list(counted()), [x for x in counted(2**70)], sorted([bigger, 1, big, 2.5, -big]), min(counted()))


def outer():
    total = big

    def add(number):
        nonlocal total
        total += number * number
        return total

    return [add(number) for number in (1, 10**9, 10**12, -(10**10))]


print(outer())
count = 0
while big:
    big >>= 3
    count += 1
print(count, big)
