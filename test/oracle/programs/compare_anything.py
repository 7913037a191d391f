# Comparisons of everything with everything, in a loop so that each way is met often, and special methods that an operator enters.
class Plain:
    pass


class Below(Plain):
    pass


class Equal:
    def __init__(self, x):
        self.x = x

    def __eq__(self, other):
        return isinstance(other, Equal) and self.x == other.x


class EqualBelow(Equal):
    def __eq__(self, other):
        return "below"


class Unequal:
    def __ne__(self, other):
        return "unequal"


class Refusing:
    def __eq__(self, other):
        return NotImplemented

    def __lt__(self, other):
        return NotImplemented


class Late:
    pass


nan = float("nan")
plain, other_plain, error = Plain(), Plain(), ValueError("x")
shared = [1, 2]
VALUES = [
    None, True, False, 0, 1, 2, -1, 1.0, 0.0, 2.5, nan, 2**53, 2.0**53, 2**53 + 1, 2**64, -2**64, 10**400, 1e300,
    "", "a", "abc", "abd", "ab", "é", "\uffff", "\U00010000",
    (), (1,), (1, 2), (1, 3), (True, 2.0), (1, 2, 3), ("a", None), ("a", "b"), (nan,), (nan, 1), (2**64, 1), ((1, 2), 3),
    ((1, 2), 4), (plain,), (other_plain,), (Equal(1),), (Equal(1), 2), (None, 1), (1.5, "x"), (1, "x"),
    [], [1], [1, 2], [1, 3], [1.0, 2.0], [1.0, 2.5], [True, 2], [1, 2, 3], ["a", None], [nan], [[1, 2]], [plain], shared, [shared],
    {}, {1: 2}, set(), {1}, range(3), range(0),
    plain, other_plain, Below(), Equal(1), Equal(2), EqualBelow(1), Unequal(), Refusing(), error, ValueError, Plain, len, print,
]


def show(total, name, answer):
    text = f"{name}{answer}"
    for letter in text:
        total = (total * 31 + ord(letter)) % 1000000007
    return total


def compare_all():
    for left_index in range(len(VALUES)):
        total = 0
        for right in VALUES:
            left = VALUES[left_index]
            total = show(total, "==", left == right)
            total = show(total, "!=", left != right)
            if left == right:
                total += 1
            if left != right:
                total += 2
            try:
                total = show(total, "<", left < right)
                total = show(total, "<=", left <= right)
                total = show(total, ">", left > right)
                total = show(total, ">=", left >= right)
            except TypeError as error:
                total = show(total, "!", error)
        print(left_index, total)


def orders_of_items():
    for work in [lambda: (1, "a") < (1, 2), lambda: [1, None] < [1, 2], lambda: (None,) < (None,), lambda: (None,) < (None, 1),
                 lambda: (1, plain) < (1, plain), lambda: (1, plain) < (1, other_plain), lambda: (1, [2]) >= (1, [1]),
                 lambda: (1,) < [1], lambda: [1.5, 2.5] < [1.5, 3.5], lambda: [] <= (), lambda: (nan,) < (nan,),
                 lambda: (nan, 1) < (nan, 2), lambda: (1.0, 2**70) > (1, 2**70 - 1)]:
        try:
            print(work())
        except TypeError as error:
            print(error)
    for bound in range(0, 10000, 1500):
        numbers = list(range(bound))
        print(numbers == list(range(bound)), numbers < list(range(bound)) + [1], tuple(numbers) >= tuple(numbers[:-1]))


def changed_while_running():
    a, b = Late(), Late()
    for round in range(6):
        print(a == b, a != b, a == a, a == None, 5 == a)
        if round == 2:
            Late.__eq__ = lambda self, other: "eq"
        if round == 3:
            Late.__ne__ = lambda self, other: "ne"
        if round == 4:
            del Late.__eq__


class Signed:
    def __init__(self, value):
        self.value = value

    def __neg__(self):
        return Signed(-self.value)

    def __pos__(self):
        return 2**70

    def __invert__(self, ignored=None):
        return f"~{self.value}"


class Captured:
    pass


def give_methods():
    count = 0

    def negate(self):
        nonlocal count
        count += 1
        if count == 3:
            raise ValueError("third")
        return count

    Captured.__neg__ = negate
    Captured.__contains__ = lambda self, item: [item] * (count - 2)


class Holder:
    def __init__(self, items):
        self.items = items

    def __contains__(self, item):
        for each in self.items:
            if each == item:
                return each
        return []


class Recursive:
    def __contains__(self, item):
        return item == 0 or item - 1 in self


class Strange:
    def __bool__(self):
        return 5


class Odd:
    def __contains__(self, item):
        return Strange() if item == 1 else NotImplemented if item == 2 else Holder([])

    def __neg__(self):
        return -self


class NotThere:
    __contains__ = None
    __neg__ = None


class Static:
    @staticmethod
    def __contains__(item):
        return item

    @classmethod
    def __neg__(cls):
        return cls.__name__


def found_in(container):
    for item in ["a", 1, 0, None]:
        yield item in container
        yield item not in container


def unary_and_membership():
    signed = Signed(5)
    for round in range(5):
        print((-signed).value, +signed, ~signed, -(-signed).value)
    holder = Holder(["a", 1, 0])
    for item in ["a", 1, 0, "b"]:
        print(item in holder, item not in holder)
        if item in holder:
            print("is there")
    print(list(found_in(holder)), list(found_in(Static())))
    print(150 in Recursive())
    give_methods()
    captured = Captured()
    for work in [lambda: -captured, lambda: 1 in captured, lambda: -captured, lambda: -captured, lambda: 1 in captured, lambda: -captured,
                 lambda: +captured, lambda: ~captured, lambda: 1 in Odd(), lambda: 2 in Odd(), lambda: 3 in Odd(), lambda: -Odd(),
                 lambda: 1 in NotThere(), lambda: -NotThere(), lambda: -Static(), lambda: 1 in Plain(), lambda: -None, lambda: -"a",
                 lambda: ~Plain(), lambda: -True, lambda: ~False]:
        try:
            print(work())
        except (TypeError, ValueError, RecursionError) as error:
            print(type(error).__name__, error)


def too_deep():
    try:
        print(10**6 in Recursive())
    except RecursionError:
        print("too deep")


compare_all()
too_deep()
orders_of_items()
changed_while_running()
unary_and_membership()
print(-Captured(), 7 in Captured())
print((1, 2) < (1, None))
