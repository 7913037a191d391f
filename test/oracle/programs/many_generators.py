"""More generators at once than the fast engine has seats for; some are left where they stand."""


def count(n):
    i = 0
    while i < n:
        yield i
        i = i + 1


living = [count(3) for _ in range(560)]
sums = 0
for each in living:
    for item in each:
        sums = sums + item
        break
print(sums)
del living[5:]
print(sum([sum(each) for each in living]), [list(each) for each in living])
