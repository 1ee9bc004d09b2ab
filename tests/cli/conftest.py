"""A catalogue on the disk, and the command line run in it."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from agendakit.cli import run
from examples import FOLDER
from tables import lay_table

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Outcome:
    """What a command line gave back."""

    code: int
    out: str
    err: str

    @property
    def data(self):
        return json.loads(self.out)


@dataclass(frozen=True)
class Desk:
    """A folder to run commands in."""

    folder: Path
    capture: pytest.CaptureFixture

    def run(self, *arguments: str) -> Outcome:
        code = run([str(argument) for argument in arguments])
        captured = self.capture.readouterr()
        return Outcome(code, captured.out, captured.err)

    def read(self, path: str) -> str:
        return (self.folder / path).read_bytes().decode("utf-8")

    def write(self, path: str, text: str) -> None:
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / path).write_bytes(text.encode("utf-8"))

    def contents(self) -> dict[str, bytes]:
        """Every file with its bytes, to show that nothing changed."""
        files = (path for path in sorted(self.folder.rglob("*")) if path.is_file())
        return {path.relative_to(self.folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture
def desk(tmp_path, monkeypatch, capsys):
    """A copy of the example catalogue, with the command line in it."""
    folder = tmp_path / "desk"
    shutil.copytree(FOLDER, folder)
    monkeypatch.chdir(folder)
    return Desk(folder, capsys)


@pytest.fixture
def empty_desk(tmp_path, monkeypatch, capsys):
    """An empty folder, with the command line in it."""
    folder = tmp_path / "empty"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return Desk(folder, capsys)


@pytest.fixture
def table(desk):
    """The example catalogue with a table to import beside it."""
    return lay_table(desk)
