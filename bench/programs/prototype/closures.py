def make(k):
    c = 0
    def add(d):
        nonlocal c
        c = c + d * k
        return c
    return add


def main():
    a = make(1)
    b = make(2)
    s = 0
    i = 0
    while i < 400000:
        s = (s + a(i) + b(3)) % 1000007
        i = i + 1
    return s


def run(n):
    result = None
    for _ in range(n):
        result = main()
    return result
