"""Files parsed and judged, a batch at a time; several processes share the batches of many files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from agendakit.asking import NO_CATALOGUE, Panel, keep_all
from agendakit.check import all_rules, parse_file
from agendakit.extension import Context
from agendakit.packing import Batch, pack, unpack
from agendakit.parallel import MOST_JOBS, Jobs, done

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import PurePosixPath

    from agendakit.config import Config
    from agendakit.extra_schema import ExtraSchema

Files = Sequence[tuple[bytes, "PurePosixPath", bytes | str]]
"""Digest of name and content, name, content."""

_SMALLEST = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What has to be known to work on Markdown files.

    Attributes:
        lasting: Whether another check will make use of what was found.
    """

    files: Files
    config: Config
    today: date
    extra: ExtraSchema | None
    lasting: bool


def work_on(work: Work) -> Iterator[Batch]:
    """Batches of all files, in any order."""
    size = max(_SMALLEST, -(-len(work.files) // MOST_JOBS))
    pieces = [work.files[start : start + size] for start in range(0, len(work.files), size)]
    jobs = Jobs(
        count=len(pieces),
        do=lambda number: _worked(work, pieces[number]),
        pack=pack,
        unpack=lambda number, data: unpack(data, {key: content for key, _, content in pieces[number]}),
    )
    yield from (batch for _, batch in done(jobs, len(work.files)))


def _worked(work: Work, piece: Files) -> Batch:
    found = Batch({}, {})
    panel = Panel(all_rules())
    context = Context(catalogue=NO_CATALOGUE, config=work.config, today=work.today, extra=work.extra)
    files = [parse_file(path, data, key) for key, path, data in piece]
    kept = keep_all([(file.document, file.outcome) for file in files], panel, context, lasting=work.lasting)
    for file, one in zip(files, kept, strict=True):
        found.parsed[file.key], found.kept[file.key] = file, one
        file.document.slim()
    return found
