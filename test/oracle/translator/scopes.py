"""
Which variable each name means, by the rules of Python's symbol table.

The standard library's `symtable` reads source text, and its tables can only be matched to syntax nodes by line, which does
not tell two lambdas on one line apart. So the few rules stand here, over the nodes themselves.
"""
import ast
from collections import Counter

from .refusal import Refused

FUNCTIONS = (ast.FunctionDef, ast.Lambda)
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


class Scope:
    """A module, a class body, or a function (a lambda and a comprehension are functions too)."""

    def __init__(self, kind, node, parent):
        self.kind = kind
        self.node = node
        self.parent = parent
        self.bound = set()
        self.binding_counts = Counter()
        self.globals = set()
        self.nonlocals = set()

    @property
    def is_comprehension(self):
        return isinstance(self.node, COMPREHENSIONS)

    def bind(self, name):
        if name in self.nonlocals:
            return
        owner = self.module() if name in self.globals else self
        owner.bound.add(name)
        owner.binding_counts[name] += 1

    def module(self):
        return self if self.parent is None else self.parent.module()

    def resolve(self, name):
        """`local`, `free` (of an enclosing function), `global` or, in a class body, `class`."""
        if name in self.globals:
            return "global"
        if name in self.nonlocals:
            return "free"
        if name in self.bound:
            return {"module": "global", "class": "class", "function": "local"}[self.kind]
        return self.resolve_outside(name)

    def resolve_outside(self, name):
        """What a name means that this scope does not bind."""
        scope = self.parent
        while scope is not None:
            if scope.kind == "function":
                if name in scope.globals:
                    return "global"
                if name in scope.bound:
                    return "free"
            scope = scope.parent
        return "global"


def analyze_scopes(tree):
    """The scope of every node that opens one; the module's under the tree itself."""
    module = Scope("module", tree, None)
    scopes = {tree: module}
    binder = Binder(module, scopes)
    for statement in tree.body:
        binder.visit(statement)
    return scopes


class Binder(ast.NodeVisitor):
    """Finds what a scope binds, and opens the scopes inside."""

    def __init__(self, scope, scopes):
        self.scope = scope
        self.scopes = scopes

    def inside(self, kind, node):
        scope = Scope(kind, node, self.scope)
        self.scopes[node] = scope
        return Binder(scope, self.scopes)

    def visit_Name(self, node):
        if not isinstance(node.ctx, ast.Load):
            self.scope.bind(node.id)

    def visit_Global(self, node):
        self.scope.globals.update(node.names)

    def visit_Nonlocal(self, node):
        self.scope.nonlocals.update(node.names)

    def visit_ExceptHandler(self, node):
        if node.name:
            self.scope.bind(node.name)
        self.generic_visit(node)

    def visit_AnnAssign(self, node):
        self.visit(node.target)
        if node.value:
            self.visit(node.value)

    def visit_FunctionDef(self, node):
        self.scope.bind(node.name)
        self.visit_all(node.decorator_list)
        self.visit_defaults(node.args)
        inner = self.inside("function", node)
        # A `global` may stand anywhere in a function, but before what it declares is used.
        for declaration in declarations(node.body):
            inner.visit(declaration)
        inner.bind_parameters(node.args)
        inner.visit_all(node.body)

    def visit_Lambda(self, node):
        self.visit_defaults(node.args)
        inner = self.inside("function", node)
        inner.bind_parameters(node.args)
        inner.visit(node.body)

    def visit_ClassDef(self, node):
        self.scope.bind(node.name)
        self.visit_all(node.decorator_list)
        self.visit_all(node.bases)
        inner = self.inside("class", node)
        for declaration in declarations(node.body):
            inner.visit(declaration)
        inner.visit_all(node.body)

    def visit_comprehension_scope(self, node):
        first, *rest = node.generators
        self.visit(first.iter)
        inner = self.inside("function", node)
        inner.visit(first.target)
        inner.visit_all(first.ifs)
        inner.visit_all(rest)
        inner.visit_all([node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt])

    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = visit_comprehension_scope

    def visit_NamedExpr(self, node):
        """A walrus in comprehensions binds in the function around them."""
        passed = []
        scope = self.scope
        while scope.is_comprehension:
            passed.append(scope)
            scope = scope.parent
        name = node.target.id
        scope.bind(name)
        is_global = scope.kind == "module" or name in scope.globals
        for comprehension in passed:
            (comprehension.globals if is_global else comprehension.nonlocals).add(name)
        self.visit(node.value)

    def visit_AsyncFunctionDef(self, node):
        raise Refused("async def", node)

    def visit_all(self, nodes):
        for node in nodes:
            self.visit(node)

    def visit_defaults(self, arguments):
        self.visit_all(arguments.defaults)
        self.visit_all(default for default in arguments.kw_defaults if default)

    def bind_parameters(self, arguments):
        for parameter in parameters_of(arguments):
            self.scope.bound.add(parameter.arg)


def parameters_of(arguments):
    """All parameters, in the order of the text."""
    rest = [arguments.vararg] if arguments.vararg else []
    named = [arguments.kwarg] if arguments.kwarg else []
    return [*arguments.posonlyargs, *arguments.args, *rest, *arguments.kwonlyargs, *named]


def declarations(body):
    """The `global` and `nonlocal` statements of a body, not those of functions and classes inside."""
    for statement in body:
        if isinstance(statement, (ast.Global, ast.Nonlocal)):
            yield statement
        elif not isinstance(statement, (ast.FunctionDef, ast.ClassDef)):
            for field in ("body", "orelse", "finalbody"):
                yield from declarations(getattr(statement, field, []))
            for handler in getattr(statement, "handlers", []):
                yield from declarations(handler.body)
