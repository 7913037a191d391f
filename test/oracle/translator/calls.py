"""Calls. Where several instructions mean the same, the line decides which one is taken, so that all are run."""
import ast

from .refusal import Refused


class CallTranslator:
    def expression_Call(self, node):
        if self.is_super_call(node):
            raise Refused("super() that no attribute is taken of", node)
        if self.is_spread(node):
            return self.spread_call(node)
        function = node.func
        for keyword in node.keywords:
            if keyword.arg in ("inf", "nan"):
                raise Refused(f"the argument name {keyword.arg}", node)
        if isinstance(function, ast.Attribute) and not self.is_super_call(function.value):
            self.expression(function.value)
            return self.call(node, "CALL_METHOD", self.attribute(function))
        if isinstance(function, ast.Name) and self.is_called_by_name(node, function):
            return self.call_by_name(node, function.id)
        self.expression(function)
        self.call(node, "CALL")

    def call(self, node, mnemonic, *operands):
        self.expressions(node.args)
        self.expressions(keyword.value for keyword in node.keywords)
        names = [keyword.arg for keyword in node.keywords]
        self.unit.emit(mnemonic, *operands, len(node.args) + len(names), *names)

    def is_spread(self, node):
        names = [keyword.arg for keyword in node.keywords]
        return None in names or any(isinstance(argument, ast.Starred) for argument in node.args)

    def spread_call(self, node):
        unit = self.unit
        self.expression(node.func)
        if len(node.args) == 1 and isinstance(node.args[0], ast.Starred):
            self.expression(node.args[0].value)
            unit.emit("CALL_FUNC", "tuple", 1)
        else:
            self.list_of(node.args)
        named = [(ast.Constant(each.arg) if each.arg else None, each.value) for each in node.keywords]
        self.expression(ast.Dict([key for key, _ in named], [value for _, value in named]))
        unit.emit("CALL_SPREAD")

    def is_called_by_name(self, node, function):
        is_turn = node.lineno % 2 == 0
        return is_turn and (self.is_built_in(function.id) or self.fits_direct_function(node, function))

    def fits_direct_function(self, node, function):
        """
        Whether a call within a function means a function of the program that never changes, and fits it: a call that
        does not fit is an assembly error.
        """
        definition = self.direct_functions.get(function.id)
        if definition is None or self.unit.is_main or self.scope.resolve(function.id) != "global":
            return False
        count = len(node.args)
        arguments = definition.args
        least = len(arguments.args) - len(arguments.defaults)
        return not node.keywords and not arguments.kwonlyargs and least <= count <= len(arguments.args)

    def call_by_name(self, node, name):
        if name == "len" and len(node.args) == 1 and not node.keywords and node.lineno % 4 == 0:
            self.expressions(node.args)
            return self.unit.emit("LEN")
        if name == "input" and not node.args:
            return self.unit.emit("INPUT")
        self.call(node, "CALL_FUNC", name)

    def is_plain_print(self, node):
        """`print(x)`, whose result nobody takes: `PRINT` does it."""
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or node.func.id != "print":
            return False
        is_single = len(node.args) == 1 and not node.keywords and not isinstance(node.args[0], ast.Starred)
        return is_single and node.lineno % 2 == 0 and self.is_built_in("print")

    def is_super_call(self, node):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            return False
        return node.func.id == "super" and "super" not in self.module_scope.bound

    def super_receiver(self, node):
        unit = self.unit
        if unit.self_name is None:
            raise Refused("super() outside of a method's own body", node)
        if not node.args:
            return unit.emit("LOAD_VAR", unit.self_name)
        is_own_class = len(node.args) == 2 and isinstance(node.args[0], ast.Name) and node.args[0].id == unit.owner
        if not is_own_class:
            raise Refused("super() of another class", node)
        self.expression(node.args[1])


