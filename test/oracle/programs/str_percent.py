print("%d %s %r %x %o %e %f %g %c %%" % (42, "s", "r", 255, 8, 1234.5, 1.5, 0.0001, "c"))
print("%5d|%-5d|%05d|%+d|% d|%5.2f|%.3s|%10s|%-10s|" % (42, 42, 42, 42, 42, 3.14159, "abcdef", "r", "l"))
print("%(a)s %(b)d" % {"a": 1, "b": 2}, "%s" % [1, 2], "%s" % (1,), "%s %s" % ("a", (1, 2)), "%*d" % (6, 42), "%.*f" % (2, 3.14159), "%c" % 65, "%#x %#o" % (255, 8))
print("%i %u" % (3.9, 4), "%X" % 255, "%G %E" % (1e-10, 12345.678), "%s" % None, "%r" % "q'", "%5s|%-5s|" % (True, None), "%d" % True, "%a" % "é", "no args" % ())
for f in (lambda: "%d" % "a", lambda: "%d %d" % 1, lambda: "%d" % (1, 2), lambda: "%z" % 1, lambda: "%(a)s" % 5, lambda: "%(a)s" % {}, lambda: "%c" % "ab", lambda: "%" % 1, lambda: "%x" % 1.5, lambda: "%s" % (), lambda: "a" % 1, lambda: "%f" % "x", lambda: "%c" % -1):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

# A type letter alone, and digits of every length.
for form in ["%s", "%d", "%x", "%5.3d", "%05d", "%-05d|", "%.0f", "%010.2f", "%%", "%1000000000000000000000d", "%.99999999999d", "%", "%5", "%.", "%h", "%lu", "%hhd", "%y", "%\u00e9", "%5\U0001f600", "%c", "% d", "%+d"]:
    try:
        print((form % 42)[:40])
    except Exception as e:
        print("%a" % form, type(e).__name__, e)
print("%(a)s %(a)5d %(b)r" % {"a": 1, "b": "x"}, "%s%s%s" % ("a", 1, None), "%s" % ((1,),))
