"""Nested loops over ints. `run(n)` runs the inner one n times."""


def run(n):
    total = 0
    for i in range(n):
        j = 0
        while j < 1000:
            total = (total + i * j) % 1000003
            j += 1
    return total
