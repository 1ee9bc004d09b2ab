"""The catalogue as JSON-LD by the vocabulary of schema.org: for search engines and knowledge graphs.

The context stands in the document, so that it can be read without asking another host.
Source: schema.org 29; W3C, JSON-LD 1.1; ISO 8601-1, section 5.5.2 (durations).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.addresses import page_address, permanent_address, web_address
from agendakit.exports.json import lined
from agendakit.extension import export
from agendakit.identifiers import Identifier, identify
from agendakit.model import Concept, Project, hours_of, paper_refs_of, summary_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from agendakit.bibliography import Paper
    from agendakit.catalogue import Catalogue
    from agendakit.config import Config
    from agendakit.model.people import Person
    from agendakit.record import Record

Node = dict[str, object]

_FOLDER = "api/v1/"
_LINKS = ("author", "citation", "competencyRequired", "hasPart", "isBasedOn", "isPartOf", "teaches", "url")
_CONTEXT: Node = {"@vocab": "https://schema.org/", **{name: {"@type": "@id"} for name in _LINKS}}
_TYPES = {
    "article-journal": "ScholarlyArticle",
    "paper-conference": "ScholarlyArticle",
    "article": "ScholarlyArticle",
    "book": "Book",
    "chapter": "Chapter",
    "thesis": "Thesis",
    "report": "Report",
    "dataset": "Dataset",
    "software": "SoftwareSourceCode",
}


@export(f"{_FOLDER}catalogue.jsonld")
def jsonld(catalogue: Catalogue, config: Config, today: date) -> str:  # noqa: ARG001  # an export's signature
    """Graph of the catalogue, its entries in the order of their ids, and its papers."""
    records = [catalogue.records[name] for name in sorted(catalogue.records)]
    whole: Node = {
        "@id": web_address("", config, _FOLDER) or "../../",
        "@type": "Collection",
        "name": config.name,
        "license": config.licence,
        "hasPart": [_iri(record.id, config) for record in records],
    }
    nodes = [whole, *(_entry(record, catalogue, config) for record in records)]
    nodes += [_paper(paper) for paper in catalogue.bibliography.papers]
    graph = [{name: value for name, value in node.items() if value} for node in nodes]
    return lined({"@context": _CONTEXT, "@graph": graph})


def _entry(record: Record, catalogue: Catalogue, config: Config) -> Node:
    entry = record.entry
    agenda = catalogue.agenda_of.get(record.id, "")
    return {
        "@id": _iri(record.id, config),
        "@type": ["LearningResource", "DefinedTerm"] if isinstance(entry, Concept) else "CreativeWork",
        "identifier": record.id,
        "name": entry.title,
        "alternateName": list(entry.also_called),
        "abstract": getattr(entry, "question", None) or summary_of(entry),
        "url": web_address(page_address(record, catalogue.root), config, _FOLDER),
        "dateCreated": entry.created,
        "dateModified": entry.as_of,
        "author": [_person(person) for person in entry.authors],
        "keywords": list(entry.tags),
        "license": config.licence,
        "isPartOf": _iri(agenda, config) if agenda in catalogue.records else None,
        "competencyRequired": [_iri(name, config) for name in catalogue.graph[record.id]],
        "citation": list(dict.fromkeys(_cited(record, catalogue))),
        "isBasedOn": entry.source.url if entry.source else None,
        **_work(record, catalogue, config),
    }


def _work(record: Record, catalogue: Catalogue, config: Config) -> Node:
    """How hard it is and how long it takes; the upper end of an effort counts."""
    entry = record.entry
    if isinstance(entry, Concept):
        return {"timeRequired": _duration(entry.hours)}
    if not isinstance(entry, Project):
        return {}
    taught = (catalogue.canonical(name) for name in entry.teaches)
    return {
        "educationalLevel": entry.difficulty,
        "timeRequired": _duration(hours_of(entry.effort)[1]),
        "teaches": [_iri(name, config) for name in taught if name in catalogue.records],
        "creativeWorkStatus": entry.status,
    }


def _person(person: Person) -> Node:
    named = {
        "@id": f"https://orcid.org/{person.orcid.removeprefix('https://orcid.org/')}" if person.orcid else None,
        "@type": "Person",
        "name": person.name,
        "url": person.url,
        "affiliation": {"@type": "Organization", "name": person.affiliation} if person.affiliation else None,
    }
    return {name: value for name, value in named.items() if value}


def _paper(paper: Paper) -> Node:
    item = paper.item
    return {
        "@id": _work_iri(paper.id),
        "@type": _TYPES.get(item.type, "CreativeWork"),
        "name": item.title,
        "author": [{"@type": "Person", "name": name.full} for name in item.author if name.full],
        "datePublished": item.year,
        "identifier": paper.id,
        "url": item.url,
    }


def _cited(record: Record, catalogue: Catalogue) -> Iterator[str]:
    for _, ref in paper_refs_of(record.entry):
        paper = catalogue.bibliography.find(ref)
        yield _work_iri(paper.id if paper else ref)


def _work_iri(ref: str) -> str:
    identifier = identify(ref)
    return identifier.url if isinstance(identifier, Identifier) else ref


def _iri(name: str, config: Config) -> str:
    return web_address(permanent_address(name), config, _FOLDER)


def _duration(hours: float) -> str:
    whole, minutes = divmod(round(hours * 60), 60)
    return "PT" + (f"{whole}H" if whole else "") + (f"{minutes}M" if minutes or not whole else "")
