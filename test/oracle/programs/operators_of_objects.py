# Operators that a class defines: answered, refused, raising, with operands of other classes, and inside of generators.
class Money:
    def __init__(self, cents):
        self.cents = cents

    def __add__(self, other):
        if isinstance(other, Money):
            return Money(self.cents + other.cents)
        if isinstance(other, int):
            return Money(self.cents + other)
        return NotImplemented

    def __radd__(self, other):
        return Money(self.cents + other)

    def __sub__(self, other):
        return self.cents - other.cents

    def __mul__(self, factor):
        return Money(self.cents * factor)

    def __mod__(self, other):
        raise ArithmeticError('no remainder of money')

    def __eq__(self, other):
        if not isinstance(other, Money):
            return NotImplemented
        return self.cents == other.cents

    def __lt__(self, other):
        return NotImplemented if other is None else self.cents < other.cents

    def __getitem__(self, index):
        if index > 3:
            raise IndexError('too far')
        return self.cents * index

    def __setitem__(self, index, value):
        self.cents = index * value

    def __repr__(self):
        return f'Money({self.cents})'


class Bonus(Money):
    def __radd__(self, other):
        return 'bonus first'


class Changing(Money):
    def __iadd__(self, other):
        self.cents += 1000
        return self


class Texts:
    def __add__(self, other):
        return 'x' * 80

    def __getitem__(self, index):
        return 2 ** 80 + index

    def __lt__(self, other):
        return 'less'


class Odd:
    def __add__(self, other, more=5):
        return more

    def __sub__(self, *others):
        yield self


def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


def in_place(left, right):
    left += right
    return left


for round in range(3):
    show(lambda: Money(1) + Money(2))
    show(lambda: Money(1) + 2)
    show(lambda: 2 + Money(1))
    show(lambda: Money(1) + 'text')
    show(lambda: Money(1) + Bonus(2))
    show(lambda: Bonus(1) + Money(2))
    show(lambda: Money(5) - Money(2))
    show(lambda: Money(5) - None)
    show(lambda: Money(5) * 3)
    show(lambda: Money(5) % 3)
    show(lambda: Money(5) / 3)
    show(lambda: Money(5) == Money(5))
    show(lambda: Money(5) != Money(5))
    show(lambda: Money(5) == 5)
    show(lambda: Money(5) == Bonus(5))
    show(lambda: Money(5) < Money(6))
    show(lambda: Money(5) < None)
    show(lambda: Money(5) > Money(6))
    show(lambda: Money(5)[2])
    show(lambda: Money(5)[4])
    show(lambda: in_place(Money(1), Money(2)))
    show(lambda: in_place(Changing(1), Money(2)))
    show(lambda: in_place(Changing(1), 'text'))
    show(lambda: len(Texts() + 1))
    show(lambda: Texts()[1])
    show(lambda: Texts() < 1)
    show(lambda: Odd() + 1)
    show(lambda: type(Odd() - 1).__name__)


def sums(count):
    total = Money(0)
    for step in range(count):
        total = total + Money(step)
        total[2] = step
        yield total[1], total == Money(2 * step)


for pair in sums(6):
    print(pair)
print(sum([Money(1), Money(2), Money(3)]))
print(sorted([Money(3), Money(1), Money(2)]), max(Money(1), Money(2)))
