"""`yield from`, by the expansion in PEP 380: values, sent values, thrown exceptions and `close` all pass through."""


class DelegationTranslator:
    def expression_YieldFrom(self, node):
        unit = self.unit
        source, sent, value, error = (unit.hidden(hint) for hint in ("source", "sent", "value", "error"))
        advance, send, got, suspend, thrown, stopped, done = (
            unit.new_label(hint) for hint in ("advance", "send", "got", "suspend", "thrown", "stopped", "delegated")
        )
        self.expression(node.value)
        unit.emit("GET_ITER")
        unit.emit("STORE_VAR", source)
        unit.emit("LOAD_CONST", "None")
        unit.emit("STORE_VAR", sent)

        unit.place_loop(advance)
        unit.emit_jump("SETUP_TRY", stopped)
        unit.emit("LOAD_LOCAL", sent)
        unit.emit("LOAD_CONST", "None")
        unit.emit("IS")
        unit.emit_jump("JUMP_IF_FALSE", send)
        unit.emit("LOAD_LOCAL", source)
        unit.emit("CALL_FUNC", "next", 1)
        unit.emit_jump("JUMP", got)
        unit.place(send)
        unit.emit("LOAD_LOCAL", source)
        unit.emit("LOAD_LOCAL", sent)
        unit.emit("CALL_METHOD", "send", 1)
        unit.place(got)
        unit.emit("POP_TRY")
        unit.emit("STORE_VAR", value)

        unit.place_loop(suspend)
        unit.emit_jump("SETUP_TRY", thrown)
        unit.emit("LOAD_LOCAL", value)
        unit.emit("YIELD")
        unit.emit("POP_TRY")
        unit.emit("STORE_VAR", sent)
        unit.emit_jump("JUMP", advance)

        unit.place(thrown)
        unit.emit("STORE_VAR", error)
        self.pass_on_error(source, value, error, suspend, stopped)

        unit.place(stopped)
        unit.emit("LOAD_GLOBAL", "StopIteration")
        unit.emit("EXC_MATCH")
        unit.emit_jump("JUMP_IF_TRUE", done)
        unit.emit("RAISE")
        unit.place(done)
        unit.emit("LOAD_ATTR", "value")

    def pass_on_error(self, source, value, error, suspend, stopped):
        unit = self.unit
        throw, raise_error = unit.new_label("throw"), unit.new_label("raise")
        unit.emit("LOAD_LOCAL", error)
        unit.emit("LOAD_GLOBAL", "GeneratorExit")
        unit.emit("CALL_FUNC", "isinstance", 2)
        unit.emit_jump("JUMP_IF_FALSE", throw)
        self.jump_without_attribute(source, "close", raise_error)
        unit.emit("LOAD_LOCAL", source)
        unit.emit("CALL_METHOD", "close", 0)
        unit.emit("POP_TOP")
        unit.place(raise_error)
        unit.emit("LOAD_LOCAL", error)
        unit.emit("RAISE")
        unit.place(throw)
        self.jump_without_attribute(source, "throw", raise_error)
        unit.emit_jump("SETUP_TRY", stopped)
        unit.emit("LOAD_LOCAL", source)
        unit.emit("LOAD_LOCAL", error)
        unit.emit("CALL_METHOD", "throw", 1)
        unit.emit("POP_TRY")
        unit.emit("STORE_VAR", value)
        unit.emit_jump("JUMP", suspend)

    def jump_without_attribute(self, source, attribute, label):
        unit = self.unit
        unit.emit("LOAD_LOCAL", source)
        self.text(attribute)
        unit.emit("CALL_FUNC", "hasattr", 2)
        unit.emit_jump("JUMP_IF_FALSE", label)
