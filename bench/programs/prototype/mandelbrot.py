def main():
    w = 200
    h = 200
    count = 0
    y = 0
    while y < h:
        ci = 2.0 * y / h - 1.0
        x = 0
        while x < w:
            cr = 2.0 * x / w - 1.5
            zr = 0.0
            zi = 0.0
            k = 0
            while k < 50 and zr * zr + zi * zi < 4.0:
                t = zr * zr - zi * zi + cr
                zi = 2.0 * zr * zi + ci
                zr = t
                k = k + 1
            count = count + k
            x = x + 1
        y = y + 1
    return count


def run(n):
    result = None
    for _ in range(n):
        result = main()
    return result
