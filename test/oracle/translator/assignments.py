"""Assignment, augmented assignment and deletion."""
import ast

from .refusal import Refused


class AssignmentTranslator:
    def statement_Assign(self, node):
        self.expression(node.value)
        for target in node.targets[:-1]:
            self.unit.emit("DUP_TOP")
            self.store(target)
        self.store(node.targets[-1])

    def statement_AnnAssign(self, node):
        if node.value is not None:
            self.expression(node.value)
            self.store(node.target)

    def store(self, target):
        """Pops the value on top into a target."""
        unit = self.unit
        if isinstance(target, ast.Name):
            self.store_name(target.id)
        elif isinstance(target, ast.Attribute):
            self.expression(target.value)
            unit.emit("SWAP")
            unit.emit("STORE_ATTR", self.attribute(target))
        elif isinstance(target, ast.Subscript):
            self.expressions([target.value, target.slice])
            unit.emit("ROT_THREE")
            unit.emit("ROT_THREE")
            unit.emit("STORE_INDEX")
        elif isinstance(target, (ast.Tuple, ast.List)):
            self.store_sequence(target)
        else:
            raise Refused(f"{type(target).__name__} as a target", target)

    def store_sequence(self, target):
        items = target.elts
        star = next((index for index, item in enumerate(items) if isinstance(item, ast.Starred)), None)
        if star is not None:
            self.unit.emit("LOAD_CONST", star)
            self.unit.emit("LOAD_CONST", len(items) - star - 1)
            self.unit.emit("CALL_FUNC", self.support_function("unpack_with_star"), 3)
        self.unit.emit("UNPACK", len(items))
        for item in items:
            self.store(item.value if isinstance(item, ast.Starred) else item)

    def statement_AugAssign(self, node):
        unit, target = self.unit, node.target
        mnemonic = "INPLACE_" + self.binary_mnemonic(node)
        if isinstance(target, ast.Name):
            self.load_name(target.id, target)
            self.expression(node.value)
            unit.emit(mnemonic)
            self.store_name(target.id)
        elif isinstance(target, ast.Attribute):
            self.expression(target.value)
            unit.emit("DUP_TOP")
            unit.emit("LOAD_ATTR", self.attribute(target))
            self.expression(node.value)
            unit.emit(mnemonic)
            unit.emit("STORE_ATTR", self.attribute(target))
        else:
            self.expressions([target.value, target.slice])
            unit.emit("DUP_TWO")
            unit.emit("LOAD_INDEX")
            self.expression(node.value)
            unit.emit(mnemonic)
            unit.emit("STORE_INDEX")

    def statement_Delete(self, node):
        for target in node.targets:
            self.delete(target)

    def delete(self, target):
        if isinstance(target, ast.Name):
            self.delete_name(target.id, target)
        elif isinstance(target, ast.Attribute):
            self.expression(target.value)
            self.unit.emit("DELETE_ATTR", self.attribute(target))
        elif isinstance(target, ast.Subscript):
            self.expressions([target.value, target.slice])
            self.unit.emit("DELETE_INDEX")
        else:
            for item in target.elts:
                self.delete(item)
