# What a class holds, read through it and through its objects, while both change.
class Base:
    size = 1
    names = []
    text = 'x' * 100
    big = 10 ** 30
    nothing = None
    half = 0.5

    class Inner:
        depth = 2

    def method(self):
        return 'method'

    @staticmethod
    def static():
        return 'static'

    @classmethod
    def of_class(cls):
        return cls.size

    @property
    def doubled(self):
        return self.size * 2


class Derived(Base):
    size = 5


class Fallback:
    known = 'known'

    def __getattr__(self, name):
        return 'made ' + name


def read(target):
    values = []
    for name in range(11):
        try:
            if name == 0:
                values.append(target.size)
            elif name == 1:
                values.append(target.names)
            elif name == 2:
                values.append(len(target.text))
            elif name == 3:
                values.append(target.big)
            elif name == 4:
                values.append(target.nothing)
            elif name == 5:
                values.append(target.half)
            elif name == 6:
                values.append(target.Inner.depth)
            elif name == 7:
                values.append(target.static())
            elif name == 8:
                values.append(target.of_class())
            elif name == 9:
                values.append(target.missing)
            else:
                values.append(target.__class__.__name__)
        except AttributeError as error:
            values.append(str(error))
    return values


one = Base()
other = Derived()
for round in range(4):
    for target in [one, other, Base, Derived]:
        print(round, read(target))
    print(one.doubled, other.doubled, one.method(), Base.method(other))
    if round == 0:
        one.size = 10
        Base.names.append(round)
    elif round == 1:
        Base.size = 100
        Base.missing = 'there now'
    elif round == 2:
        del one.size
        Derived.half = Derived.method
        Base.nothing = property(lambda self: 'computed')

for round in range(3):
    fallback = Fallback()
    print(fallback.known, fallback.unknown, Fallback.known)
    if round == 1:
        del Fallback.known
        try:
            print(fallback.known)
            print(Fallback.known)
        except AttributeError as error:
            print(error)
        break
print(one.__dict__, Derived().half() if callable(Derived().half) else 'plain', one.nothing)
