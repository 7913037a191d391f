"""A whole program."""
import ast
import builtins
from contextlib import contextmanager

from .assignments import AssignmentTranslator
from .calls import CallTranslator
from .classes import ClassTranslator
from .comprehensions import ComprehensionTranslator
from .exceptions import ExceptionTranslator
from .expressions import ExpressionTranslator
from .flow import FlowTranslator
from .functions import FunctionTranslator, is_made
from .generators import DelegationTranslator
from .mangling import Mangler
from .names import BUILT_IN_FUNCTIONS, NUMBER_NAMES, NameTranslator
from .refusal import Refused
from .scopes import analyze_scopes
from .support import SUPPORT
from .unit import Unit


def translate(source, file=None):
    """
    The bcasm text of a Python program; with a file name also `.source` and `.line` directives.

    Raises `Refused` for what has no translation, and `SyntaxError`.
    """
    tree = ast.parse(source)
    compile(tree, file or "program", "exec")
    translator = Translator(Mangler().visit(tree), has_lines=file is not None)
    lines = translator.program()
    if file is not None:
        lines.insert(0, f'.source "{file}"')
    return "\n".join(lines) + "\n"


class Translator(
    NameTranslator,
    ExpressionTranslator,
    CallTranslator,
    ComprehensionTranslator,
    DelegationTranslator,
    AssignmentTranslator,
    FlowTranslator,
    ExceptionTranslator,
    FunctionTranslator,
    ClassTranslator,
):
    def __init__(self, tree, has_lines):
        self.tree = tree
        self.has_lines = has_lines
        self.scopes = analyze_scopes(tree)
        self.module_scope = self.scope = self.scopes[tree]
        self.unit = Unit(self.module_scope)
        self.direct_functions = find_direct_functions(tree, self.module_scope)
        self.taken_names = {*self.direct_functions, *BUILT_IN_FUNCTIONS, *NUMBER_NAMES, *EXCEPTION_NAMES}
        self.support = {}
        self.reads_causes = any(isinstance(each, ast.Attribute) and each.attr == "__cause__" for each in ast.walk(tree))

    def program(self):
        self.statements(self.tree.body)
        for text in self.support.values():
            self.unit.nested.extend(text)
        return self.unit.text()

    def statements(self, nodes):
        for node in nodes:
            method = getattr(self, "statement_" + type(node).__name__, None)
            if method is None:
                raise Refused(type(node).__name__, node)
            self.mark_line(node)
            method(node)

    def mark_line(self, node):
        if self.has_lines:
            self.unit.source_line = node.lineno

    def statement_Pass(self, node):
        pass

    statement_Global = statement_Nonlocal = statement_Pass

    def statement_ImportFrom(self, node):
        if node.module != "__future__":
            raise Refused("import", node)

    def statement_Expr(self, node):
        if isinstance(node.value, ast.Constant):
            return
        if self.is_plain_print(node.value):
            self.expression(node.value.args[0])
            return self.unit.emit("PRINT")
        self.expression(node.value)
        self.unit.emit("POP_TOP")

    @contextmanager
    def translating(self, unit, destination=None):
        """Translates into another unit, whose text ends up among the functions inside the current one."""
        outer_unit, outer_scope = self.unit, self.scope
        self.unit, self.scope = unit, unit.scope
        yield
        self.unit, self.scope = outer_unit, outer_scope
        (outer_unit.nested if destination is None else destination).extend(unit.text())

    def function_name(self, wish):
        """A `NAME` that nothing else in the program has."""
        name, number = wish, 1
        while name in self.taken_names:
            number += 1
            name = f"{wish}_{number}"
        self.taken_names.add(name)
        return name

    def support_function(self, name):
        """A function of the translation's own, which is written in Python and translated when it is used."""
        function = "__" + name
        if function not in self.support:
            self.support[function] = Translator(Mangler().visit(ast.parse(SUPPORT[name])), False).program_functions()
        return function

    def program_functions(self):
        self.statements(self.tree.body)
        return self.unit.nested


EXCEPTION_NAMES = {name for name, value in vars(builtins).items() if isinstance(value, type)}


def find_direct_functions(tree, module_scope):
    """Functions of the program that their name always means, and that take plain parameters with constant defaults."""
    return {
        node.name: node
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
        and module_scope.binding_counts[node.name] == 1
        and not node.decorator_list
        and not (node.args.vararg or node.args.kwarg or node.args.posonlyargs)
        and not any(map(is_made, node.args.defaults + node.args.kw_defaults))
        and node.name not in BUILT_IN_FUNCTIONS | NUMBER_NAMES.keys() | EXCEPTION_NAMES
    }
