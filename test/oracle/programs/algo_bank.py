class InsufficientFunds(Exception):
    def __init__(self, need, have):
        super().__init__(f"need {need:.2f}, have {have:.2f}")
        self.missing = need - have
class Account:
    rate = 0.02
    __next_id = 1
    def __init__(self, owner, balance=0):
        self.owner, self._balance, self.history = owner, balance, []
        self.id = Account.__next_id
        Account.__next_id += 1
    @property
    def balance(self): return self._balance
    def deposit(self, amount):
        if amount <= 0: raise ValueError("amount must be positive")
        self._balance += amount
        self.history.append(("deposit", amount))
        return self
    def withdraw(self, amount):
        if amount > self._balance: raise InsufficientFunds(amount, self._balance)
        self._balance -= amount
        self.history.append(("withdraw", amount))
        return self
    def __repr__(self): return f"{type(self).__name__}({self.owner!r}, {self._balance:.2f})"
    def __lt__(self, o): return self._balance < o._balance
class Savings(Account):
    rate = 0.05
    def add_interest(self):
        self.deposit(self.balance * self.rate)
    def withdraw(self, amount):
        if len([h for h in self.history if h[0] == "withdraw"]) >= 2: raise RuntimeError("limit")
        return super().withdraw(amount)
class Bank:
    def __init__(self): self.accounts = {}
    def open(self, kind, owner, *args):
        a = kind(owner, *args)
        self.accounts[a.id] = a
        return a.id
    def transfer(self, a, b, amount):
        try:
            self.accounts[a].withdraw(amount)
        except InsufficientFunds as e:
            print("failed:", e, e.missing)
            return False
        except KeyError as e:
            print("no account", e)
            return False
        else:
            self.accounts[b].deposit(amount)
            return True
        finally:
            print("transfer", a, b, amount)
bank = Bank()
x, y = bank.open(Account, "ann", 100), bank.open(Savings, "bob", 50)
print(bank.transfer(x, y, 30), bank.transfer(y, x, 500), bank.transfer(9, x, 1))
bank.accounts[y].add_interest()
print(bank.accounts, sorted(bank.accounts.values()), bank.accounts[y].history)
for f in (lambda: bank.accounts[x].deposit(-1), lambda: bank.accounts[y].withdraw(1).withdraw(1).withdraw(1), lambda: setattr(bank.accounts[x], "balance", 1)):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
