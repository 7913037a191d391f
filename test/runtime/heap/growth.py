# Ways to grow, each a piece below its title: it runs in a function, and would never end but for a MemoryError.
# --- list append
items = []
while True: items.append(items)
# --- list append in place of new lists
items = []
while True: items.append([])
# --- list append ints
items = []
n = 0
while True:
    items.append(n)
    n += 1
# --- list append wide ints
items = []
n = 2 ** 50
while True:
    items.append(n)
    n += 1
# --- list append big ints
items = []
n = 2 ** 100
while True:
    items.append(n)
    n += 1
# --- list append floats
items = []
n = 0.5
while True:
    items.append(n)
    n += 1
# --- list append floats computed by built-ins
items = []
n = 0.5
while True:
    items.append(abs(n))
# --- list append strings
items = []
n = 0
while True:
    items.append(str(n))
    n += 1
# --- list append long strings
items = []
n = 0
while True:
    items.append(str(n) + 'abcdefghij' * 200)
    n += 1
# --- list append substrings of a long string
text = 'abcdefghij' * 100000
items = []
n = 0
while True:
    items.append(text[n:n + 20])
    n += 1
    if n == 900000: n = 0
# --- list append characters of other planes
items = []
n = 0
while True:
    items.append(chr(0x10000 + n % 0x10000))
    n += 1
# --- list append strings of one letter upper
items = []
while True: items.append('ß'.upper())
# --- list extend itself
items = [1]
while True: items.extend(items)
# --- list extend range
items = [1]
while True: items.extend(range(1000))
# --- list extend endless generator
def forever():
    while True: yield 1
items = []
items.extend(forever())
# --- list of endless generator
def forever():
    while True: yield 1
items = list(forever())
# --- tuple of endless generator
def forever():
    while True: yield 1
items = tuple(forever())
# --- set of endless generator
def forever():
    n = 0
    while True:
        yield n
        n += 1
items = set(forever())
# --- dict of endless generator
def forever():
    n = 0
    while True:
        yield (n, n)
        n += 1
items = dict(forever())
# --- sorted of endless generator
def forever():
    n = 0
    while True:
        yield n
        n += 1
items = sorted(forever())
# --- join of endless generator
def forever():
    while True: yield 'abc'
items = ''.join(forever())
# --- sum of lists of endless generator
def forever():
    while True: yield [1] * 1000
items = sum(forever(), [])
# --- star arguments of endless generator
def forever():
    while True: yield 1
def f(*rest): return rest
items = f(*forever())
# --- slice assignment of endless generator
def forever():
    while True: yield 1
items = [1]
items[0:0] = forever()
# --- zip star endless
def forever():
    while True: yield [1] * 100
items = list(zip(*forever()))
# --- enumerate endless
def forever():
    while True: yield 1
items = list(enumerate(forever()))
# --- map endless
def forever():
    while True: yield 1
items = list(map(str, forever()))
# --- endless iterator by __next__
class C:
    def __iter__(self): return self
    def __next__(self): return 1
items = list(C())
# --- endless iterator by callable
items = list(iter(int, 1))
# --- endless sequence by __getitem__
class C:
    def __getitem__(self, i): return i
items = list(C())
# --- list of range
items = list(range(10 ** 15))
# --- list of range beyond 64 bits
items = list(range(10 ** 30))
# --- tuple of range
items = tuple(range(10 ** 15))
# --- set of range
items = set(range(10 ** 15))
# --- frozenset of range
items = frozenset(range(10 ** 15))
# --- sorted range
items = sorted(range(10 ** 15))
# --- dict fromkeys of range
items = dict.fromkeys(range(10 ** 15))
# --- list extend of huge range
items = []
items.extend(range(10 ** 15))
# --- list iadd of huge range
items = []
items += range(10 ** 15)
# --- set update of huge range
items = set()
items.update(range(10 ** 15))
# --- set union of huge range
items = {1}.union(range(10 ** 15))
# --- set difference of huge range
items = {1}.symmetric_difference(range(10 ** 15))
# --- str join map huge range
items = ''.join(map(str, range(10 ** 15)))
# --- star args of huge range
items = max(*range(10 ** 15))
# --- list times
items = [1] * (10 ** 15)
# --- list times in steps
items = [1]
while True: items = items * 2
# --- list imul
items = [1]
while True: items *= 3
# --- list add
items = [1]
while True: items = items + items
# --- list iadd
items = [1]
while True: items += items
# --- list insert
items = [1]
while True: items.insert(len(items), 1)
# --- list slice
items = []
base = [0] * 100000
while True: items.append(base[:])
# --- list slice step
items = []
base = [0] * 100000
while True: items.append(base[::-1])
# --- list slice assignment of itself
items = [1]
while True: items[:] = items + items
# --- list slice insertion of itself
items = [1]
while True: items[0:0] = items
# --- list copy
items = []
base = [0] * 100000
while True: items.append(base.copy())
# --- list comprehension
items = [[0] * 1000 for i in range(10 ** 15)]
# --- list reversed
base = [0] * 100000
items = []
while True: items.append(list(reversed(base)))
# --- list sorted
base = list(range(100000))
items = []
while True: items.append(sorted(base))
# --- zip
base = list(range(1000))
items = []
while True: items.append(list(zip(base, base)))
# --- tuple times
items = (1,) * (10 ** 15)
# --- tuple times in steps
items = (1,)
while True: items = items * 2
# --- tuple add
items = (1,)
while True: items = items + items
# --- tuple slice
items = []
base = (0,) * 100000
while True: items.append(base[1:])
# --- tuple nested
items = ()
while True: items = (items,)
# --- list nested
items = []
while True: items = [items]
# --- dict nested
items = {}
while True: items = {1: items}
# --- dict grow
items = {}
n = 0
while True:
    items[n] = None
    n += 1
# --- dict grow strings
items = {}
n = 0
while True:
    items[str(n)] = None
    n += 1
# --- dict grow floats
items = {}
n = 0.5
while True:
    items[n] = n
    n += 1
# --- dict setdefault
items = {}
n = 0
while True:
    items.setdefault(n, []).append(n)
    n += 1
# --- dict update
items = {}
n = 0
while True:
    items.update({n: n})
    n += 1
# --- dict union
items = {}
n = 0
while True:
    items = items | {n: n + k for k in range(1)}
    items |= {k + n: k for k in range(100000)}
    n += 100000
# --- dict copies
base = {k: k for k in range(10000)}
items = []
while True: items.append(base.copy())
# --- dict items list
base = {k: k for k in range(10000)}
items = []
while True: items.append(list(base.items()))
# --- set grow
items = set()
n = 0
while True:
    items.add(n)
    n += 1
# --- set of tuples
items = set()
n = 0
while True:
    items.add((n, n))
    n += 1
# --- set union
items = set()
n = 0
while True:
    items = items | set(range(n, n + 100000))
    n += 100000
# --- set copies
base = set(range(10000))
items = []
while True: items.append(base.copy())
# --- frozensets
items = []
base = set(range(1000))
while True: items.append(frozenset(base))
# --- str iadd doubling
text = 'a'
while True: text += text
# --- str iadd piece
text = ''
while True: text += 'abcdefghij'
# --- str iadd long piece
text = ''
piece = 'abcdefghij' * 1000
while True: text += piece
# --- str add front
text = ''
piece = 'abcdefghij' * 1000
while True: text = piece + text
# --- str times
text = 'a' * (10 ** 15)
# --- str times just refused
text = 'ab' * (2 ** 28)
# --- str times in steps
text = 'a'
while True: text = text * 2
# --- str imul
text = 'a'
while True: text *= 7
# --- many long strings
items = []
n = 0
while True:
    items.append(str(n) * 100000)
    n += 1
# --- str join doubling
text = 'a'
while True: text = ''.join([text, text, 'b'])
# --- str join list times
text = 'abcdefghij' * 1000
items = text.join(['a'] * 1000000)
while True: items += items
# --- str join itself
text = 'abcdefghij'
while True: text = text.join(text)
# --- str replace
text = 'aa'
while True: text = text.replace('a', 'aa')
# --- str replace empty
text = 'aa'
while True: text = text.replace('', 'abc')
# --- str replace long
text = 'a' * 1000000
text = text.replace('a', text)
while True: text += text
# --- str format width
text = '{:>{}}'.format('a', 10 ** 15)
# --- str format width literal
text = '{:99999999999999}'.format('a')
# --- str format width beyond
text = '{:999999999}'.format(1)
# --- str format width float
text = '{:999999999.3f}'.format(1.5)
# --- str format precision
text = '{:.999999999f}'.format(1.5)
while True: text += text
# --- str format precision e
text = '{:.99999999e}'.format(1.5)
while True: text += text
# --- str format precision g
text = '{:#.99999999g}'.format(1.5)
while True: text += text
# --- str format repeated field
text = 'abcdefghij'
while True: text = '{0}{0}{0}'.format(text)
# --- f string
text = 'abcdefghij'
while True: text = f'{text}{text}'
# --- percent width
text = '%99999999999s' % 'a'
# --- percent width star
text = '%*s' % (10 ** 15, 'a')
# --- percent width ok
text = '%999999999d' % 1
while True: text += text
# --- percent precision
text = '%.999999999f' % 1.5
while True: text += text
# --- percent precision d
text = '%.999999999d' % 1
while True: text += text
# --- percent doubling
text = 'abcdefghij'
while True: text = '%s%s' % (text, text)
# --- zfill
text = 'a'.zfill(10 ** 15)
# --- zfill in steps
text = 'a'
while True: text = text.zfill(len(text) * 2)
# --- ljust
text = 'a'.ljust(10 ** 15)
# --- ljust in steps
text = 'a'
while True: text = text.ljust(len(text) * 2)
# --- rjust in steps
text = 'a'
while True: text = text.rjust(len(text) * 2, 'ü')
# --- center in steps
text = 'a'
while True: text = text.center(len(text) * 2, '\U00010000')
# --- expandtabs in steps
n = 1
while True:
    text = '\ta\t'.expandtabs(n)
    n *= 2
# --- expandtabs many
text = ('\t' * 1000000).expandtabs(1000000)
# --- translate
text = 'aa'
while True: text = text.translate({97: 'aa'})
# --- upper grows
items = []
text = 'ß' * 100000
while True:
    items.append(text.upper() + str(len(items)))
# --- split
items = []
text = 'a ' * 100000
while True: items.append(text.split())
# --- split separator
items = []
text = 'a,' * 100000
while True: items.append(text.split(','))
# --- splitlines
items = []
text = 'ab\n' * 100000
while True: items.append(text.splitlines())
# --- list of str
items = []
text = 'a\U00010000' * 100000
while True: items.append(list(text))
# --- partition
items = []
text = 'a' * 100000
while True:
    items.append((text + str(len(items)) + ',').partition(','))
# --- capitalize swapcase title
items = []
text = 'Ab ' * 100000
while True:
    items.append((text + str(len(items))).swapcase())
    items.append((text + str(len(items))).title())
    items.append((text + str(len(items))).capitalize())
    items.append((text + str(len(items))).casefold())
    items.append((text + str(len(items))).strip())
    items.append((text + str(len(items))).removeprefix('A'))
# --- repr doubling
text = "'"
while True: text = repr(text)
# --- repr ascii doubling
text = '\n'
while True: text = repr(text) + repr(text)
# --- repr of shared lists
items = ['abcdefghij']
n = 0
while n < 60:
    items = [items, items]
    n += 1
text = repr(items)
# --- str of shared dicts
items = ['abcdefghij']
n = 0
while n < 60:
    items = {'a': items, 'b': items}
    n += 1
text = str(items)
# --- print of shared lists
items = ['abcdefghij']
n = 0
while n < 60:
    items = [items, items]
    n += 1
print(items)
# --- int times
n = 10 ** 100
while True: n = n * n
# --- int power
n = 10 ** (10 ** 9)
# --- int power huge
n = 10 ** (10 ** 30)
# --- int power tower
n = 7
while True: n = n ** n
# --- int power big base
n = (2 ** 1000000) ** 1000000
# --- int imul
n = 3
while True: n *= n
# --- int pow built-in
n = pow(3, 10 ** 12)
# --- int shift
n = 1 << (10 ** 15)
# --- int shift in steps
n = 1
while True: n <<= 1000000
# --- int of str
text = '7' * 1000000
n = int(text)
while True: n = n * n
# --- int of str hex
text = 'f' * 1000000
n = int(text, 16)
while True: n = n * n
# --- str of int
n = 1 << (2 ** 22)
text = str(n)
while True: text += text
# --- hex of int
n = 1 << (2 ** 22)
text = hex(n)
while True: text += text
# --- bin of int
n = 1 << (2 ** 22)
text = bin(n)
while True: text += text
# --- format int thousands
n = 1 << (2 ** 22)
text = '{:,}'.format(n)
while True: text += text
# --- many large ints
items = []
n = 1 << 1000000
while True:
    items.append(n + len(items))
# --- many medium ints
items = []
n = 1 << 5000
while True:
    items.append(n + len(items))
# --- many or ints
items = []
n = 1 << 5000
while True:
    items.append(n | len(items))
    items.append(n ^ len(items))
    items.append(~n)
    items.append(-n)
# --- large quotient
n = 3 ** 20000
m = 7 ** 5000
items = []
while True: items.append(n // m + len(items))
# --- large divmod
n = 3 ** 20000
m = 7 ** 5000
items = []
while True: items.append(divmod(n + len(items) * m, m))
# --- pow modulo
n = pow(3, 1 << 1000, (1 << 100000) + 1)
while True: n = n * n
# --- generators retained
def g():
    yield 1
items = []
while True:
    it = g()
    next(it)
    items.append(it)
# --- generators with locals retained
def g(n):
    text = str(n) * 1000
    yield 1
items = []
n = 0
while True:
    it = g(n)
    next(it)
    items.append(it)
    n += 1
# --- closures retained
def make(n):
    def f():
        return n
    return f
items = []
n = 0
while True:
    items.append(make(n))
    n += 1
# --- closures nested
def make(f):
    def g():
        return f
    return g
items = None
while True: items = make(items)
# --- bound methods nested
class C:
    def m(self): pass
items = []
while True: items.append(C().m)
# --- classes
items = []
while True:
    class C:
        def m(self): pass
    items.append(C)
# --- classes nested bases
class C: pass
while True:
    class D(C): pass
    C = D
# --- instances
class C:
    def __init__(self, n): self.next = n
items = None
while True: items = C(items)
# --- attributes
class C: pass
items = C()
n = 0
while True:
    setattr(items, 'a' + str(n), n)
    n += 1
# --- attributes of class
class C: pass
n = 0
while True:
    setattr(C, 'a' + str(n), n)
    n += 1
# --- attributes of function
def f(): pass
n = 0
while True:
    setattr(f, 'a' + str(n), n)
    n += 1
# --- exceptions chained
items = None
while True:
    try:
        raise ValueError(items)
    except ValueError as error:
        items = error
# --- exceptions retained
items = []
while True:
    try:
        [][1]
    except IndexError as error:
        items.append(error)
# --- deep recursion frames
def f(items, n):
    return f([items, n] * 1000, n + 1) + [1]
f([], 0)
# --- iterators nested
items = iter([])
while True: items = iter(map(None, items))
# --- zip nested
items = iter([])
while True: items = zip(items)
# --- enumerate nested
items = iter([])
while True: items = enumerate(items)
# --- reversed retained
base = [1, 2]
items = []
while True: items.append(reversed(base))
# --- slices retained
items = []
while True: items.append(slice(1, 2))
# --- ranges retained
items = []
while True: items.append(range(1, 2))
# --- properties retained
items = []
while True: items.append(property(None))
# --- dict views retained
base = {}
items = []
while True: items.append(base.items())
# --- linked cycle
a = [None]
while True:
    b = [a]
    a.append(b)
    a = b
# --- dir of object
class C: pass
c = C()
for n in range(1000): setattr(c, 'a' + str(n), n)
items = []
while True: items.append(dir(c))
# --- print end
text = 'abcdefghij' * 1000
while True:
    text = text + text
    n = len(text + ' ' + text)
# --- format spec fill
items = []
while True: items.append('{:>1000}'.format(1))
# --- list del slice churn
items = []
while True:
    items.append([0] * 1000)
    if len(items) > 10: del items[5:6]
    items.append(items)
# --- list pop insert
items = []
while True:
    items.insert(0, [0] * 10000)
    items.insert(0, items.pop())
    items.insert(0, 5)
# --- tuple of str
items = []
text = 'ab' * 100000
while True: items.append(tuple(text))
# --- str reversed slice
items = []
text = 'ab' * 100000
while True:
    text = text[::-1] + 'x'
    items.append(text)
# --- dict from string pairs
items = []
while True: items.append(dict(['ab', 'cd', 'ef']))
# --- list sorted with key
base = list(range(100))
items = []
while True: items.append(sorted(base, key=lambda x: -x))
# --- str format precision, many
items = []
while True: items.append('{:.1000f}'.format(1.5) + str(len(items)))
# --- lines of input
items = []
while True: items.append(input() + str(len(items)))
# --- lines of input joined
text = ''
while True: text += input()
