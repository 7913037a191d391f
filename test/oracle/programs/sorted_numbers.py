inf = float("inf")
nan = float("nan")


def numbers(seed, count, make):
    made = []
    for index in range(count):
        seed = (seed * 1103515245 + 12345) % 2**31
        made.append(make(seed >> 8))
    return made


def small(n):
    return n % 101 - 50


def large(n):
    return (n % 2000001 - 1000000) * 2**11


def huge(n):
    return (n % 201 - 100) * 2**70 if n % 3 == 0 else n


def real(n):
    return [n / 7.0 - 99, 0.0, -0.0, -inf, inf, n % 5 * 0.5][n % 6]


def zero(n):
    return -0.0 if n % 2 else 0.0


def mixed(n):
    return n % 9 if n % 2 else n % 9 / 2


def truth(n):
    return [True, False, 1, 0, 2][n % 5]


def itself(value):
    return value


def show(values):
    print(sorted(values), sorted(values, reverse=True))
    indices = range(len(values))
    print(sorted(indices, key=lambda i: values[i]), sorted(indices, key=lambda i: values[i], reverse=True))
    print(sorted(values, key=itself), sorted(values, key=lambda value: -value, reverse=True))
    print(values[::-1], values[::2], values[5:1:-1], values[-3::-2], values[1:100:3])
    values.sort()
    print(values)
    values.sort(reverse=True)
    print(values)
    values.append(0)
    values.sort()
    print(values)


for make in (small, large, huge, real, zero, mixed, truth):
    for count in (0, 1, 2, 9, 10, 11, 20, 21, 67):
        show(numbers(count, count, make))
show(list(range(30)))
show(list(range(30, 0, -1)))
show([2**31 - 1 - i for i in range(25)])
show([-(2**31) + i * i for i in range(25)])
print(sorted([nan, 2.0, 1.0]), sorted([3.0, nan, 1.0, nan, 0.5]), sorted([1, nan, 0]))
words = ["pear", "fig", "apple", "kiwi", "plum", "date"]
print(sorted(words, key=len), sorted(words, key=len, reverse=True), sorted(words * 9, key=len))
