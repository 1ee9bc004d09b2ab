"""How to cite an entry, and what search engines are told of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from agendakit.addresses import permanent_address
from agendakit.bibtex import escaped
from agendakit.model import summary_of

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
        text=f"{', '.join(authors)}{when}. {entry.title}. {site.config.name}. {address}",
        bibtex=f"@misc{{{source.id},\n{lines}}}",
    )


def linked_data(source: Source, site: Site) -> Markup:
    """JSON-LD by the vocabulary of schema.org, safe inside a script element."""
    entry = source.entry
    data: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "LearningResource" if entry.kind == "concept" else "CreativeWork",
        "@id": site.config.page_url(permanent_address(source.id)) or None,
        "identifier": source.id,
        "name": entry.title,
        "description": getattr(entry, "question", None) or summary_of(entry),
        "dateCreated": entry.created,
        "dateModified": entry.as_of,
        "keywords": list(entry.tags) or None,
        "author": [{"@type": "Person", "name": person.name} for person in entry.authors] or None,
        "url": site.config.page_url(site.address(source)) or None,
        "license": site.config.licence or None,
    }
    text = json.dumps({key: value for key, value in data.items() if value}, ensure_ascii=False)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # noqa: S704  # no character of it can end the element
