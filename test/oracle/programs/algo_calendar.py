def leap(y): return y % 4 == 0 and (y % 100 != 0 or y % 400 == 0)
def days(m, y): return 29 if m == 2 and leap(y) else [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][m - 1]
def weekday(d, m, y):
    if m < 3: m, y = m + 12, y - 1
    return (d + 13 * (m + 1) // 5 + y + y // 4 - y // 100 + y // 400 + 5) % 7
def month(m, y):
    print(f"{m:02}/{y}".center(20).rstrip())
    print("Mo Tu We Th Fr Sa Su")
    first = weekday(1, m, y)
    cells = ["  "] * first + [f"{d:2}" for d in range(1, days(m, y) + 1)]
    for i in range(0, len(cells), 7): print(" ".join(cells[i:i + 7]))
month(2, 2024)
month(11, 2026)
print([y for y in range(1896, 1912) if leap(y)], sum(days(m, 2023) for m in range(1, 13)))
class Date:
    def __init__(self, y, m, d):
        if not 1 <= m <= 12 or not 1 <= d <= days(m, y): raise ValueError(f"bad date {y}-{m}-{d}")
        self.y, self.m, self.d = y, m, d
    def __add__(self, n):
        y, m, d = self.y, self.m, self.d + n
        while d > days(m, y):
            d -= days(m, y)
            y, m = (y + 1, 1) if m == 12 else (y, m + 1)
        return Date(y, m, d)
    def ordinal(self): return sum(365 + leap(y) for y in range(1, self.y)) + sum(days(m, self.y) for m in range(1, self.m)) + self.d
    def __sub__(self, o): return self.ordinal() - o.ordinal()
    def __lt__(self, o): return self.ordinal() < o.ordinal()
    def __str__(self): return "%04d-%02d-%02d" % (self.y, self.m, self.d)
    @classmethod
    def parse(cls, s): return cls(*map(int, s.split("-")))
a = Date.parse("2024-02-28")
print(a + 1, a + 2, a + 366, Date(2025, 1, 1) - a, min(a, Date(1999, 12, 31)), Date(1999, 12, 31) + 1)
for s in ("2023-02-29", "2024-13-01", "x-1-1", "2024-1"):
    try:
        print(Date.parse(s))
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
