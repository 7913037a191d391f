def main():
    s = 0
    i = 0
    while i < 3000:
        j = 0
        while j < 1000:
            s = (s + i * j) % 1000003
            j = j + 1
        i = i + 1
    return s


def run(n):
    result = None
    for _ in range(n):
        result = main()
    return result
