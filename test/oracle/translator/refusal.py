class Refused(Exception):
    """The program uses something that has no translation: which construct, at which 1-based line."""

    def __init__(self, construct, node):
        self.construct = construct
        self.line = getattr(node, "lineno", 0)
        super().__init__(f"line {self.line}: {construct} cannot be translated")
