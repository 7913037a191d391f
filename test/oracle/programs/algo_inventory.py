# input: add apple 3 0.5
# input: add pear 2 0.75
# input: sell apple 2
# input: sell apple 5
# input: price pear x
# input: price pear 1.25
# input: frobnicate
# input: report
# input: sell kiwi 1
# input: add apple
class Shop:
    def __init__(self): self.stock, self.cash = {}, 0.0
    def do_add(self, name, count, price): self.stock[name] = [self.stock.get(name, [0])[0] + int(count), float(price)]
    def do_sell(self, name, count):
        have, price = self.stock[name]
        count = int(count)
        if count > have: raise ValueError(f"only {have} {name}s")
        self.stock[name][0] -= count
        self.cash += count * price
        print(f"sold {count} {name} for {count * price:.2f}")
    def do_price(self, name, price): self.stock[name][1] = float(price)
    def do_report(self):
        print(f"{'item':<8}{'n':>4}{'price':>8}")
        for name, (n, p) in sorted(self.stock.items()): print(f"{name:<8}{n:>4}{p:>8.2f}")
        print("-" * 20, f"cash {self.cash:.2f}", sep="\n")
    def execute(self, line):
        verb, *args = line.split()
        f = getattr(self, "do_" + verb, None)
        if f is None:
            print("unknown:", verb)
            return
        try:
            f(*args)
        except KeyError as e:
            print("no item", e)
        except (ValueError, TypeError) as e:
            print("error:", str(e).replace("Shop.", ""))
shop = Shop()
while True:
    try:
        line = input("> ")
    except EOFError:
        print("bye")
        break
    shop.execute(line)
