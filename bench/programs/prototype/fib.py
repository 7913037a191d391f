def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def main():
    return fib(32)


def run(n):
    result = None
    for _ in range(n):
        result = main()
    return result
