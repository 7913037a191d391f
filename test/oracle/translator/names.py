"""Reading, binding and deleting names."""

from .refusal import Refused

BUILT_IN_FUNCTIONS = set("""abs all any bin bool callable chr dict dir delattr divmod enumerate filter float format frozenset
getattr hasattr hash hex id input int isinstance issubclass iter len list map max min next object oct ord pow print property
range repr reversed round set setattr slice sorted staticmethod classmethod str sum tuple type zip NotImplemented""".split())

UNSUPPORTED_BUILT_INS = set("""ascii breakpoint bytearray bytes compile complex copyright credits delattr_ eval exec exit
globals help license locals memoryview open quit vars __import__ __build_class__ __debug__ __doc__ __file__ __spec__ aiter
anext super Ellipsis""".split())

# These are literals of bcasm.
NUMBER_NAMES = {"inf": "inf_", "nan": "nan_"}


def variable(name):
    return NUMBER_NAMES.get(name, name)


class NameTranslator:
    def load_name(self, name, node):
        unit, scope = self.unit, self.scope
        kind = scope.resolve(name)
        if kind == "class":
            if name in scope.class_values:
                return self.load_class_value(name)
            kind = self.outside_of_class(name)
        elif scope.kind == "class":
            kind = self.outside_of_class(name) if kind == "free" else kind
        if kind == "global":
            return self.load_global(name, node)
        if kind == "free":
            unit.capture(name, variable(name))
        is_steady = kind == "local" and name in unit.steady
        unit.emit("LOAD_VAR" if is_steady else "LOAD_LOCAL", variable(name))

    def load_global(self, name, node):
        is_defined = name in self.module_scope.bound
        if not is_defined and name == "__name__":
            return self.unit.emit("LOAD_CONST", '"__main__"')
        if not is_defined and name in UNSUPPORTED_BUILT_INS:
            raise Refused(f"built-in {name}", node)
        self.unit.emit("LOAD_VAR", variable(name))

    def load_built_in(self, name):
        """A built-in whatever the program calls by its name."""
        self.unit.emit("LOAD_GLOBAL", name)

    def store_name(self, name):
        unit, kind = self.unit, self.scope.resolve(name)
        if kind == "class":
            return self.store_class_value(name)
        if self.scope.kind == "class" and kind == "free":
            kind = self.outside_of_class(name)
        if kind == "free":
            unit.capture(name, variable(name))
        if kind == "global" and not unit.is_main:
            if self.scope.kind == "class":
                return unit.emit("STORE_GLOBAL", variable(name))
            unit.globals[variable(name)] = True
        unit.emit("STORE_VAR", variable(name))

    def delete_name(self, name, node):
        unit, kind = self.unit, self.scope.resolve(name)
        if kind == "class":
            return self.delete_class_value(name)
        if kind == "free":
            unit.capture(name, variable(name))
        if kind == "global" and not unit.is_main:
            if self.scope.kind == "class":
                raise Refused("del of a global in a class body", node)
            unit.globals[variable(name)] = True
        unit.emit("DELETE_VAR", variable(name))

    def outside_of_class(self, name):
        """What a name means in the function, or main program, that a class body is translated into."""
        scope = self.scope
        while scope.kind == "class":
            scope = scope.parent
        return scope.resolve(name)

    def is_built_in(self, name):
        """Whether a name means the built-in here."""
        return name in BUILT_IN_FUNCTIONS and self.scope.resolve(name) == "global" and name not in self.module_scope.bound
