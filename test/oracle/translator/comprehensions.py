"""Comprehensions and generator expressions: functions, as in CPython 3.11, of the first iterator."""
import ast

from .unit import Unit

ITERATOR = "__iterator"
RESULT = "__result"
DISPLAY_NAMES = {
    ast.ListComp: "<listcomp>", ast.SetComp: "<setcomp>", ast.DictComp: "<dictcomp>", ast.GeneratorExp: "<genexpr>",
}
EMPTY = {ast.ListComp: "BUILD_LIST", ast.SetComp: "BUILD_SET", ast.DictComp: "BUILD_DICT"}


class ComprehensionTranslator:
    def expression_comprehension(self, node):
        display = DISPLAY_NAMES[type(node)]
        name = self.function_name(display.strip("<>"))
        is_called_by_name = node.lineno % 2 == 0
        if not is_called_by_name:
            self.unit.emit("MAKE_FUNC", name)
        self.expression(node.generators[0].iter)
        self.unit.emit("GET_ITER")
        self.unit.emit(*(["CALL_FUNC", name, 1] if is_called_by_name else ["CALL", 1]))
        unit = Unit(self.scopes[node], self.unit, f".func {name} {ITERATOR}", display)
        with self.translating(unit):
            self.comprehension_body(node)

    expression_ListComp = expression_SetComp = expression_comprehension
    expression_DictComp = expression_GeneratorExp = expression_comprehension

    def comprehension_body(self, node):
        unit = self.unit
        is_generator = isinstance(node, ast.GeneratorExp)
        if not is_generator:
            unit.emit(EMPTY[type(node)], 0)
            unit.emit("STORE_VAR", RESULT)
        self.comprehension_loop(node, 0)
        unit.emit("LOAD_CONST" if is_generator else "LOAD_LOCAL", "None" if is_generator else RESULT)
        unit.emit("RETURN_VALUE")

    def comprehension_loop(self, node, depth):
        if depth == len(node.generators):
            return self.comprehension_item(node)
        unit, generator = self.unit, node.generators[depth]
        again, done = unit.new_label("again"), unit.new_label("done")
        if depth == 0:
            unit.emit("LOAD_VAR", ITERATOR)
        else:
            self.expression(generator.iter)
            unit.emit("GET_ITER")
        unit.place_loop(again)
        unit.emit_jump("FOR_ITER", done)
        self.store(generator.target)
        for condition in generator.ifs:
            self.jump_if(condition, False, again)
        self.comprehension_loop(node, depth + 1)
        unit.emit_jump("JUMP", again)
        unit.place(done)

    def comprehension_item(self, node):
        unit = self.unit
        if isinstance(node, ast.GeneratorExp):
            self.expression(node.elt)
            unit.emit("YIELD")
            return unit.emit("POP_TOP")
        unit.emit("LOAD_LOCAL", RESULT)
        if isinstance(node, ast.DictComp):
            self.expressions([node.key, node.value])
            return unit.emit("STORE_INDEX")
        self.expression(node.elt)
        unit.emit(*(["APPEND"] if isinstance(node, ast.ListComp) else ["CALL_METHOD", "add", 1]))
        unit.emit("POP_TOP")
