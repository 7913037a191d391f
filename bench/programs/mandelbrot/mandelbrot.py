"""The Mandelbrot set: arithmetic of floats. `run(n)` iterates the points of n rows, and gives the sum of the iterations."""

WIDTH = 200
MAX_ITERATIONS = 50


def run(n):
    total = 0
    for row in range(n):
        ci = 2.0 * row / n - 1.0
        for column in range(WIDTH):
            total += iterations(2.0 * column / WIDTH - 1.5, ci)
    return total


def iterations(cr, ci):
    zr = 0.0
    zi = 0.0
    count = 0
    while count < MAX_ITERATIONS and zr * zr + zi * zi < 4.0:
        zr, zi = zr * zr - zi * zi + cr, 2.0 * zr * zi + ci
        count += 1
    return count
