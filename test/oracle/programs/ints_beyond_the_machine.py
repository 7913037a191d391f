# Operators of ints on both sides of 53, 63 and 64 bits: with results that stay beyond, come back, or were never beyond.
BORDERS = [0, 1, -1, 2, -3, 7, 31, 1000, 2**31 - 1, 2**31, -2**31, 2**32 - 1, 2**32, 2**33 + 5, -2**40 - 1,
           2**52, 2**53 - 1, 1 - 2**53, 2**53, -2**53, 2**53 + 1, -2**54 + 3, 2**62 + 12345, 2**63 - 1, 2**63,
           -2**63, -2**63 - 1, 2**64 - 1, 2**64, -2**64 + 1, 10**30, -10**30, 3**200, True, False]


def checksum(total, value):
    return (total * 1000003 + value) % (2**89 - 1)


def show(name, values):
    total = 0
    for value in values:
        total = checksum(total, value)
    print(name, len(values), total)


def attempt(name, work, left, right):
    try:
        return work(left, right)
    except ZeroDivisionError as error:
        return 1000 + len(str(error))
    except ValueError as error:
        return 2000 + len(str(error))


def combine():
    sums, differences, products, quotients, remainders = [], [], [], [], []
    ands, ors, xors = [], [], []
    for left in BORDERS:
        for right in BORDERS:
            sums.append(left + right)
            differences.append(left - right)
            products.append(left * right)
            quotients.append(attempt("//", lambda a, b: a // b, left, right))
            remainders.append(attempt("%", lambda a, b: a % b, left, right))
            ands.append(left & right)
            ors.append(left | right)
            xors.append(left ^ right)
    show("+", sums)
    show("-", differences)
    show("*", products)
    show("//", quotients)
    show("%", remainders)
    show("&", ands)
    show("|", ors)
    show("^", xors)


def combine_in_place():
    results = []
    for left in BORDERS:
        for right in BORDERS:
            value = left
            value += right
            value *= right
            value -= left
            value ^= right
            value |= left
            value &= right
            if right:
                value += left
                value //= right
                value -= 2**70
                value %= right
            results.append(value)
    show("in place", results)


def shift():
    lefts, rights = [], []
    for value in BORDERS:
        for count in [0, 1, 7, 20, 31, 32, 33, 52, 53, 62, 63, 64, 65, 100, 300]:
            lefts.append(value << count)
            rights.append(value >> count)
        rights.append(value >> 10**20)
        rights.append(attempt("<<", lambda a, b: a << b, value, -1))
        rights.append(attempt(">>", lambda a, b: a >> b, value, -10**20))
    show("<<", lefts)
    show(">>", rights)


def change():
    results = []
    for value in BORDERS:
        results.append(-value)
        results.append(~value)
        results.append(+value)
    show("unary", results)


def compare():
    order = ""
    for left in BORDERS:
        for right in BORDERS + [1.5, -1e300, 2.0**53, 2.0**63]:
            order += "1" if left < right else "0"
            order += "1" if left <= right else "0"
            order += "1" if left > right else "0"
            order += "1" if left >= right else "0"
            order += "1" if left == right else "0"
            order += "1" if left != right else "0"
    total = 0
    for digit in order:
        total = checksum(total, int(digit))
    print("order", len(order), total)


def mix():
    h = 12345
    for i in range(300):
        h = (h * 1103515245 + 12345) % 2147483648
    print(h)
    h = 5381
    for i in range(300):
        h = (h * 33 + i) & 0xFFFFFFFF
    print(h)
    h = 14695981039346656037
    for i in range(300):
        h = ((h ^ i) * 1099511628211) & 0xFFFFFFFFFFFFFFFF
    print(h)
    x = 88172645463325252
    for i in range(300):
        x ^= (x << 13) & 0xFFFFFFFFFFFFFFFF
        x ^= x >> 7
        x ^= (x << 17) & 0xFFFFFFFFFFFFFFFF
    print(x)
    h = 1
    for i in range(300):
        h = (h * 131 + i) % (2**61 - 1)
    print(h)
    h = 7
    for i in range(300):
        h = (h * 16807) % 998244353
        h = h * -31 % -1000000007
    print(h)


def fail():
    for work in [lambda: 2**60 // 0, lambda: 2**60 % 0, lambda: 5 % False, lambda: 2**60 << -1, lambda: 1 >> -2**70,
                 lambda: 2**60 + "a", lambda: 2**60 & 1.5, lambda: [] - 2**60, lambda: -2**60 < "x", lambda: ~1.5,
                 lambda: 2**60 | None, lambda: 1 << 2**70]:
        try:
            print(work())
        except Exception as error:
            print(type(error).__name__, error)


def hash_tuples():
    print(hash((1, 2)), hash((2**64, -1, 3)), hash((-2**61, True, 2.5)), hash(tuple(range(-50, 50))), hash(((), (1,), (1, (2, 3)))))
    print(hash(()), len({hash((x, y)) for x in range(-10, 10) for y in range(-10, 10)}))


combine()
combine_in_place()
shift()
change()
compare()
mix()
hash_tuples()
fail()
print(2**70 // (2**60 - 2**60))
