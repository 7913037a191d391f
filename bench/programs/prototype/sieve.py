def main():
    n = 2000000
    flags = [True] * (n + 1)
    count = 0
    i = 2
    while i <= n:
        if flags[i]:
            count = count + 1
            j = i + i
            while j <= n:
                flags[j] = False
                j = j + i
        i = i + 1
    return count


def run(n):
    result = None
    for _ in range(n):
        result = main()
    return result
