"""The text of one function, or of the main program, as it is written instruction by instruction."""

from .literals import quote

ENDS_FLOW = {"JUMP", "RETURN_VALUE", "RAISE", "HALT"}


class Unit:
    def __init__(self, scope, parent=None, header=None, display_name=None, self_name=None, owner=None):
        self.scope = scope
        self.parent = parent
        self.header = header
        self.display_name = display_name
        # In a method: the name of its first parameter, and the class around it, for `super()`.
        self.self_name = self_name
        self.owner = owner
        # Parameters that are bound from the start to the end.
        self.steady = set()
        self.lines = []
        self.nested = []
        # Names stored or deleted here, and names that functions inside capture from here.
        self.stored = set()
        self.captured = {}
        self.nonlocals = {}
        self.globals = {}
        self.hidden_count = 0
        self.label_count = 0
        self.used_labels = set()
        self.is_reachable = True
        self.source_line = None
        self.written_line = None
        # What surrounds the statement being translated: loops, handlers, cleanups (see `flow`).
        self.blocks = []
        # The hidden variables that hold the exceptions being handled, the innermost last.
        self.handled = []

    @property
    def is_main(self):
        return self.parent is None

    def emit(self, mnemonic, *operands):
        if self.source_line != self.written_line:
            self.lines.append(f"        .line {self.source_line}")
            self.written_line = self.source_line
        self.lines.append(" ".join(["        " + mnemonic, *map(str, operands)]))
        if mnemonic in ENDS_FLOW:
            self.is_reachable = False
        if mnemonic in ("STORE_VAR", "DELETE_VAR"):
            self.stored.add(operands[0])

    def capture(self, name, variable):
        """Makes a variable of an enclosing function one of this function."""
        self.nonlocals[variable] = True
        owner = self.parent
        while name not in owner.scope.bound:
            owner = owner.parent
        owner.captured[variable] = True

    def emit_jump(self, mnemonic, label):
        self.used_labels.add(label)
        self.emit(mnemonic, label)

    def new_label(self, hint):
        self.label_count += 1
        return f"{hint}_{self.label_count}"

    def place(self, label):
        """Places a label that has been jumped to; one that has not is left out."""
        if label in self.used_labels:
            self.lines.append(f"{label}:")
            self.is_reachable = True

    def place_loop(self, label):
        """Places a label that is jumped to from below."""
        self.lines.append(f"{label}:")

    def hidden(self, hint):
        """A variable of the translation's own."""
        self.hidden_count += 1
        return f"__{hint}_{self.hidden_count}"

    def text(self):
        if self.header is None:
            return [*self.nested, *self.lines]
        head = [self.header]
        if self.display_name is not None:
            head.append(f".name {quote(self.display_name)}")
        head.extend(f".nonlocal {name}" for name in self.nonlocals)
        head.extend(f".global {name}" for name in self.globals)
        return [*head, *self.nested, *self.unbound_captures(), *self.lines, ".end"]

    def unbound_captures(self):
        """A variable that only functions inside bind is a local of this one, too: it is stored, and unbound again."""
        parameters = {word.lstrip("*").split("=")[0] for word in self.header.split()[2:]}
        for name in self.captured:
            if name not in self.stored and name not in parameters:
                yield from ("        LOAD_CONST None", f"        STORE_VAR {name}", f"        DELETE_VAR {name}")
