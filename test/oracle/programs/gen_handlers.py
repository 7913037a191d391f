"""Generators that are suspended within handlers: more at once than the fast engine has seats for, and with more handlers than a seat keeps."""


def down(n):
    if n > 0:
        yield from down(n - 1)
    yield n


# Each of them waits for the one below within two handlers.
deep = down(180)
print([next(deep) for _ in range(5)])
try:
    deep.throw(ValueError('thrown into all'))
except ValueError as error:
    print(error, next(deep, 'over'))
print(sum(down(150)))


quiet = []


def guarded(n):
    try:
        got = yield n
        print('got', got)
        try:
            yield n + 1
        except KeyError as error:
            print('inner', error.args)
            yield n + 2
    except ValueError as error:
        print('outer', error)
        yield n + 3
    finally:
        if not quiet:
            print('finally', n)


many = [guarded(each) for each in range(400)]
print(sum([next(each) for each in many]))
print(sum([next(each) for each in many[390:]]))
print(many[0].throw(ValueError('a')), many[395].throw(KeyError('b')), many[396].throw(ValueError('c')))
print([next(each, 'over') for each in (many[0], many[395], many[396])])
print([each.close() for each in many[388:392]])


def nested(a):
    try:
        try:
            try:
                try:
                    try:
                        try:
                            yield from a
                        except ValueError:
                            yield 'ValueError'
                    except IndexError:
                        yield 'IndexError'
                except KeyError:
                    yield 'KeyError'
            except RuntimeError:
                yield 'RuntimeError'
        except ZeroDivisionError:
            yield 'ZeroDivisionError'
    except Exception as error:
        yield error.args


def failing(kind):
    for each in range(3):
        yield each
    raise kind('failing')


for kind in (KeyError, ValueError, StopIteration, TypeError, IndexError, ZeroDivisionError):
    print(list(nested(failing(kind))), list(nested(nested(failing(kind)))))


def stops(n):
    if n == 0:
        yield 1
        raise StopIteration('by itself')
    inner = stops(n - 1)
    yield next(inner)
    yield next(inner)


try:
    print(list(stops(3)))
except RuntimeError as error:
    print(error)


def itself():
    try:
        next(me)
    except ValueError as error:
        yield str(error)


me = itself()
print(next(me), next(me, 'over'))


def counted(n):
    total = 0
    while total < n:
        total = total + (yield total)
    return total


def delegating(n):
    while True:
        print('returned', (yield from counted(n)))


sender = delegating(5)
print(next(sender), [sender.send(each) for each in (1, 2, 3, 4, 5)])
# CPython closes those that are left, and the machine does not.
quiet.append(True)
