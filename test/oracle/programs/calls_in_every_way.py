"""Arguments by place, by name, collected and left to defaults, of everything that can be called."""


def plain(a, b, c=3):
    return (a, b, c)


def collecting(a, *rest, k=7, **named):
    return (a, rest, k, sorted(named.items()))


def keywords(*, x, y=2):
    return (x, y)


def cells(a, b=2, *rest, **named):
    def inner():
        return (a, b, rest, named)

    a += 1
    return inner()


def generated(a, b=5, *rest):
    yield a
    yield b
    yield rest


class Base:
    kind = "base"

    def __init__(self, x, y=0):
        self.x = x
        self.y = y

    def show(self, *rest, sep=","):
        return sep.join([str(self.x), str(self.y)] + [str(each) for each in rest])

    @staticmethod
    def static(a, b=1):
        return a * b

    @classmethod
    def create(cls, x, y=4):
        return cls(x, y=y)

    @property
    def both(self):
        return self.x + self.y


class Derived(Base):
    kind = "derived"

    def __init__(self, x, y=1, *, z=9):
        super().__init__(x, y=y)
        self.z = z
        self.callback = lambda a, b=2: (a, b, z)

    def show(self, *rest, sep="-"):
        return "<" + super().show(*rest, sep=sep) + ">"

    @classmethod
    def create(cls, x, y=6):
        return super().create(x, y=y + 1)


class Gathering:
    def __init__(self, *rest, **named):
        self.rest = rest
        self.named = named


class Callable:
    def __call__(self, a, b=2, **named):
        return (a, b, named)


def attempt(work):
    try:
        return work()
    except TypeError as error:
        return str(error)


def in_generator(n):
    for i in range(n):
        yield plain(i, b=i + 1)
        yield Derived(i, z=i).show(i, sep="+")
        yield collecting(i, i, i, other=i)
        yield Base.create(x=i).both


def calls(i):
    derived = Derived(i, z=i)
    method = derived.show
    callable_object = Callable()
    return [
        plain(i, 2),
        plain(i, b=2),
        plain(b=1, a=i),
        plain(i, 2, c=i),
        plain(c=1, b=2, a=i),
        collecting(i),
        collecting(i, 1, 2),
        collecting(i, 1, k=2, other=i, another=1.5),
        collecting(a=i, k="text" * 3),
        keywords(x=i),
        keywords(y=i, x=1),
        cells(i),
        cells(i, 1, 2, 3, n=1),
        cells(b=i, a=1),
        list(generated(i)),
        list(generated(i, b=2)),
        list(generated(i, 1, 2, 3)),
        derived.show(),
        derived.show(i, i),
        derived.show(i, sep="/"),
        method(1, 2),
        method(i, sep="|"),
        Base.show(derived, i, sep=";"),
        Derived.static(i),
        derived.static(i, b=3),
        derived.create(i).both,
        Derived.create(x=i, y=2).both,
        Base.create(i).both,
        Base.create(i, y=i).kind,
        derived.callback(i),
        derived.callback(b=i, a=0),
        Gathering(i, 2).rest,
        Gathering(i, a=1, b=i).named,
        callable_object(i),
        callable_object(b=i, a=1, c=3),
        (lambda a, b=4, *c: (a, b, c))(i, 5, 6),
    ]


for i in range(40):
    results = calls(i)
for result in results:
    print(result)
for item in in_generator(3):
    print(item)

for work in [
    lambda: plain(1),
    lambda: plain(1, 2, 3, 4),
    lambda: plain(1, a=2),
    lambda: plain(1, b=2, d=3),
    lambda: plain(b=2),
    lambda: collecting(),
    lambda: collecting(1, a=2),
    lambda: keywords(),
    lambda: keywords(1, x=2),
    lambda: keywords(x=1, z=2),
    lambda: Base(),
    lambda: Base(1, 2, 3),
    lambda: Base(1, z=2),
    lambda: Derived(1, 2, 3),
    lambda: Derived(1).show(sep=1),
    lambda: Derived(1).static(),
    lambda: Derived.create(),
    lambda: Derived.create(1, z=1),
    lambda: Base.show(),
    lambda: Derived(1).callback(c=1),
    lambda: Derived(1).create(1, 2, 3),
    lambda: Derived(1).both(),
    lambda: list(generated()),
    lambda: list(generated(1, c=2)),
    lambda: Callable()(),
    lambda: Callable()(1, a=2),
]:
    print(attempt(work))

# What a class has may change while its methods are called.
changing = Derived(5)
for step in range(6):
    if step == 2:
        changing.show = lambda *rest, sep=".": (rest, sep)
    if step == 3:
        del changing.show
        Derived.show = lambda self, *rest, sep=".": (self.x, rest, sep)
    if step == 4:
        Derived.static = classmethod(lambda cls, a, b=1: (cls.kind, a, b))
    if step == 5:
        Derived.static = lambda a, b=1: ("plain", type(a).__name__, b)
    print(changing.show(step, sep="_"), changing.static(step) if step < 5 else changing.static(b=step))
