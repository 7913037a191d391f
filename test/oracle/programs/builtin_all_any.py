print(all([]), any([]), all([1, 2]), all([1, 0]), any([0, ""]), any([0, "a"]))
def noisy(values):
    for v in values:
        print("see", v)
        yield v
print(all(noisy([1, 0, 1])))
print(any(noisy([0, 2, 3])))
print(all(x > 0 for x in range(1, 4)), any(x > 5 for x in range(3)))
print(all({}), any({"": 1}), all("abc"), any(""))
class T:
    def __init__(self, v): self.v = v
    def __bool__(self):
        print("bool", self.v)
        return self.v
print(all([T(True), T(False), T(True)]))
print(any([T(False), T(True), T(False)]))
for bad in [1, None, 2.5]:
    for f in (all, any):
        try:
            f(bad)
        except TypeError as e:
            print(e)
