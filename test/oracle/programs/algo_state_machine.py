class State:
    def on(self, event): raise NotImplementedError(f"{type(self).__name__} cannot {event}")
class Idle(State):
    def on(self, event): return Running() if event == "start" else super().on(event)
class Running(State):
    ticks = 0
    def on(self, event):
        if event == "tick":
            self.ticks += 1
            return self if self.ticks < 3 else Done(self.ticks)
        if event == "stop": return Idle()
        return super().on(event)
class Done(State):
    def __init__(self, n): self.n = n
class Machine:
    def __init__(self):
        self.state, self.log = Idle(), []
    def send(self, *events):
        for e in events:
            before = type(self.state).__name__
            try:
                self.state = self.state.on(e)
            except NotImplementedError as err:
                self.log.append(str(err))
            else:
                self.log.append(f"{before}-{e}->{type(self.state).__name__}")
        return self
m = Machine().send("start", "tick", "stop", "tick", "start", "tick", "tick", "tick", "start")
print("\n".join(m.log))
TABLE = {("red", "go"): "green", ("green", "slow"): "yellow", ("yellow", "stop"): "red"}
def light(events, state="red"):
    for e in events:
        nxt = TABLE.get((state, e))
        yield state, e, nxt or "invalid"
        state = nxt or state
for row in light(["go", "stop", "slow", "stop"]): print("%-7s %-5s %s" % row)
def machine():
    state = "start"
    while True:
        event = yield state
        if event == "reset": state = "start"
        elif state == "start" and event == "a": state = "got-a"
        elif state == "got-a": state = {"b": "accept", "a": "got-a"}.get(event, "start")
        else: state = "start"
g = machine()
next(g)
print([g.send(c) for c in "abaabcab"], g.send("reset"))
