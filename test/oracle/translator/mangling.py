"""Private names of classes: `__x` in a class `C` is `_C__x`."""
import ast


class Mangler(ast.NodeTransformer):
    def __init__(self):
        self.class_name = None

    def mangle(self, name):
        is_private = name is not None and name.startswith("__") and not name.endswith("__")
        owner = (self.class_name or "").lstrip("_")
        return f"_{owner}{name}" if is_private and owner else name

    def visit_ClassDef(self, node):
        node.decorator_list = [self.visit(each) for each in node.decorator_list]
        node.bases = [self.visit(each) for each in node.bases]
        node.display_name = node.name
        node.name = self.mangle(node.name)
        outer, self.class_name = self.class_name, node.display_name
        node.body = [self.visit(each) for each in node.body]
        self.class_name = outer
        return node

    def visit_FunctionDef(self, node):
        node.display_name = node.name
        node.name = self.mangle(node.name)
        return self.generic_visit(node)

    def visit_Name(self, node):
        node.id = self.mangle(node.id)
        return node

    def visit_Attribute(self, node):
        node.attr = self.mangle(node.attr)
        return self.generic_visit(node)

    def visit_arg(self, node):
        node.arg = self.mangle(node.arg)
        return node

    def visit_keyword(self, node):
        node.arg = self.mangle(node.arg)
        return self.generic_visit(node)

    def visit_ExceptHandler(self, node):
        node.name = self.mangle(node.name)
        return self.generic_visit(node)

    def visit_Global(self, node):
        node.names = [self.mangle(name) for name in node.names]
        return node

    visit_Nonlocal = visit_Global
