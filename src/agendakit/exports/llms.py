"""The catalogue as one Markdown list of links: for language models, and for people who read plain text.

Source: llmstxt.org (title, summary in a quotation, sections of links; what may be left out stands under *Optional*).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agendakit.addresses import page_address, web_address
from agendakit.extension import export
from agendakit.model import Agenda, Concept, Project, summary_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from agendakit.catalogue import Catalogue
    from agendakit.config import Config
    from agendakit.record import Record

_SIGNS = re.compile(r"[\\`*_\[\]<>&#~|!]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_DATA = {
    "api/v1/catalogue.json": (
        "The whole catalogue as JSON",
        "every field of every entry, one on each line",
    ),
    "schemas/catalogue.schema.json": ("JSON Schema of the catalogue", "what each field means"),
    "papers.bib": ("The bibliography as BibTeX", "every paper that entries name"),
}


@export("llms.txt")
def llms(catalogue: Catalogue, config: Config, today: date) -> str:  # noqa: ARG001  # an export's signature
    """Agendas with their projects, then data; concepts stand under *Optional*. Retired entries are left out."""
    shown = [record for record in catalogue.records.values() if record.entry.stage == "published"]
    lines = [
        f"# {_text(config.name)}",
        "",
        "> Research agendas, projects that belong to them, and the concepts that one learns first.",
        *_projects(shown, catalogue, config),
        *_section("Data", (_link(title, path, note, config) for path, (title, note) in _DATA.items())),
        *_section("Optional", (_item(one, catalogue, config) for one in shown if isinstance(one.entry, Concept))),
    ]
    return "\n".join(lines) + "\n"


def _projects(shown: Iterable[Record], catalogue: Catalogue, config: Config) -> Iterator[str]:
    """A section for each agenda, and one for the projects that belong to none."""
    groups: dict[str, list[Record]] = {record.id: [] for record in shown if isinstance(record.entry, Agenda)}
    alone: list[Record] = []
    for record in shown:
        if isinstance(record.entry, Project):
            groups.get(catalogue.agenda_of.get(record.id, ""), alone).append(record)
    for name, projects in groups.items():
        agenda = catalogue.records[name]
        yield from _section(agenda.entry.title, (_item(one, catalogue, config) for one in (agenda, *projects)))
    yield from _section("Other projects", (_item(one, catalogue, config) for one in alone))


def _section(title: str, items: Iterable[str]) -> Iterator[str]:
    lines = list(items)
    if lines:
        yield from ("", f"## {_text(title)}", "", *lines)


def _item(record: Record, catalogue: Catalogue, config: Config) -> str:
    entry = record.entry
    note = getattr(entry, "question", None) or summary_of(entry) or ""
    if isinstance(entry, Project):
        note = f"{note} ({entry.difficulty}, {entry.effort}, compute: {entry.compute})"
    return _link(entry.title, page_address(record, catalogue.root), note, config)


def _link(title: str, address: str, note: str, config: Config) -> str:
    link = web_address(address, config).replace("(", "%28").replace(")", "%29")
    return f"- [{_text(title)}]({link}): {_text(note)}"


def _text(words: str) -> str:
    """Words on one line in which nothing is Markdown or HTML."""
    return _SIGNS.sub(lambda sign: f"\\{sign.group()}", " ".join(_CONTROL.sub(" ", words).split()))
