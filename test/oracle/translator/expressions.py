"""Expressions: each leaves its value on top of the stack."""
import ast

from .literals import constant_of, literal, quote
from .refusal import Refused

BINARY = {
    ast.Add: "ADD", ast.Sub: "SUB", ast.Mult: "MUL", ast.Div: "DIV", ast.FloorDiv: "FLOOR_DIV", ast.Mod: "MOD",
    ast.Pow: "POW", ast.BitAnd: "BIT_AND", ast.BitOr: "BIT_OR", ast.BitXor: "BIT_XOR",
    ast.LShift: "SHIFT_LEFT", ast.RShift: "SHIFT_RIGHT",
}
UNARY = {ast.USub: "NEGATE", ast.UAdd: "POSITIVE", ast.Invert: "BIT_NOT", ast.Not: "NOT"}
COMPARISON = {
    ast.Eq: ["EQ"], ast.NotEq: ["NE"], ast.Lt: ["LT"], ast.LtE: ["LE"], ast.Gt: ["GT"], ast.GtE: ["GE"],
    ast.Is: ["IS"], ast.IsNot: ["IS", "NOT"], ast.In: ["CONTAINS"], ast.NotIn: ["CONTAINS", "NOT"],
}


class ExpressionTranslator:
    def expression(self, node):
        method = getattr(self, "expression_" + type(node).__name__, None)
        if method is None:
            raise Refused(type(node).__name__, node)
        method(node)

    def expressions(self, nodes):
        for node in nodes:
            self.expression(node)

    def expression_Constant(self, node):
        text = literal(node.value)
        if text is None:
            raise Refused(f"the constant {node.value!r}", node)
        self.unit.emit("LOAD_CONST", text)

    def expression_Name(self, node):
        self.load_name(node.id, node)

    def expression_NamedExpr(self, node):
        self.expression(node.value)
        self.unit.emit("DUP_TOP")
        self.store_name(node.target.id)

    def expression_BinOp(self, node):
        self.expressions([node.left, node.right])
        self.unit.emit(self.binary_mnemonic(node))

    def binary_mnemonic(self, node):
        if isinstance(node.op, ast.MatMult):
            raise Refused("the operator @", node)
        return BINARY[type(node.op)]

    def expression_UnaryOp(self, node):
        folded = constant_of(node)
        if folded is not None:
            return self.unit.emit("LOAD_CONST", folded)
        self.expression(node.operand)
        self.unit.emit(UNARY[type(node.op)])

    def expression_BoolOp(self, node):
        mnemonic = "JUMP_IF_FALSE_OR_POP" if isinstance(node.op, ast.And) else "JUMP_IF_TRUE_OR_POP"
        end = self.unit.new_label("decided")
        for value in node.values[:-1]:
            self.expression(value)
            self.unit.emit_jump(mnemonic, end)
        self.expression(node.values[-1])
        self.unit.place(end)

    def expression_Compare(self, node):
        unit = self.unit
        self.expression(node.left)
        if len(node.ops) == 1:
            self.expression(node.comparators[0])
            return self.compare(node.ops[0])
        failed, end = unit.new_label("failed"), unit.new_label("compared")
        for operator, right in zip(node.ops[:-1], node.comparators[:-1]):
            self.expression(right)
            unit.emit("DUP_TOP")
            unit.emit("ROT_THREE")
            self.compare(operator)
            unit.emit_jump("JUMP_IF_FALSE_OR_POP", failed)
        self.expression(node.comparators[-1])
        self.compare(node.ops[-1])
        unit.emit_jump("JUMP", end)
        unit.place(failed)
        unit.emit("SWAP")
        unit.emit("POP_TOP")
        unit.place(end)

    def compare(self, operator):
        for mnemonic in COMPARISON[type(operator)]:
            self.unit.emit(mnemonic)

    def expression_IfExp(self, node):
        unit = self.unit
        otherwise, end = unit.new_label("otherwise"), unit.new_label("chosen")
        self.jump_if(node.test, False, otherwise)
        self.expression(node.body)
        unit.emit_jump("JUMP", end)
        unit.place(otherwise)
        self.expression(node.orelse)
        unit.place(end)

    def jump_if(self, node, when, label):
        """Jumps when the expression's truth is `when`; asks each operand for its truth once, as CPython does."""
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            return self.jump_if(node.operand, not when, label)
        if isinstance(node, ast.BoolOp):
            return self.jump_if_operands(node, when, label)
        self.expression(node)
        self.unit.emit_jump("JUMP_IF_TRUE" if when else "JUMP_IF_FALSE", label)

    def jump_if_operands(self, node, when, label):
        deciding = isinstance(node.op, ast.Or)
        if deciding == when:
            for value in node.values:
                self.jump_if(value, when, label)
            return
        undecided = self.unit.new_label("undecided")
        for value in node.values[:-1]:
            self.jump_if(value, deciding, undecided)
        self.jump_if(node.values[-1], when, label)
        self.unit.place(undecided)

    def expression_JoinedStr(self, node):
        self.expressions(node.values)
        self.unit.emit("BUILD_STRING", len(node.values))

    def expression_FormattedValue(self, node):
        if node.conversion == ord("a"):
            self.text("{!a}")
            self.expression(node.value)
            self.unit.emit("CALL_METHOD", "format", 1)
        else:
            self.expression(node.value)
        if node.conversion in (ord("s"), ord("r")):
            self.unit.emit("CALL_FUNC", {"s": "str", "r": "repr"}[chr(node.conversion)], 1)
        if node.format_spec is not None:
            self.expression(node.format_spec)
            self.unit.emit("CALL_FUNC", "format", 2)
        elif node.conversion <= 0:
            self.unit.emit("CALL_FUNC", "format", 1)

    def expression_Tuple(self, node):
        if not has_stars(node.elts):
            self.expressions(node.elts)
            return self.unit.emit("BUILD_TUPLE", len(node.elts))
        self.list_of(node.elts)
        self.unit.emit("CALL_FUNC", "tuple", 1)

    def expression_List(self, node):
        self.list_of(node.elts)

    def list_of(self, items):
        """A new list of the items, those of a starred one by one."""
        unit = self.unit
        plain = next((index for index, item in enumerate(items) if isinstance(item, ast.Starred)), len(items))
        self.expressions(items[:plain])
        unit.emit("BUILD_LIST", plain)
        for item in items[plain:]:
            if isinstance(item, ast.Starred):
                unit.emit("DUP_TOP")
                self.expression(item.value)
                unit.emit("CALL_METHOD", "extend", 1)
                unit.emit("POP_TOP")
            else:
                self.expression(item)
                unit.emit("APPEND")

    def expression_Set(self, node):
        unit = self.unit
        if not has_stars(node.elts):
            self.expressions(node.elts)
            return unit.emit("BUILD_SET", len(node.elts))
        self.list_of(node.elts)
        unit.emit("CALL_FUNC", "set", 1)

    def expression_Dict(self, node):
        unit = self.unit
        pairs = list(zip(node.keys, node.values))
        plain = next((index for index, (key, _) in enumerate(pairs) if key is None), len(pairs))
        for key, value in pairs[:plain]:
            self.expressions([key, value])
        unit.emit("BUILD_DICT", plain)
        for key, value in pairs[plain:]:
            unit.emit("DUP_TOP")
            if key is None:
                self.expression(value)
                unit.emit("CALL_METHOD", "update", 1)
                unit.emit("POP_TOP")
            else:
                self.expressions([key, value])
                unit.emit("STORE_INDEX")

    def expression_Attribute(self, node):
        if self.is_super_call(node.value):
            self.super_receiver(node.value)
            return self.unit.emit("LOAD_SUPER", self.attribute(node))
        self.expression(node.value)
        self.unit.emit("LOAD_ATTR", self.attribute(node))

    def attribute(self, node):
        if node.attr in ("inf", "nan", "True", "False", "None"):
            raise Refused(f"the attribute {node.attr}", node)
        return node.attr

    def expression_Subscript(self, node):
        self.expression(node.value)
        if isinstance(node.slice, ast.Slice):
            self.slice_bounds(node.slice)
            return self.unit.emit("SLICE")
        self.expression(node.slice)
        self.unit.emit("LOAD_INDEX")

    def expression_Slice(self, node):
        """A slice as a value: within a tuple, and where something is stored."""
        self.slice_bounds(node)
        self.unit.emit("CALL_FUNC", "slice", 3)

    def slice_bounds(self, node):
        for bound in (node.lower, node.upper, node.step):
            if bound is None:
                self.unit.emit("LOAD_CONST", "None")
            else:
                self.expression(bound)

    def expression_Yield(self, node):
        self.value_or_none(node.value)
        self.unit.emit("YIELD")

    def value_or_none(self, node):
        if node is None:
            self.unit.emit("LOAD_CONST", "None")
        else:
            self.expression(node)

    def text(self, value):
        self.unit.emit("LOAD_CONST", quote(value))


def has_stars(items):
    return any(isinstance(item, ast.Starred) for item in items)
