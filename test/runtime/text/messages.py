def t(fn):
    try: print(fn())
    except Exception as e: print(e.__class__.__name__, e)
t(lambda: str('a','b'))
t(lambda: str(5,'b'))
t(lambda: str(5,errors=3))
t(lambda: str(encoding='x'))
t(lambda: str(object='x'))
t(lambda: str(x='x'))
t(lambda: str(1,2,3,4))
t(lambda: str('a',None))
t(lambda: divmod(1,2,3))
class E1(Exception):
    def __str__(s): return 'E1s'
class E2(Exception):
    def __repr__(s): return 'E2r'
class E3(KeyError): pass
print([E1(1),E2(1),E3('k')], str(E1()), str(E2('q')), str(E3('k')), str(KeyError()), str(KeyError(1,2)), E3(E2()))
print(str(ValueError(E2())), str(ValueError([E2()])), repr(ValueError([E2()],)))
class P:
    pass


    def st(): pass

    def cl(c): pass
    def m(s): pass
    class_attr = None
    def __repr__(s): return '<P>'
p=P()
print(P.m.__name__)
print(len, str.upper, int, print, [len])
def g(): yield 1
print(repr(NotImplemented))
e = ValueError()
e2 = ValueError(e)
l=[e2]
l.append(l)
print(l)
print(str(1e22), 1e16, 123456789012345678.0, -0.0, float('nan'), 1/3, 5e-324, 1.7976931348623157e308, 0.1+0.2)
print(repr('a\'b"c\n\x00\u00e9\ud800\U0001f600'))
print('%s' % None, '%r' % 'x', '%5s|%-5s|' % ('a','b'), '%c%c' % (65,'b'), '%%' % ())
print('{:>10,.2f}|{:+d}|{:#x}|{:08.3f}|{:e}|{:%}|{!r:^10}'.format(12345.678, 5, 255, 3.14159, 1234.5, 0.25, 'x'))
