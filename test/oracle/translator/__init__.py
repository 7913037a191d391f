"""Translates Python programs to bcasm text, for tests that compare the machine with CPython."""
from .program import translate
from .refusal import Refused

__all__ = ["Refused", "translate"]
