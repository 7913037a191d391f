# What a class holds changes while instructions have learned it: data in the place of data, of methods and of properties.


class Base:
    made = 0
    label = "base"

    def __init__(self, size):
        self.size = size
        Base.made += 1
        type(self).label = type(self).label + "!"

    def kind(self):
        return "method"


class Derived(Base):
    pass


def read(objects, name_of):
    return [name_of(o) for o in objects]


objects = [Base(1), Derived(2), Base(3), Derived(4)]
for round in range(4):
    objects.append(Base(round))
    objects.append(Derived(round))
    print(Base.made, Derived.made, Base.label, Derived.label)
    print(read(objects, lambda o: o.label))
    print(read(objects, lambda o: o.made))

print(read(objects, lambda o: o.kind()))
Derived.kind = 5
for o in objects:
    try:
        print(o.kind(), end=" ")
    except TypeError as e:
        print(e, end=" ")
Derived.kind = lambda self: "lambda"
print(read(objects, lambda o: o.kind()))
Derived.kind = 6
Derived.kind = 7
del Derived.kind
print(read(objects, lambda o: o.kind()))


def steps(o):
    found = []
    for i in range(8):
        found.append(o.state)
        if i == 1:
            Base.state = 11
        if i == 2:
            Derived.state = [12]
        if i == 3:
            o.state = "own"
        if i == 4:
            Base.state = property(lambda self: "computed")
        if i == 5:
            Derived.state = None
        if i == 6:
            del o.state
    return found


Base.state = 10
for made in (Base, Derived, Derived):
    o = made(0)
    try:
        print(steps(o))
    except AttributeError as e:
        print(type(e).__name__)
    Base.state = 10
    if "state" in Derived.__dict__:
        del Derived.state

# From here on the attributes of Derived are a dict that the program has.
shown = Derived.__dict__
print(read(objects, lambda o: o.label)[:2])
Derived.label = "set"
print(read(objects, lambda o: o.label)[:2])
Base.label = "set too"
print(read(objects, lambda o: o.label)[:2])


class Key:
    value = 1


keys = [Key() for i in range(3)]
table = {}
for i in range(3):
    for k in keys:
        table[k] = table.get(k, 0) + k.value
        Key.value += 1
print([table[k] for k in keys], keys[0] in table, Key() in table)
Key.__hash__ = None
try:
    print(table[keys[0]])
except TypeError as e:
    print(e)
Key.__hash__ = lambda self: 7
try:
    print(table[keys[0]])
except KeyError:
    print("hashed anew")
Key.__eq__ = lambda self, other: True
found = {keys[0]: "first"}
found[keys[1]] = "second"
print(len(found), found[keys[2]])


def echo():
    got = yield "begun"
    while got is not None:
        got = yield got * 2
    return "end"


def talk():
    e = echo()
    answers = [e.send(None)]
    for i in range(1, 6):
        answers.append(e.send(i))
    try:
        e.send(None)
    except StopIteration as stop:
        answers.append(stop.value)
    try:
        e.send(1)
    except StopIteration as stop:
        answers.append(stop.value)
    return answers


print(talk(), talk())


def fails():
    try:
        got = yield 1
        while True:
            got = yield 10 // got
    finally:
        print("left")


f = fails()
try:
    f.send(3)
except TypeError as e:
    print(e)
print(next(f), f.send(5), f.send(2))
try:
    f.send(0)
except ZeroDivisionError as e:
    print(e)


def itself():
    global again
    yield 1
    try:
        again.send(None)
    except ValueError as e:
        yield e


again = itself()
print([again.send(None), again.send(None)])
try:
    again.send(4)
except StopIteration:
    print("over")

big = [1, -1, 1 << 255, -(1 << 255), 1 << 256, 1 << 1000, -(1 << 1000), 1 << 16383, 1 << 20000]
for i in range(len(big) - 1):
    a, b = big[i], big[i + 1]
    for turn in range(5):
        a, b = b, a
    print((a - b) % 1000003, end=" ")
a, b = 0, 1
for i in range(3000):
    a, b = b, a + b
print(a % 1000000007)
