# Objects that have __getitem__ alone, in everything that goes through several things at once.


class Tens:
    def __init__(self, length):
        self.length = length

    def __getitem__(self, index):
        if index >= self.length:
            raise IndexError('end')
        return index * 10


class Counted(Tens):
    def __len__(self):
        return self.length


class Failing:
    def __getitem__(self, index):
        return 6 // (2 - index)


tens = Tens(3)
print(list(zip(tens)), list(zip(tens, 'abcd')), list(zip('ab', tens, tens)), dict(zip(tens, tens)))
print(list(zip(tens, Tens(3), strict=True)))
print(list(enumerate(tens)), list(enumerate(tens, 5)))
print(list(map(lambda item: item + 1, tens)), list(map(lambda a, b: a + b, tens, [1, 2])))
print(list(filter(lambda item: item != 10, tens)), list(filter(None, tens)))
print(list(reversed(Counted(3))), list(zip(reversed(Counted(3)), tens)), list(enumerate(reversed(Counted(2)))))
for number, item in enumerate(tens):
    print(number, item)
for left, right in zip(tens, reversed(Counted(4))):
    print(left, right)
pairs = zip(tens, tens)
print(next(pairs), next(pairs), next(pairs), next(pairs, 'over'), next(pairs, 'over'))
print(sorted(tens, key=lambda item: -item), max(tens, key=lambda item: -item), sum(map(abs, tens)))
for failing in [zip(Failing(), tens), enumerate(Failing()), map(lambda item: item, Failing()), filter(bool, Failing())]:
    try:
        for item in failing:
            print(item)
    except ZeroDivisionError as error:
        print(error)
