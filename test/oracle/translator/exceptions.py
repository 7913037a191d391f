"""`try`, `with`, `raise` and `assert`."""
import ast

from .flow import Cleanup, Handler, StackValue, WithExit
from .literals import constant_of
from .refusal import Refused


class ExceptionTranslator:
    def statement_Try(self, node):
        if node.finalbody:
            return self.try_finally(node)
        self.try_except(node)

    def try_finally(self, node):
        unit = self.unit
        failed, end = unit.new_label("finally"), unit.new_label("endtry")
        unit.emit_jump("SETUP_TRY", failed)
        unit.blocks.append(Cleanup(lambda: self.statements(node.finalbody)))
        if node.handlers:
            self.try_except(node)
        else:
            self.statements(node.body)
        unit.blocks.pop()
        if unit.is_reachable:
            unit.emit("POP_TRY")
            self.statements(node.finalbody)
            self.jump_if_reachable(end)
        unit.place(failed)
        self.with_handled(node.finalbody, lambda: self.block_with_value(lambda: self.statements(node.finalbody)))
        if unit.is_reachable:
            unit.emit("RAISE")
        unit.place(end)

    def block_with_value(self, body):
        self.unit.blocks.append(StackValue())
        body()
        self.unit.blocks.pop()

    def with_handled(self, statements, body):
        """Keeps the exception on top of the stack for a bare `raise` in the statements."""
        unit = self.unit
        if not any(has_bare_raise(statement) for statement in statements):
            unit.handled.append(None)
        else:
            unit.handled.append(unit.hidden("handled"))
            unit.emit("DUP_TOP")
            unit.emit("STORE_VAR", unit.handled[-1])
        body()
        unit.handled.pop()

    def try_except(self, node):
        unit = self.unit
        failed, end = unit.new_label("except"), unit.new_label("endtry")
        unit.emit_jump("SETUP_TRY", failed)
        unit.blocks.append(Handler())
        self.statements(node.body)
        unit.blocks.pop()
        if unit.is_reachable:
            unit.emit("POP_TRY")
            self.statements(node.orelse)
            self.jump_if_reachable(end)
        unit.place(failed)
        for handler in node.handlers:
            self.except_clause(handler, end)
        if unit.is_reachable:
            unit.emit("RAISE")
        unit.place(end)

    def except_clause(self, handler, end):
        """From the exception on top of the stack to the same, where the clause does not match."""
        unit = self.unit
        other = unit.new_label("unmatched")
        self.mark_line(handler)
        if handler.type is not None:
            self.expression(handler.type)
            unit.emit("EXC_MATCH")
            unit.emit_jump("JUMP_IF_FALSE", other)
        self.with_handled(handler.body, lambda: self.except_body(handler))
        self.jump_if_reachable(end)
        unit.is_reachable = False
        unit.place(other)

    def except_body(self, handler):
        if handler.name is None:
            self.unit.emit("POP_TOP")
            return self.statements(handler.body)
        unit, failed, end = self.unit, self.unit.new_label("unbind"), self.unit.new_label("unbound")
        self.store_name(handler.name)

        def unbind():
            unit.emit("LOAD_CONST", "None")
            self.store_name(handler.name)
            self.delete_name(handler.name, handler)

        unit.emit_jump("SETUP_TRY", failed)
        unit.blocks.append(Cleanup(unbind))
        self.statements(handler.body)
        unit.blocks.pop()
        if unit.is_reachable:
            unit.emit("POP_TRY")
            unbind()
            unit.emit_jump("JUMP", end)
        unit.place(failed)
        unbind()
        unit.emit("RAISE")
        unit.place(end)

    def jump_if_reachable(self, label):
        if self.unit.is_reachable:
            self.unit.emit_jump("JUMP", label)

    def statement_With(self, node):
        self.with_items(node.items, node.body)

    def with_items(self, items, body):
        if not items:
            return self.statements(body)
        unit, item = self.unit, items[0]
        failed, suppressed, end = (unit.new_label(hint) for hint in ("exit", "suppressed", "endwith"))
        self.expression(item.context_expr)
        unit.emit("DUP_TOP")
        unit.emit("LOAD_ATTR", "__exit__")
        unit.emit("SWAP")
        unit.emit("CALL_METHOD", "__enter__", 0)
        # Not left on the stack: a handler may not take values away that lay below it.
        entered = unit.hidden("entered")
        unit.emit("STORE_VAR", entered)
        unit.emit_jump("SETUP_TRY", failed)
        unit.blocks.append(WithExit())
        if item.optional_vars is not None:
            self.load_hidden(entered)
            self.store(item.optional_vars)
        self.with_items(items[1:], body)
        unit.blocks.pop()
        if unit.is_reachable:
            unit.emit("POP_TRY")
            self.call_exit_without_error()
            unit.emit_jump("JUMP", end)
        unit.place(failed)
        self.call_exit_with_error(suppressed)
        unit.place(suppressed)
        unit.place(end)

    def call_exit_without_error(self):
        for _ in range(3):
            self.unit.emit("LOAD_CONST", "None")
        self.unit.emit("CALL", 3)
        self.unit.emit("POP_TOP")

    def call_exit_with_error(self, suppressed):
        """Calls the `__exit__` below the exception; raises that again unless it says to suppress it."""
        unit = self.unit
        error = unit.hidden("error")
        unit.emit("STORE_VAR", error)
        self.load_hidden(error)
        unit.emit("CALL_FUNC", "type", 1)
        self.load_hidden(error)
        unit.emit("LOAD_CONST", "None")
        unit.emit("CALL", 3)
        unit.emit_jump("JUMP_IF_TRUE", suppressed)
        self.load_hidden(error)
        unit.emit("RAISE")

    def load_hidden(self, name):
        self.unit.emit("LOAD_VAR" if self.unit.is_main else "LOAD_LOCAL", name)

    def statement_Raise(self, node):
        unit = self.unit
        if node.exc is None:
            return self.raise_again(node)
        self.expression(node.exc)
        if node.cause is not None:
            self.set_cause(node)
        unit.emit("RAISE")

    def set_cause(self, node):
        """The cause is kept only where the program asks for it: the machine knows of none."""
        unit = self.unit
        if self.reads_causes and isinstance(node.exc, ast.Call):
            unit.emit("DUP_TOP")
            self.expression(node.cause)
            return unit.emit("STORE_ATTR", "__cause__")
        self.expression(node.cause)
        unit.emit("POP_TOP")

    def raise_again(self, node):
        unit = self.unit
        if unit.handled and unit.handled[-1] is not None:
            self.load_hidden(unit.handled[-1])
            return unit.emit("RAISE")
        if unit.handled or not unit.is_main:
            raise Refused("a bare raise outside of any except clause", node)
        self.raise_error("RuntimeError", "No active exception to reraise")

    def raise_error(self, kind, message):
        self.load_built_in(kind)
        self.text(message)
        self.unit.emit("CALL", 1)
        self.unit.emit("RAISE")

    def statement_Assert(self, node):
        unit = self.unit
        message = None if node.msg is None else constant_of(node.msg)
        if node.msg is None or message is not None:
            self.expression(node.test)
            return unit.emit("ASSERT", *([] if message is None else [message]))
        holds = unit.new_label("holds")
        self.jump_if(node.test, True, holds)
        self.load_built_in("AssertionError")
        self.expression(node.msg)
        unit.emit("CALL", 1)
        unit.emit("RAISE")
        unit.place(holds)


def has_bare_raise(node):
    """Whether a bare `raise` in a statement means the exception handled around the statement."""
    if isinstance(node, ast.Raise):
        return node.exc is None
    if isinstance(node, (ast.FunctionDef, ast.Lambda, ast.ClassDef, ast.ExceptHandler)):
        return False
    return any(has_bare_raise(child) for child in ast.iter_child_nodes(node))
