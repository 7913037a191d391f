"""Constants of Python as literals of bcasm."""
import ast
import math


def literal(value):
    """The literal of a value, or `None` where bcasm has none (tuples, bytes, complex numbers, `...`)."""
    if value is None or isinstance(value, (bool, int)):
        return int_text(value) if type(value) is int else repr(value)
    if isinstance(value, float):
        return None if math.isnan(value) else repr(value)
    return quote(value) if isinstance(value, str) else None


def int_text(value):
    # CPython refuses to write very long ints in decimal.
    return str(value) if value.bit_length() < 10_000 else hex(value)


def quote(text):
    """One line in double quotes that gives the same code points, lone surrogates and NUL included."""
    return '"' + "".join(map(escape, text)) + '"'


def escape(character):
    code = ord(character)
    if character in '"\\':
        return "\\" + character
    if 0x20 <= code < 0x7F:
        return character
    if character in SHORT_ESCAPES:
        return SHORT_ESCAPES[character]
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


SHORT_ESCAPES = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}


def constant_of(node):
    """The literal that an expression is, with the sign of a number folded; `None` when it is something else."""
    if isinstance(node, ast.Constant):
        return literal(node.value)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub) and isinstance(node.operand, ast.Constant):
        value = node.operand.value
        if type(value) in (int, float):
            return literal(-value)
    return None
