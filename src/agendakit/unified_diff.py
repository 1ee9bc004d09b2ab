"""Two texts of a file as a unified diff that `git apply` and `patch -p1` take.

Source: POSIX, "diff", section "Diff -u or -U Output Format"; Git's manual, "Generating patch text with -p", for names.
"""

from __future__ import annotations

import re
from difflib import unified_diff
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import PurePosixPath

_ODD = re.compile(r'[\x00-\x1f"\\\x7f]')
_NO_BREAK = "\\ No newline at end of file"


def unified(path: PurePosixPath, before: str, after: str) -> str:
    """The diff with its two lines of names; empty where the texts are equal. Lines end at line feeds only."""
    lines = unified_diff(_lines(before), _lines(after), _name("a", path), _name("b", path))
    return "".join(line if line.endswith("\n") else f"{line}\n{_NO_BREAK}\n" for line in lines)


def _lines(text: str) -> list[str]:
    lines = [f"{line}\n" for line in text.split("\n")]
    last = lines.pop()[:-1]
    return [*lines, last] if last else lines


def _name(side: str, path: PurePosixPath) -> str:
    name = f"{side}/{path}"
    return f'"{_ODD.sub(_escaped, name)}"' if _ODD.search(name) else name


def _escaped(character: re.Match[str]) -> str:
    sign = character.group()
    return f"\\{sign}" if sign in '"\\' else f"\\{ord(sign):03o}"
