"""
Generators: three in a row, and a recursive one that walks a tree. `run(n)` takes n numbers through the first and a tree of
127 nodes n // 1000 + 1 times through the second.
"""


def run(n):
    total = 0
    for value in odd(scrambled(count(n))):
        total += value
    tree = make_tree(7)
    for _ in range(n // 1000 + 1):
        for value in walk(tree):
            total += value
    return total


def count(n):
    i = 0
    while i < n:
        yield i
        i += 1


def scrambled(values):
    for value in values:
        yield value * 3 % 1009


def odd(values):
    for value in values:
        if value % 2 == 1:
            yield value


def make_tree(depth):
    """A tree: left, value, right, or None."""
    if depth == 0:
        return None
    return (make_tree(depth - 1), depth, make_tree(depth - 1))


def walk(tree):
    if tree is not None:
        for value in walk(tree[0]):
            yield value
        yield tree[1]
        for value in walk(tree[2]):
            yield value
