def safe_div(a, b):
    try:
        return a // b
    except ZeroDivisionError:
        return 0


def main():
    s = 0
    i = 0
    while i < 500000:
        s = s + safe_div(i, i % 4)
        i = i + 1
    return s


def run(n):
    result = None
    for _ in range(n):
        result = main()
    return result
