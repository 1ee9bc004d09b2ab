"""A program on a pseudo-terminal, as somebody sits before it."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
from contextlib import contextmanager
from time import monotonic

PATIENCE = 60.0
CTRL_C, CTRL_D = b"\x03", b"\x04"
_ESCAPE = re.compile(r"\x1b\[[?0-9;]*[A-Za-z]")
_BEGIN = "import os, sys; os.login_tty(0); os.execvp(sys.argv[1], sys.argv[1:])"


class Terminal:
    """What it shows, and the keyboard.

    Attributes:
        raw: Everything shown so far, with the escape sequences in it.
    """

    def __init__(self, keyboard, program):
        self.keyboard = keyboard
        self.program = program
        self.raw = ""
        self._seen = 0
        self._pending = b""

    @property
    def shown(self) -> str:
        """Everything shown so far, without escape sequences."""
        return _ESCAPE.sub("", self.raw).replace("\r", "")

    def wait_for(self, words: str, again: bytes = b"") -> None:
        """Wait until some words are shown behind those that were waited for before; white space counts alike.

        Keys to press `again` are pressed once a second: Python misses a Ctrl-C between a prompt and its reading.
        """
        wanted = re.compile(r"\s+".join(map(re.escape, words.split())))
        begun = pressed = monotonic()
        while not (found := wanted.search(self.shown, self._seen)):
            now = monotonic()
            assert now - begun < PATIENCE, f"waited in vain for {words!r}:\n{self.shown}"
            assert self._read(), f"it ended before {words!r}:\n{self.shown}"
            if again and now - pressed > 1:
                self.press(again)
                pressed = now
        self._seen = found.end()

    def type(self, line: str) -> None:
        """Type a line, and Enter."""
        self.press(f"{line}\r".encode())

    def press(self, keys: bytes) -> None:
        """Press some keys."""
        os.write(self.keyboard, keys)

    def resize(self, columns: int) -> None:
        """Make the window as wide as that."""
        fcntl.ioctl(self.keyboard, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))

    def end(self) -> int:
        """Wait for the program's end; gives its exit code."""
        end = monotonic() + PATIENCE
        while self._read():
            assert monotonic() < end, f"waited in vain for the end:\n{self.shown}"
        return self.program.wait(PATIENCE)

    def _read(self) -> bool:
        ready, _, _ = select.select([self.keyboard], [], [], 0.2)
        if not ready:
            return True
        try:
            piece = os.read(self.keyboard, 65_536)
        except OSError:  # what Linux says at the end
            return False
        self._pending += piece
        text = self._pending.decode("utf-8", "ignore")
        self._pending = self._pending[len(text.encode("utf-8")) :]
        self.raw += text
        return bool(piece)


@contextmanager
def terminal(*command, cwd, columns=80, **environment):
    """A program on a terminal of some width; what is in the environment comes on top of this one's."""
    keyboard, screen = pty.openpty()
    inherited = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLUMNS")}
    program = subprocess.Popen(
        [sys.executable, "-c", _BEGIN, *command],
        stdin=screen,
        stdout=screen,
        stderr=screen,
        cwd=cwd,
        env={**inherited, "TERM": "xterm", **environment},
    )
    os.close(screen)
    found = Terminal(keyboard, program)
    found.resize(columns)
    try:
        yield found
    finally:
        program.kill()
        program.wait()
        os.close(keyboard)
