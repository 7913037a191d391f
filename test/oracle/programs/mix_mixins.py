class Comparable:
    def __lt__(self, o): return self.key() < o.key()
    def __le__(self, o): return not o < self
    def __gt__(self, o): return o < self
    def __ge__(self, o): return not self < o
    def __eq__(self, o): return type(self) is type(o) and self.key() == o.key()
    def __hash__(self): return hash(self.key())
class Printable:
    def __repr__(self): return f"{type(self).__name__}({', '.join(f'{k}={v!r}' for k, v in sorted(vars_of(self).items()))})"
class Serial:
    kinds = {}
    def dump(self): return {"kind": type(self).__name__, **vars_of(self)}
    @classmethod
    def register(cls, c):
        cls.kinds[c.__name__] = c
        return c
    @classmethod
    def load(cls, d):
        d = dict(d)
        return cls.kinds[d.pop("kind")](**d)
def vars_of(o): return {k: v for k, v in o.__dict__.items() if not k.startswith("_")}
@Serial.register
class Card(Comparable, Printable, Serial):
    suits = "♣♦♥♠"
    def __init__(self, rank, suit): self.rank, self.suit = rank, suit
    def key(self): return self.rank, self.suits.index(self.suit)
@Serial.register
class Box(Printable, Serial):
    def __init__(self, w=1, h=1): self.w, self.h, self._cache = w, h, None
    def area(self):
        if self._cache is None: self._cache = self.w * self.h
        return self._cache
cards = [Card(10, "♠"), Card(2, "♥"), Card(10, "♣")]
print(sorted(cards), max(cards), cards[0] == Card(10, "♠"), len({*cards, Card(2, "♥")}), cards[0] >= cards[2], cards[1] > cards[0])
print([Serial.load(c.dump()) == c for c in cards], Serial.load({"kind": "Box", "w": 3}), Box(2, 3).dump(), Box(h=4).area(), sorted(Serial.kinds))
try:
    Serial.load({"kind": "Nope"})
except KeyError as e:
    print("unknown", e)
try:
    Card(1, "x").key()
except ValueError as e:
    print(e)
print([c.__name__ for c in Card.__mro__])
