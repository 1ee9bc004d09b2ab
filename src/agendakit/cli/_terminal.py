"""What a command knows of the terminal it runs in."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def says_colour() -> bool:
    """Whether to colour: a terminal that was not told otherwise (`NO_COLOR`, `TERM=dumb`)."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


def prefix_to(folder: Path) -> str:
    """What leads from the current folder to another, such as `../`; empty for the current one."""
    try:
        relative = os.path.relpath(folder, Path.cwd())
    except ValueError:  # another drive
        return f"{folder.as_posix()}/"
    return "" if relative == "." else f"{Path(relative).as_posix()}/"
