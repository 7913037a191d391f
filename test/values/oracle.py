"""Answers what CPython makes of each case: one JSON line in, one JSON line out; the version first."""
import json
import math
import operator
import struct
import sys

if hasattr(sys, "set_int_max_str_digits"):
    sys.set_int_max_str_digits(0)


# The one place where the language has another answer.
COMPLEX_POWER = "negative number cannot be raised to a fractional power"


def decode(data):
    if isinstance(data, dict):
        if "i" in data:
            return int(data["i"])
        return struct.unpack(">d", bytes.fromhex(data["f"]))[0]
    return tuple(map(decode, data)) if isinstance(data, list) else data


def encode(value):
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, int):
        return {"i": str(value)}
    if isinstance(value, float):
        return {"f": "7ff8000000000000" if math.isnan(value) else struct.pack(">d", value).hex()}
    if isinstance(value, (list, tuple)):
        return [encode(item) for item in value]
    if isinstance(value, complex):
        raise ValueError(COMPLEX_POWER)
    raise AssertionError(f"no form for {value!r}")


def inplace(symbol):
    scope = {}
    exec(f"def apply(left, right):\n    left {symbol}= right\n    return left", scope)
    return scope["apply"]


SYMBOLS = {
    "ADD": "+", "SUB": "-", "MUL": "*", "DIV": "/", "FLOOR_DIV": "//", "MOD": "%", "POW": "**",
    "BIT_AND": "&", "BIT_OR": "|", "BIT_XOR": "^", "SHIFT_LEFT": "<<", "SHIFT_RIGHT": ">>",
}
OPERATIONS = {name: eval(f"lambda left, right: left {symbol} right") for name, symbol in SYMBOLS.items()}
OPERATIONS.update({"INPLACE_" + name: inplace(symbol) for name, symbol in SYMBOLS.items()})
OPERATIONS.update({
    "NEGATE": operator.neg, "POSITIVE": operator.pos, "BIT_NOT": operator.invert, "NOT": operator.not_,
    "EQ": operator.eq, "NE": operator.ne, "LT": operator.lt, "LE": operator.le, "GT": operator.gt, "GE": operator.ge,
    "CONTAINS": operator.contains,
    "bool": bool, "str": str, "repr": repr, "ascii": ascii, "hash": hash, "len": len, "abs": abs, "divmod": divmod,
    "round": round, "pow": pow, "int": int, "float": float, "bin": bin, "oct": oct, "hex": hex, "chr": chr, "ord": ord,
    "format": format, "index": lambda text, index: text[index],
    "slice": lambda text, start, stop, step: text[start:stop:step],
    "method": lambda text, name, *arguments: getattr(text, name)(*arguments),
    "maketrans": lambda *arguments: [[key, value] for key, value in str.maketrans(*arguments).items()],
    "maketrans of pairs": lambda pairs: [[key, value] for key, value in str.maketrans(dict(pairs)).items()],
    "str.format": lambda text, arguments, named: text.format(*arguments, **dict(named)),
    "classify": lambda names, first, last: [
        "".join("1" if getattr(chr(code), name)() else "0" for code in range(first, last)) for name in names],
    "map": lambda name, first, last: [getattr(chr(code), name)() for code in range(first, last)],
    "printable": lambda first, last: "".join("1" if chr(code).isprintable() else "0" for code in range(first, last)),
    "numbers": lambda first, last: [
        int(chr(code)) if chr(code).isdecimal() else None for code in range(first, last)],
    "unicode": lambda: __import__("unicodedata").unidata_version,
    "unassigned": lambda: unassigned(),
})


def unassigned():
    category = __import__("unicodedata").category
    return "".join("1" if category(chr(code)) == "Cn" else "0" for code in range(0x110000))


print(json.dumps(list(sys.version_info[:3])))
for line in sys.stdin:
    name, *arguments = json.loads(line)
    try:
        answer = encode(OPERATIONS[name](*map(decode, arguments)))
    except Exception as error:
        answer = {"error": type(error).__name__, "message": str(error)}
        if str(error) == "complex exponentiation":
            answer = {"error": "ValueError", "message": COMPLEX_POWER}
    print(json.dumps(answer))
