"""
Blocks: what `break`, `continue` and `return` pass on their way out, as CPython's compiler keeps them.

A block knows how to be left: the instructions that take its handler, its iterator or its exception away, or that run the
cleanup that it guards. With a returned value on top of the stack, that value stays on top.
"""


class Loop:
    def __init__(self, again, done, has_iterator):
        self.again = again
        self.done = done
        self.has_iterator = has_iterator

    def leave(self, translator, keeps_value):
        if self.has_iterator:
            drop_value(translator.unit, keeps_value)


class Handler:
    """Code under `SETUP_TRY`."""

    def leave(self, translator, keeps_value):
        translator.unit.emit("POP_TRY")


class StackValue:
    """Code that runs with one more value on the stack: an exception, or what is being returned."""

    def leave(self, translator, keeps_value):
        drop_value(translator.unit, keeps_value)


class Cleanup:
    """Code under `SETUP_TRY` whose cleanup runs on every way out."""

    def __init__(self, run):
        self.run = run

    def leave(self, translator, keeps_value):
        translator.unit.emit("POP_TRY")
        if not keeps_value:
            return self.run()
        translator.unit.blocks.append(StackValue())
        self.run()
        translator.unit.blocks.pop()


class WithExit:
    """The body of a `with` under `SETUP_TRY`; its `__exit__` lies on the stack."""

    def leave(self, translator, keeps_value):
        unit = translator.unit
        unit.emit("POP_TRY")
        if keeps_value:
            unit.emit("SWAP")
        translator.call_exit_without_error()


def drop_value(unit, keeps_value):
    if keeps_value:
        unit.emit("SWAP")
    unit.emit("POP_TOP")


class FlowTranslator:
    def leave_blocks(self, count, keeps_value):
        """Leaves the innermost blocks; what they run sees only the blocks around them."""
        unit = self.unit
        saved = unit.blocks
        for index in range(count):
            block = saved[len(saved) - 1 - index]
            unit.blocks = saved[: len(saved) - 1 - index]
            block.leave(self, keeps_value)
        unit.blocks = saved

    def statement_Break(self, _node):
        loop, inner = self.innermost_loop()
        self.leave_blocks(inner, False)
        if loop.has_iterator:
            self.unit.emit("POP_TOP")
        self.unit.emit_jump("JUMP", loop.done)

    def statement_Continue(self, _node):
        loop, inner = self.innermost_loop()
        self.leave_blocks(inner, False)
        self.unit.emit_jump("JUMP", loop.again)

    def innermost_loop(self):
        """The loop around a statement, and how many blocks there are inside it."""
        blocks = self.unit.blocks
        index = max(index for index, block in enumerate(blocks) if isinstance(block, Loop))
        return blocks[index], len(blocks) - 1 - index

    def statement_Return(self, node):
        self.value_or_none(node.value)
        self.leave_blocks(len(self.unit.blocks), True)
        self.unit.emit("RETURN_VALUE")

    def statement_If(self, node):
        unit = self.unit
        otherwise, end = unit.new_label("else"), unit.new_label("endif")
        self.jump_if(node.test, False, otherwise)
        self.statements(node.body)
        if node.orelse and unit.is_reachable:
            unit.emit_jump("JUMP", end)
        unit.place(otherwise)
        self.statements(node.orelse)
        unit.place(end)

    def statement_While(self, node):
        unit = self.unit
        again, exhausted, done = unit.new_label("while"), unit.new_label("exhausted"), unit.new_label("done")
        unit.place_loop(again)
        if not is_true(node.test):
            self.jump_if(node.test, False, exhausted)
        self.loop_body(node, Loop(again, done, False))
        unit.place(exhausted)
        self.statements(node.orelse)
        unit.place(done)

    def statement_For(self, node):
        unit = self.unit
        again, exhausted, done = unit.new_label("for"), unit.new_label("exhausted"), unit.new_label("done")
        self.expression(node.iter)
        unit.emit("GET_ITER")
        unit.place_loop(again)
        unit.emit_jump("FOR_ITER", exhausted)
        self.store(node.target)
        self.loop_body(node, Loop(again, done, True))
        unit.place(exhausted)
        self.statements(node.orelse)
        unit.place(done)

    def loop_body(self, node, loop):
        unit = self.unit
        unit.blocks.append(loop)
        self.statements(node.body)
        unit.blocks.pop()
        if unit.is_reachable:
            unit.emit_jump("JUMP", loop.again)
        unit.is_reachable = False


def is_true(test):
    return getattr(test, "value", None) is True or type(getattr(test, "value", None)) is int and test.value != 0
