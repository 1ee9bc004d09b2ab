"""Files parsed and judged by several processes at once, where there are so many that it pays.

Each file is worked on alone, so the result is that of one process. Workers are forks that see the files already read;
they send back what `packing` makes.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from agendakit.check import all_rules, content_key, parse_file
from agendakit.extension import Context, Subject
from agendakit.judging import keep
from agendakit.packing import pack, unpack

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import PurePosixPath

    from agendakit.catalogue import Catalogue
    from agendakit.config import Config
    from agendakit.extra_schema import ExtraSchema
    from agendakit.packing import Packed

LEAST = 2_000
"""Files below which starting processes costs more than it saves."""
_CHUNK = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What a worker needs to know; forks inherit it."""

    files: Sequence[tuple[PurePosixPath, bytes | str]]
    config: Config
    today: date
    extra: ExtraSchema | None


def work_on(work: Work) -> Iterator[Packed]:
    """Files parsed and judged, in pieces of any order; in this process where others would not pay."""
    starts = range(0, len(work.files), _CHUNK)
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    if len(work.files) < LEAST or processors < 2 or sys.platform != "linux":
        yield from (_worked(work, start) for start in starts)
        return
    context = multiprocessing.get_context("fork")
    with context.Pool(min(processors, 8), initializer=_inherit, initargs=(work,)) as pool:
        for start, data in pool.imap_unordered(_packed, starts):
            chunk = work.files[start : start + _CHUNK]
            yield unpack(data, {content_key(path, content): content for path, content in chunk})


_inherited: list[Work] = []


def _inherit(work: Work) -> None:
    _inherited[:] = [work]


def _packed(start: int) -> tuple[int, bytes]:
    return start, pack(_worked(_inherited[0], start))


def _worked(work: Work, start: int) -> Packed:
    found: Packed = {}
    rules = [rule for rule in all_rules() if rule.subject is not Subject.CATALOGUE]
    # No rule sees this catalogue: `keep` takes it out of sight.
    context = Context(catalogue=cast("Catalogue", None), config=work.config, today=work.today, extra=work.extra)
    for path, data in work.files[start : start + _CHUNK]:
        parsed = parse_file(path, data)
        kept = keep(parsed.document, parsed.outcome, rules, context) if path.suffix == ".md" else None
        found[content_key(path, data)] = (parsed, kept)
    return found
