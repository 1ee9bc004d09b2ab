"""How to cite an entry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agendakit.addresses import permanent_address
from agendakit.bibtex import escaped

if TYPE_CHECKING:
    from agendakit.catalogue import Source
    from agendakit.site.place import Site


@dataclass(frozen=True, slots=True)
class Cited:
    """An entry as others cite it, in words and as BibTeX."""

    text: str
    bibtex: str


def cited(source: Source, site: Site) -> Cited:
    """Citation of an entry; without a published address it names the id alone."""
    entry = source.entry
    authors = [person.name for person in entry.authors] or [site.config.name]
    year = (entry.as_of or entry.created or "")[:4]
    address = site.config.page_url(permanent_address(source.id)) or source.id
    fields = {
        "title": f"{{{escaped(entry.title)}}}",
        "author": " and ".join(f"{{{escaped(name)}}}" for name in authors),
        "year": year,
        "howpublished": f"\\url{{{address}}}",
        "note": escaped(f"In: {site.config.name}"),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    when = f" ({year})" if year else ""
    return Cited(
        text=f"{', '.join(authors)}{when}. {_sentence(entry.title)} {_sentence(site.config.name)} {address}",
        bibtex=f"@misc{{{source.id},\n{lines}}}",
    )


def _sentence(words: str) -> str:
    return words if words.endswith((".", "?", "!")) else f"{words}."
