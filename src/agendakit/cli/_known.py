"""What a reader says to know, from the option `--knows`: ids, or the file that the site's page saves."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import click

from agendakit.cli._catalogue import record_of
from agendakit.cli._lists import words
from agendakit.cli._table import wrapped
from agendakit.inert import printable
from agendakit.nearest import joined
from agendakit.workspace import WorkspaceError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.catalogue import Catalogue

_FILE, _ENDING = "@", ".json"
_LARGEST = 1024 * 1024

knows_option = click.option(
    "--knows",
    callback=words,
    metavar="ID,…",
    help="Concepts you know, and projects you have done; or the file what-i-know.json that the site's page saves.",
)


def known_of(catalogue: Catalogue, wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Ids of what is known: concepts, or projects done, which teach what they say they teach.

    An id that is typed has to exist. Of a file, which may be older than the catalogue, what no longer exists is named
    on the standard error and left out.
    """
    known: list[str] = []
    for name in wanted:
        for one in _named_in(catalogue, name) if _is_file(name) else (name,):
            record = record_of(catalogue, one)
            known += [record.id, *(getattr(record.entry, "teaches", None) or ())]
    return tuple(dict.fromkeys(known))


def _is_file(name: str) -> bool:
    return name.startswith(_FILE) or name.endswith(_ENDING)


def _named_in(catalogue: Catalogue, name: str) -> Iterator[str]:
    shown = name.removeprefix(_FILE)
    gone = []
    if not shown:
        raise WorkspaceError("Name the file behind `@`: the one that the page “What I know” saves.")
    for one in _read(shown):
        if catalogue.canonical(one) in catalogue.records:
            yield one
        else:
            gone.append(f"`{printable(one)}`")
    if gone:
        verb = "is no published entry and is" if len(gone) == 1 else "are no published entries and are"
        click.echo(wrapped(f"Of `{shown}`, {joined(gone)} {verb} left out."), err=True)


def _read(shown: str) -> list[str]:
    try:
        # A name that cannot be resolved stays as it is, and is told as a file that is not there.
        with open(os.path.expanduser(shown), "rb") as file:  # noqa: PTH111, PTH123  # `Path.expanduser` raises
            content = file.read(_LARGEST + 1)
        if len(content) > _LARGEST:
            raise WorkspaceError(f"`{shown}` is larger than any list of what one knows.")
        data = json.loads(content.decode("utf-8-sig"))
    except OSError as error:
        raise WorkspaceError(f"`{shown}` cannot be read: {error.strerror}.") from None
    except (ValueError, RecursionError):
        data = None
    found = data.get("knows") if isinstance(data, dict) else None
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        raise WorkspaceError(
            f"`{shown}` does not say what you know. Take the file that the page “What I know” saves, which holds"
            ' `{"knows": ["an-id", "another-id"]}`.'
        )
    return found
