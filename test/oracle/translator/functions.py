"""Functions: `def`, `lambda`, their parameters and defaults."""
import ast

from .literals import constant_of
from .names import variable
from .refusal import Refused
from .scopes import parameters_of
from .unit import Unit


class Signature:
    """
    The parameters of a `.func`, and the expressions of defaults that `MAKE_FUNC` is given: those of the last parameters.
    Where one plain default is no constant, all defaults are given that way. Keyword-only parameters may change places.
    """

    def __init__(self, arguments):
        if arguments.posonlyargs:
            raise Refused("a positional-only parameter", arguments.posonlyargs[0])
        first = len(arguments.args) - len(arguments.defaults)
        plain = list(zip(arguments.args, [None] * first + arguments.defaults))
        named = list(zip(arguments.kwonlyargs, arguments.kw_defaults))
        are_made = any(is_made(default) for _, default in plain)
        if are_made and any(default is None for _, default in named):
            raise Refused("a required keyword-only parameter behind a default that is no constant", arguments.kwonlyargs[0])
        named.sort(key=lambda each: 0 if each[1] is None else 1 + is_made(each[1]))
        made_plain = [default for _, default in plain if default is not None] if are_made else []
        made_named = [default for _, default in named if default is not None and (are_made or is_made(default))]
        self.made_defaults = made_plain + made_named
        self.words = [parameter_text(*each, are_made) for each in plain]
        if arguments.vararg:
            self.words.append("*" + variable(arguments.vararg.arg))
        elif named:
            self.words.append("*")
        self.words.extend(parameter_text(*each, are_made) for each in named)
        if arguments.kwarg:
            self.words.append("**" + variable(arguments.kwarg.arg))


def is_made(default):
    return default is not None and constant_of(default) is None


def parameter_text(parameter, default, is_given):
    name = variable(parameter.arg)
    return name if default is None or is_given or is_made(default) else f"{name}={constant_of(default)}"


class FunctionTranslator:
    def statement_FunctionDef(self, node):
        if self.scope.kind == "class":
            return self.method(node)
        self.expressions(node.decorator_list)
        self.make_function(node)
        for _ in node.decorator_list:
            self.unit.emit("CALL", 1)
        self.store_name(node.name)

    def make_function(self, node):
        """Leaves a function value of a `def` or lambda on the stack."""
        signature = Signature(node.args)
        display = "<lambda>" if isinstance(node, ast.Lambda) else node.display_name
        name = self.name_of_definition(node)
        self.expressions(signature.made_defaults)
        made_count = len(signature.made_defaults)
        self.unit.emit("MAKE_FUNC", name, *([made_count] if made_count else []))
        self.define(node, name, display, signature, self.unit.nested)

    expression_Lambda = make_function

    def name_of_definition(self, node):
        if isinstance(node, ast.Lambda):
            return self.function_name("lambda")
        is_direct = self.direct_functions.get(node.name) is node
        return node.name if is_direct else self.function_name(node.name)

    def define(self, node, name, display, signature, destination, owner=None):
        """Writes the `.func` of a function; `owner` is the class whose method it is."""
        scope, arguments = self.scopes[node], node.args
        self_name = arguments.args[0].arg if owner is not None and arguments.args else None
        header = " ".join([".func", name, *signature.words])
        unit = Unit(scope, self.unit, header, None if display == name else display, self_name, owner)
        unit.steady = {parameter.arg for parameter in parameters_of(arguments)} - deleted_names(node)
        with self.translating(unit, destination):
            self.mark_line(node)
            if isinstance(node, ast.Lambda):
                self.expression(node.body)
                return unit.emit("RETURN_VALUE")
            self.statements(node.body)
            if unit.is_reachable:
                unit.emit("LOAD_CONST", "None")
                unit.emit("RETURN_VALUE")


def deleted_names(node):
    return {each.id for each in ast.walk(node) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Del)} | {
        each.name for each in ast.walk(node) if isinstance(each, ast.ExceptHandler)
    }
