rooms = {"hall": {"north": "library", "east": "kitchen"}, "library": {"south": "hall"}, "kitchen": {"west": "hall", "down": "cellar"}, "cellar": {"up": "kitchen"}}
items = {"lamp": "hall", "book": "library", "key": "cellar"}
class Quit(Exception): pass
class Game:
    def __init__(self): self.room, self.bag, self.turns = "hall", [], 0
    def __call__(self, command):
        self.turns += 1
        words = command.lower().split()
        handler = {"go": self.go, "take": self.take, "drop": self.drop, "look": self.look, "quit": self.quit}.get(words[0] if words else "")
        return handler(*words[1:]) if handler else "what?"
    def go(self, where="nowhere"):
        if where not in rooms[self.room]: return f"you can't go {where}"
        if where == "down" and "lamp" not in self.bag: return "too dark"
        self.room = rooms[self.room][where]
        return self.look()
    def look(self):
        here = sorted(i for i, r in items.items() if r == self.room)
        return f"{self.room}: exits {', '.join(sorted(rooms[self.room]))}" + (f"; items {', '.join(here)}" if here else "")
    def take(self, what=None):
        if items.get(what) != self.room: return f"no {what} here"
        items[what] = None
        self.bag.append(what)
        return f"taken {what}"
    def drop(self, what):
        try:
            self.bag.remove(what)
        except ValueError:
            return "you don't have that"
        items[what] = self.room
        return f"dropped {what}"
    def quit(self): raise Quit(self.turns)
g = Game()
try:
    for c in ["look", "go up", "go east", "go down", "go west", "take lamp", "take lamp", "go east", "go down", "take key", "drop book", "drop key", "look", "", "dance", "go", "quit", "look"]: print(">", c, "|", g(c))
except Quit as q:
    print("turns:", q, g.bag)
