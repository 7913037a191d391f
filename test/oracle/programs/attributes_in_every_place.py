"""Few attributes and many, in objects and exceptions; added, replaced, deleted, shown as a dict, taken to another class."""


class Bag:
    pass


class Sack(Bag):
    kind = "sack"

    def size(self):
        return len(self.__dict__)


class Trouble(Exception):
    level = 1

    def __init__(self, code, *others):
        super().__init__(code, *others)
        self.code = code
        self.others = others

    @property
    def doubled(self):
        return self.code * 2

    def where(self):
        return [self.code, self.level]


def fill(bag, count):
    for i in range(count):
        setattr(bag, "a" + str(i), [i, i / 2, str(i), None, i % 2 == 0][i % 5])
    return bag


def shown(bag):
    return sorted(bag.__dict__.items())


for count in (0, 1, 3, 4, 5, 7, 8, 9, 17, 31, 32, 33, 40, 70):
    bag = fill(Bag(), count)
    total = sum(1 for i in range(count) if getattr(bag, "a" + str(i)) is not None)
    print(count, total, hasattr(bag, "a" + str(count)), len(shown(bag)))
    bag.__class__ = Sack
    print(bag.kind, bag.size(), type(bag).__name__)
    for i in range(0, count, 2):
        delattr(bag, "a" + str(i))
    bag.last = "z"
    print(shown(bag)[-3:], bag.size())
    bag.__class__ = Bag
    bag.first = 1.5
    print(hasattr(bag, "kind"), len(shown(bag)))

bag = fill(Bag(), 3)
names = bag.__dict__
names["more"] = 1
bag.other = 2
print(names, bag.more, bag.__dict__ is names)
bag.__dict__ = {"only": 3}
print(shown(bag), hasattr(bag, "a0"), names)

for order in ("ab", "ba", "ab", "abc", "cab"):
    bag = Bag()
    for name in order:
        setattr(bag, name, order)
    bag.a = bag.a + "!"
    print(list(bag.__dict__), bag.a, bag.b)

caught = []
for i in range(6):
    try:
        raise Trouble(i, "x" * i) if i % 3 else Trouble(i)
    except Trouble as error:
        error.seen = i
        error.code += 10
        caught.append(error)
for error in caught:
    print(error.code, error.others, error.seen, error.doubled, error.where(), error.args, shown(error))
    error.level = 5
    del error.seen
    print(error.where(), hasattr(error, "seen"), Trouble.level)
fill(caught[0], 40)
print(caught[0].a39, len(caught[0].__dict__))
