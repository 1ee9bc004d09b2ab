"""What the pages of all kinds of entry show: where it belongs, its state, its facts of record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from agendakit.addresses import permanent_address
from agendakit.catalogue import prerequisites
from agendakit.record import Record, published
from agendakit.site.citing import Cited, cited
from agendakit.site.linked_data import of_entry
from agendakit.site.place import day, state_of
from agendakit.site.related_view import Related, related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.catalogue import Source
    from agendakit.model import Entry
    from agendakit.model.people import Person
    from agendakit.site.place import Place

_STATES = {"draft": "draft, not on the public site", "retired": "retired, kept for the record"}
_VERDICTS = {"endorse": "endorses it", "revise": "asks for changes", "object": "objects"}


@dataclass(frozen=True, slots=True)
class Crumb:
    """A page above this one."""

    title: str
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """A review or a retrospective."""

    by: str
    date: str
    verdict: str
    note: Markup | str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A line of the facts of record."""

    name: str
    words: Markup | str
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Common:
    """What every entry's page has.

    Attributes:
        state: The unusual state in words, empty where there is none.
        reviewed: ``not yet reviewed``, or how many reviews there are.
        source_path: The entry's file, relative to the repository.
        cited: `None` for a draft, to which nothing leads yet.
        markdown: Link to the entry as it is written, empty where the site does not hold it.
    """

    id: str
    kind: str
    title: str
    crumbs: tuple[Crumb, ...]
    state: str
    reviewed: str
    reviews: tuple[Opinion, ...]
    retrospectives: tuple[Opinion, ...]
    trust: Markup | str
    facts: tuple[Fact, ...]
    permanent: str
    data: str
    source_path: str
    cited: Cited | None
    linked_data: Markup
    related: tuple[Related, ...]
    markdown: str


def common(source: Source, place: Place) -> Common:
    """What every entry's page has, for one entry."""
    entry = source.entry
    state = state_of(source)
    count = len(entry.reviews)
    reviewed = "not yet reviewed" if not count else "1 review" if count == 1 else f"{count} reviews"
    return Common(
        id=source.id,
        kind=source.kind,
        title=entry.title,
        crumbs=tuple(_crumbs(source, place)),
        state=_STATES.get(state, state),
        reviewed=reviewed if entry.kind != "concept" or count else "",
        reviews=tuple(
            Opinion(by=one.by, date=day(one.date), verdict=_VERDICTS[one.verdict], note=place.text(one.note))
            for one in entry.reviews
        ),
        retrospectives=tuple(
            Opinion(by=one.by, date=day(one.date), verdict="", note=place.text(one.note))
            for one in entry.retrospectives
        ),
        trust=place.text(entry.epistemic_status),
        facts=tuple(_facts(source, place)),
        permanent=place.linker.to(permanent_address(source.id)),
        data=place.linker.to(f"api/v1/entries/{source.id}.json"),
        source_path=source.document.path.as_posix(),
        cited=cited(source, place.site) if published(entry) else None,
        linked_data=of_entry(source, place.site) if published(entry) else Markup(),
        related=related(source, place) if isinstance(source, Record) else (),
        markdown="index.md" if place.site.sources and isinstance(source, Record) else "",
    )


def _crumbs(source: Source, place: Place) -> Iterator[Crumb]:
    catalogue = place.site.catalogue
    if source.kind == "concept":
        yield Crumb("Concepts", place.linker.to("catalogue/?kind=concept"))
        return
    above = catalogue.agenda_of.get(source.id) or getattr(source.entry, "part_of", None)
    record = place.linker.source(above) if above else None
    if record is not None:
        yield Crumb(record.entry.title, place.linker.to(place.site.address(record)))
    elif source.kind == "agenda":
        yield Crumb("Agendas", place.linker.to("catalogue/?kind=agenda"))


def _facts(source: Source, place: Place) -> Iterator[Fact]:
    entry = source.entry
    yield from _credits(entry)
    if entry.created:
        yield Fact(name="Created", words=day(entry.created))
    if entry.as_of:
        yield Fact(name="State of", words=day(entry.as_of))
    if entry.time_spent:
        yield Fact(name="Time spent on writing", words=entry.time_spent)
    if entry.also_called:
        yield Fact(name="Also called", words=", ".join(entry.also_called))
    if entry.tags:
        linked = Markup('<a href="{}">{}</a>')
        links = (linked.format(place.linker.to(f"catalogue/?tags={tag}"), tag) for tag in entry.tags)
        yield Fact(name="Tags", words=Markup(", ").join(links))
    if entry.aliases:
        yield Fact(name="Earlier ids", words=", ".join(entry.aliases))


def _credits(entry: Entry) -> Iterator[Fact]:
    for person in entry.authors or ():
        role = "Compiled by" if person.role == "compiler" else "Written by"
        yield Fact(name=role, words=_person(person), link=person.url or "")
    for person in entry.maintainers or ():
        yield Fact(name="Maintained by", words=_person(person), link=person.url or "")
    if entry.source:
        who = f"{', '.join(entry.source.authors)}: " if entry.source.authors else ""
        when = f", {entry.source.date}" if entry.source.date else ""
        words = f"{who}{entry.source.title}{when}"
        if entry.source.difficulty:
            words += f" (there: {entry.source.difficulty})"
        yield Fact(name="Source of the idea", words=words, link=entry.source.url or "")


def _person(person: Person) -> str:
    more = [part for part in (person.affiliation, person.background) if part]
    return f"{person.name} ({'; '.join(more)})" if more else person.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Needed:
    """A prerequisite as the entry names it."""

    title: str
    link: str
    why: Markup | str
    note: str


def needed(source: Source, need: str, place: Place) -> tuple[Needed, ...]:
    """Direct prerequisites of one need, in the author's order."""
    found = []
    for prerequisite in prerequisites(source):
        if prerequisite.need != need:
            continue
        target = place.linker.source(prerequisite.id)
        if target is not None:
            card = place.card(target)
            found.append(Needed(title=card.title, link=card.link, why=place.text(prerequisite.why), note=card.note))
    return tuple(found)
