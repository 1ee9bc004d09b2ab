"""A copy of the example catalogue with one file open in an editor, the cursor marked in its text."""

from __future__ import annotations

import shutil
from pathlib import Path, PurePosixPath

from agendakit.lsp.session import Session, workspace_of
from examples import FOLDER

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


def text_of(folder: Path, name: str) -> str:
    """A file of the catalogue."""
    return (folder / name).read_text(encoding="utf-8")


def lay(session: Session, name: str, marked: str):
    """Open a text in which the cursor is marked: gives the document and the offset."""
    offset = marked.index(CURSOR) if CURSOR in marked else 0
    path = PurePosixPath(name)
    session.lay(path, marked.replace(CURSOR, ""))
    return session.document(path), offset
