"""Closures: functions that keep state and functions made of others. `run(n)` calls and makes some n times."""


def run(n):
    slow = counter(1)
    fast = counter(2)
    both = compose(slow, fast)
    total = 0
    for i in range(n):
        total = (total + both(i) + adder(i)(3)) % 1000007
    return total


def counter(step):
    count = 0

    def advance(amount):
        nonlocal count
        count = (count + amount * step) % 1000003
        return count

    return advance


def compose(outer, inner):
    def composed(value):
        return outer(inner(value))

    return composed


def adder(amount):
    def add(value):
        return value + amount

    return add
