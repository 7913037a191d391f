"""Fibonacci numbers by recursion: calls, and hardly anything else. `run(n)` computes the 20th n times."""


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def run(n):
    total = 0
    for _ in range(n):
        total += fib(20)
    return total
