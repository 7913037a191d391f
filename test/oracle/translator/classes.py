"""
Classes. What stands in a class body beside plain methods runs after `MAKE_CLASS` in the function around the class, and ends up
on the class by `STORE_ATTR`; names that the body itself reads again are kept in hidden variables as well.
"""
import ast

from .functions import Signature
from .refusal import Refused

UNSUPPORTED_NAMES = set("""__new__ __slots__ __init_subclass__ __set_name__ __get__ __set__ __delete__ __class_getitem__ __del__
__getattribute__ __missing__ __instancecheck__ __subclasscheck__ __match_args__""".split())


class ClassTranslator:
    def statement_ClassDef(self, node):
        unit = self.unit
        if node.keywords:
            raise Refused("a class with keyword arguments", node)
        if any(isinstance(base, ast.Starred) for base in node.bases):
            raise Refused("a starred base class", node)
        self.expressions(node.decorator_list)
        self.expressions(node.bases)
        name = self.function_name(node.name)
        unit.emit("MAKE_CLASS", name, len(node.bases))
        class_variable = unit.hidden("class")
        unit.emit("STORE_VAR", class_variable)
        self.class_body(node, name, class_variable)
        self.load_hidden(class_variable)
        for _ in node.decorator_list:
            unit.emit("CALL", 1)
        self.store_name(node.name)

    def class_body(self, node, name, class_variable):
        scope = self.scopes[node]
        scope.class_variable = class_variable
        scope.class_values = {}
        scope.class_methods = []
        scope.names_read = names_read_in_body(node)
        outer, self.scope = self.scope, scope
        self.statements(node.body)
        self.scope = outer
        display = [] if node.display_name == name else [f'.name "{node.display_name}"']
        self.unit.nested.extend([f".class {name}", *display, *scope.class_methods, ".end"])

    def method(self, node):
        """A `def` in a class body: a `.func` of the `.class` where that is possible."""
        scope = self.scope
        self.check_class_name(node.name)
        has_made_defaults = bool(Signature(node.args).made_defaults)
        is_at_top = node in scope.node.body
        is_alone = scope.binding_counts[node.name] == 1
        if is_at_top and is_alone and not node.decorator_list and not has_made_defaults:
            self.define_method(node, node.name)
            scope.class_values[node.name] = None
            return
        self.expressions(node.decorator_list)
        if (is_at_top or uses_super(node)) and not has_made_defaults:
            self.take_method(node, is_at_top)
        elif uses_super(node):
            raise Refused("super() in a method with a default that is no constant", node)
        else:
            self.make_function(node)
        for _ in node.decorator_list:
            self.unit.emit("CALL", 1)
        self.store_name(node.name)

    def define_method(self, node, name):
        scope = self.scope
        owner = scope.node.display_name
        self.define(node, name, node.display_name, Signature(node.args), scope.class_methods, owner)

    def take_method(self, node, is_made_once):
        """Takes a function from the class, where it stands under a name of its own."""
        name = self.function_name(node.name)
        self.define_method(node, name)
        self.load_class()
        self.unit.emit("LOAD_ATTR", name)
        if is_made_once:
            self.load_class()
            self.unit.emit("DELETE_ATTR", name)

    def load_class(self):
        self.load_hidden(self.scope.class_variable)

    def load_class_value(self, name):
        kept = self.scope.class_values[name]
        if kept is not None:
            return self.load_hidden(kept)
        self.load_class()
        self.unit.emit("LOAD_ATTR", name)

    def store_class_value(self, name):
        unit, scope = self.unit, self.scope
        self.check_class_name(name)
        if name in scope.names_read:
            kept = scope.class_values.get(name) or unit.hidden("value")
            scope.class_values[name] = kept
            unit.emit("DUP_TOP")
            unit.emit("STORE_VAR", kept)
        self.load_class()
        unit.emit("SWAP")
        unit.emit("STORE_ATTR", name)

    def delete_class_value(self, name):
        self.scope.class_values.pop(name, None)
        self.load_class()
        self.unit.emit("DELETE_ATTR", name)

    def check_class_name(self, name):
        if name in UNSUPPORTED_NAMES:
            raise Refused(f"{name} in a class", self.scope.node)


def names_read_in_body(node):
    """Names that a class body reads, decorators and defaults of methods included."""
    names = set()
    pending = list(node.body)
    while pending:
        each = pending.pop()
        if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Load):
            names.add(each.id)
        elif isinstance(each, ast.AugAssign) and isinstance(each.target, ast.Name):
            names.add(each.target.id)
        if isinstance(each, ast.FunctionDef):
            pending.extend([*each.decorator_list, *each.args.defaults, *filter(None, each.args.kw_defaults)])
        else:
            pending.extend(ast.iter_child_nodes(each))
    return names


def uses_super(node):
    return any(isinstance(each, ast.Name) and each.id in ("super", "__class__") for each in ast.walk(node))
