"""Find entries by words and by what they ask of a reader."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from agendakit.cli import CLEAN
from agendakit.cli._catalogue import agendas_of, catalogue_of, workspace_of
from agendakit.cli._known import known_of, knows_option
from agendakit.cli._lists import words, words_among
from agendakit.cli._options import today_option
from agendakit.cli._search import Scored, scored
from agendakit.cli._table import Column, table, wrapped
from agendakit.exports.json import entry_data
from agendakit.model import BAND_HOURS, COMPUTES, DIFFICULTIES, KINDS, Project, hours_of
from agendakit.nearest import joined
from agendakit.readiness import path_to
from agendakit.words import counted, hours, units

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from agendakit.catalogue import Catalogue
    from agendakit.config import Config
    from agendakit.readiness import LearningPath
    from agendakit.record import Record

_HEADS = (
    Column(title="ID"),
    Column(title="TITLE", gives_way=True, least=40),
    Column(title="DIFFICULTY"),
    Column(title="EFFORT", optional=True),
    Column(title="COMPUTE", optional=True),
    Column(title="TO LEARN"),
)
_FEW = 3
"""How many drafts are named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    """What the options ask for; an empty tuple or `None` asks for nothing."""

    kind: tuple[str, ...]
    difficulty: tuple[str, ...]
    compute: tuple[str, ...]
    agenda: tuple[str, ...]
    tag: tuple[str, ...]
    most: float | None
    retired: bool


@dataclass(frozen=True, slots=True)
class _Hit:
    found: Scored
    path: LearningPath

    @property
    def record(self) -> Record:
        return self.found.record


def _hours(_: click.Context, parameter: click.Parameter, value: str | None) -> float | None:
    if value is None:
        return None
    try:
        return BAND_HOURS[value] if value in BAND_HOURS else hours_of(value)[1]
    except ValueError:
        message = f"`{value}` is no length of time; write `evening`, `weekend`, `month`, or such as `3 days`."
        raise click.BadParameter(message, param=parameter) from None


@click.command("find", short_help="Find entries by words and by what they ask of you.")
@click.argument("query", metavar="[WORDS]", nargs=-1)
@click.option("--kind", callback=words_among(KINDS, "kind"), help="Only entries of these kinds.")
@click.option("--difficulty", callback=words_among(DIFFICULTIES, "difficulty"), help="Only projects of these levels.")
@click.option(
    "--effort-max", "most", callback=_hours, metavar="TIME", help="`evening`, `weekend`, `month`, or `3 days`."
)
@click.option("--compute", callback=words_among(COMPUTES, "machine"), help="Only projects for these machines.")
@knows_option
@click.option("--agenda", callback=words, metavar="ID,…", help="Only what belongs to these agendas.")
@click.option("--tag", callback=words, metavar="TAG,…", help="Only entries with one of these tags.")
@click.option("--all", "retired", is_flag=True, help="Retired entries too.")
@click.option("--json", "as_json", is_flag=True, help="Everything about each entry, for programs.")
@today_option
@click.pass_obj
def command(
    config: str | None,
    /,
    query: tuple[str, ...],
    knows: tuple[str, ...],
    today: date,
    *,
    as_json: bool,
    **options: object,
) -> int:
    """Find entries that have all WORDS, best first, as the site's search does.

    Without WORDS, projects come first, and of these what leaves least to learn; what you know (--knows) counts. An
    option may name several values, separated by commas. Drafts are left out.
    """
    workspace = workspace_of(config)
    catalogue = catalogue_of(workspace)
    wanted = _Wanted(**options)  # type: ignore[arg-type]  # click gives each option the type of its callback
    hits = _hits(catalogue, " ".join(query), wanted, known_of(catalogue, knows), workspace.config.assumes)
    ordered = sorted(hits, key=_by_score if query else _by_hours)
    if as_json:
        _print_json(ordered, catalogue, workspace.config, today)
    else:
        _show(ordered, catalogue)
    return CLEAN


def _hits(
    catalogue: Catalogue, text: str, wanted: _Wanted, known: tuple[str, ...], assumed: Sequence[str]
) -> list[_Hit]:
    agendas = agendas_of(catalogue, wanted.agenda)
    return [
        _Hit(found, path_to(catalogue, found.record.id, assumed, known))
        for found in scored(catalogue, text)
        if _fits(found.record, wanted, catalogue, agendas)
    ]


def _print_json(hits: Iterable[_Hit], catalogue: Catalogue, config: Config, today: date) -> None:
    entries = [
        {
            **entry_data(hit.record, catalogue, config, today),
            "to_learn": [step.id for step in hit.path.steps],
            "hours_to_learn": hit.path.hours,
        }
        for hit in hits
    ]
    click.echo(json.dumps({"version": 1, "entries": entries}, ensure_ascii=False, indent=1))


def _by_score(hit: _Hit) -> tuple[object, ...]:
    return -hit.found.score, hit.found.number


def _by_hours(hit: _Hit) -> tuple[object, ...]:
    return list(KINDS).index(hit.record.kind) != 1, hit.path.hours, hit.record.id


def _fits(record: Record, wanted: _Wanted, catalogue: Catalogue, agendas: frozenset[str]) -> bool:
    entry = record.entry
    if entry.stage == "retired" and not wanted.retired:
        return False
    if wanted.kind and record.kind not in wanted.kind:
        return False
    if wanted.tag and not set(wanted.tag) & set(entry.tags):
        return False
    if agendas and not agendas & {record.id, catalogue.agenda_of.get(record.id)}:
        return False
    if not (wanted.difficulty or wanted.compute or wanted.most is not None):
        return True
    return isinstance(entry, Project) and _is_in_reach(entry, wanted)


def _is_in_reach(project: Project, wanted: _Wanted) -> bool:
    return (
        (not wanted.difficulty or project.difficulty in wanted.difficulty)
        and (not wanted.compute or project.compute in wanted.compute)
        and (wanted.most is None or hours_of(project.effort)[1] <= wanted.most)
    )


def _show(hits: list[_Hit], catalogue: Catalogue) -> None:
    rows = list(_rows(hits))
    if rows:
        click.echo(table(_HEADS, rows))
        said = [f"{counted(len(hits), 'entry', 'entries')} of {len(catalogue.records):,}.", units(*_times(hits))]
    else:
        said = ["Nothing fits. Leave out an option or a word; `agendakit find` alone lists everything."]
    for sentence in filter(None, (*said, _left_out(catalogue))):
        click.echo(wrapped(sentence), err=True)


def _left_out(catalogue: Catalogue) -> str:
    """A sentence about drafts, empty where there is none."""
    names = sorted(catalogue.drafts)
    if not names:
        return ""
    shown = f" ({joined(f'`{name}`' for name in names)})" if len(names) <= _FEW else ""
    return f"{counted(len(names), 'draft')}{shown} {'is' if len(names) == 1 else 'are'} left out."


def _times(hits: Iterable[_Hit]) -> Iterator[str]:
    """Every length of time in the table."""
    for hit in hits:
        yield hours(hit.path.hours)
        yield getattr(hit.record.entry, "effort", "")


def _rows(hits: Iterable[_Hit]) -> Iterator[tuple[str, ...]]:
    for hit in hits:
        entry = hit.record.entry
        to_learn = hours(hit.path.hours) if hit.path.steps else "nothing"
        if isinstance(entry, Project):
            yield hit.record.id, entry.title, entry.difficulty, entry.effort, entry.compute, to_learn
        else:
            yield hit.record.id, entry.title, hit.record.kind, "", "", to_learn
