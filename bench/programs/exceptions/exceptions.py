"""
Exceptions: one that an operation raises and the same function handles, and one of the program's own that leaves two calls.
`run(n)` does both n times; a quarter of the first and a third of the second fail.
"""


class Rejected(Exception):
    pass


def run(n):
    total = 0
    for i in range(n):
        total = (total + quotient(i, i % 4)) % 1000003
        try:
            total += process(i)
        except Rejected as rejected:
            total += rejected.args[0] % 7
    return total


def quotient(a, b):
    try:
        return a // b
    except ZeroDivisionError:
        return 0


def process(value):
    return check(value) + 1


def check(value):
    if value % 3 == 0:
        raise Rejected(value)
    return value
