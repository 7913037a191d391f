def main():
    words = []
    x = 42
    i = 0
    while i < 200000:
        x = (x * 16807) % 2147483647
        words.append("w" + str(x % 5000))
        i = i + 1
    counts = {}
    for w in words:
        if w in counts:
            counts[w] = counts[w] + 1
        else:
            counts[w] = 1
    total = 0
    for w in words:
        total = total + counts[w] * len(w)
    s = ""
    for w in words:
        if w[1] == "7":
            s = s + w[1] + ","
    return total + len(s)


def run(n):
    result = None
    for _ in range(n):
        result = main()
    return result
