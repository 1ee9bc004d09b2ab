"""Where a command's text goes: the standard output or a file."""

from __future__ import annotations

import sys
from pathlib import Path

from agendakit.workspace import write


def give(text: str, output: str | None) -> None:
    """Print a text, or write it to a file as UTF-8."""
    if output is None:
        sys.stdout.write(text)
        sys.stdout.flush()
        return
    write(Path(output), text.encode("utf-8"))
