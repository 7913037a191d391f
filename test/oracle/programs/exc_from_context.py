class Wrapped(Exception): pass
def low(): raise KeyError("low")
def mid():
    try:
        low()
    except KeyError as e:
        raise Wrapped("mid") from e
try:
    mid()
except Wrapped as w:
    print(w, type(w.__cause__).__name__, w.__cause__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("hidden") from None
except ValueError as v:
    print(v, v.__cause__)
def retry(times, f):
    for attempt in range(times):
        try:
            return f(attempt)
        except ValueError as e:
            print("attempt", attempt, e)
            last = e
    raise Wrapped(f"failed after {times}") from last
def flaky(n):
    if n < 2: raise ValueError(f"n={n}")
    return "done"
print(retry(3, flaky))
try:
    retry(2, flaky)
except Wrapped as w:
    print(w)
