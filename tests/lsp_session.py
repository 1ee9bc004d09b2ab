"""A copy of the example catalogue with one file open in an editor, the cursor marked in its text."""

from __future__ import annotations

import shutil
from pathlib import Path, PurePosixPath

from agendakit.check import Checked, check
from agendakit.lsp.session import Session, workspace_of
from agendakit.workspace import find, read
from examples import FOLDER, TODAY

CURSOR = "‸"
PROJECT = "agendas/probing/probe-transfer.md"
AGENDA = "agendas/probing/index.md"
CONCEPT = "agendas/concepts/linear-probes.md"


def copy_example(folder: Path) -> Path:
    """The example catalogue in a folder of its own."""
    return Path(shutil.copytree(FOLDER, folder / "catalogue"))


def open_session(folder: Path) -> Session:
    """A session of a catalogue, judged once."""
    workspace = workspace_of(folder / "agendas" / "any.md")
    assert workspace is not None
    session = Session(workspace)
    session.reread()
    judge(session)
    return session


def judge(session: Session) -> None:
    """Judge the whole catalogue."""
    session.accept(session.judgement()())


def checked_on_disk(folder: Path) -> tuple[Checked, list[str]]:
    """The catalogue as it lies on the disk, and the rules that find more than a hint in it."""
    workspace = find(folder)
    checked = check(read(workspace), workspace.config, TODAY)
    return checked, [one.rule for one in checked.diagnostics if one.level != "hint"]


def text_of(folder: Path, name: str) -> str:
    """A file of the catalogue."""
    return (folder / name).read_text(encoding="utf-8")


def lay(session: Session, name: str, marked: str):
    """Open a text in which the cursor is marked: gives the document and the offset."""
    offset = marked.index(CURSOR) if CURSOR in marked else 0
    path = PurePosixPath(name)
    session.lay(path, marked.replace(CURSOR, ""))
    return session.document(path), offset
