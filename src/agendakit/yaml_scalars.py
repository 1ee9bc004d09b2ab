"""Types of plain scalars under the YAML 1.2 core schema, next to what YAML 1.1 readers make of them.

Source: YAML 1.2.2, section 10.3.2; YAML 1.1 type repository (bool, int, float, null).
"""

from __future__ import annotations

import re

Scalar = str | int | float | bool | None

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_TRUE = frozenset({"true", "True", "TRUE"})
_FALSE = frozenset({"false", "False", "FALSE"})
_NUMBER = re.compile(
    r"(?P<integer>[-+]?[0-9]+)|0o(?P<octal>[0-7]+)|0x(?P<hexadecimal>[0-9a-fA-F]+)"
    r"|(?P<float>[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)"
)
_MAX_DIGITS = 300

OLD_FIRSTS = frozenset("yYnNoO+-0123456789")
"""Characters that everything with an `old_reading` begins with."""
_OLD_BOOLEAN = re.compile(r"yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF")
_OLD_TIME = re.compile(r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?")
_OLD_NUMBER = re.compile(r"[-+]?(?:0[0-7_]+|0b[01_]+|[0-9][0-9_]*_[0-9_]*(?:\.[0-9_]*)?)")


def resolve(source: str) -> Scalar:
    """Value of a plain scalar. Infinity, not-a-number and absurdly long numbers stay text: JSON has none of them."""
    if not source or source[0] not in "0123456789+-.~nNtTfF":
        return None if source == "" else source
    if source in _NULL:
        return None
    if source in _TRUE:
        return True
    if source in _FALSE:
        return False
    return source if len(source) > _MAX_DIGITS else _number(source)


def _number(source: str) -> Scalar:
    match = _NUMBER.fullmatch(source)
    if match is None:
        return source
    digits = match[match.lastgroup or 0]
    match match.lastgroup:
        case "integer":
            return int(digits)
        case "octal":
            return int(digits, 8)
        case "hexadecimal":
            return int(digits, 16)
        case _:
            value = float(digits)
            return source if value in (float("inf"), float("-inf")) else value


def old_reading(source: str) -> str | None:
    """What a YAML 1.1 reader takes a plain scalar for, where we read text: ``a boolean``, ``a time``, ``a number``."""
    # No number is so long; and to see that a long row of `_` is none takes time that grows with its square.
    if not source or source[0] not in OLD_FIRSTS or len(source) > _MAX_DIGITS:
        return None
    for pattern, words in ((_OLD_BOOLEAN, "a boolean"), (_OLD_TIME, "a time"), (_OLD_NUMBER, "a number")):
        if pattern.fullmatch(source):
            return words
    return None
