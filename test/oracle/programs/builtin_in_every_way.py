# Built-ins called by name and as values, on every kind of value, with too few and too many arguments.
values = [0, -7, 3.9, -3.9, -0.5, 1e300, float('inf'), True, None, 'a', '', 'ab', '\U0001f600', '12', 'é',
          10 ** 25, -(10 ** 25), [1, 2], (1,), {1: 2}, {3}, range(4), 55295, 55296, 1114111, 1114112, -1]
functions = [len, ord, chr, abs, int, float, str]


def show(name, make):
    try:
        result = make()
    except Exception as error:
        print(name, type(error).__name__, error)
    else:
        print(name, type(result).__name__, repr(result))


for value in values:
    show('len', lambda: len(value))
    show('ord', lambda: ord(value))
    show('chr', lambda: chr(value))
    show('abs', lambda: abs(value))
    show('int', lambda: int(value))
    show('float', lambda: float(value))
    show('str', lambda: str(value))
    show('isinstance', lambda: isinstance(value, int))
    show('isinstance of two', lambda: isinstance(value, (str, float)))
    show('isinstance of none', lambda: isinstance(value, value))
    show('range', lambda: range(value))
    show('range of two', lambda: list(range(2, value))[:3] if value != 10 ** 25 else 0)
    for function in functions:
        show('value', lambda: function(value))
for function in functions:
    show('nothing', lambda: function())
    show('three', lambda: function(1, 2, 3))
show('steps', lambda: list(range(10, 0, -3)))
show('no step', lambda: range(1, 5, 0))
show('isinstance', lambda: isinstance(1))


class Sized:
    def __len__(self):
        return 4

    def __abs__(self):
        return 'absolute'

    def __str__(self):
        return 'sized'

    def __int__(self):
        return 8


for function in [len, abs, str, int]:
    show('own', lambda: function(Sized()))
show('own', lambda: isinstance(Sized(), Sized))
show('own', lambda: isinstance(Sized(), object))
len = lambda value: 'other len'
print(len([]), [].__len__())
