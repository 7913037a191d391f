def check(x):
    assert x > 0
    return x
def check_msg(x):
    assert x > 0, f"bad {x}"
    return x
for f in (check, check_msg):
    for v in (1, -1):
        try:
            print(f(v))
        except AssertionError as e:
            print(repr(e), str(e), e.args)
try:
    assert [], "constant"
except AssertionError as e:
    print(e)
try:
    assert None, ("tuple", 1)
except AssertionError as e:
    print(e, e.args)
assert True
assert [0], "fine"
assert not False and 1 < 2, "x" + "y"
def noisy():
    print("message evaluated")
    return "m"
assert 1, noisy()
try:
    assert 0, noisy()
except AssertionError as e:
    print(e)
try:
    assert 0, ValueError("v")
except AssertionError as e:
    print(repr(e))
assert (1, 2) == (1, 2), "no"
assert 0, "final"
