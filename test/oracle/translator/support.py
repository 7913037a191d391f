"""Python functions that translated programs call."""

SUPPORT = {
    "unpack_with_star": '''
def __unpack_with_star(values, before, after):
    try:
        items = iter(values)
    except TypeError:
        if hasattr(type(values), "__iter__"):
            raise
        raise TypeError(f"cannot unpack non-iterable {type(values).__name__} object")
    items = [*items]
    if len(items) < before + after:
        raise ValueError(f"not enough values to unpack (expected at least {before + after}, got {len(items)})")
    rest = items[before:len(items) - after]
    return (*items[:before], rest, *items[len(items) - after:])
''',
}
