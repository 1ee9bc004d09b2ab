"""What search engines and other programs are told of a page, as JSON-LD by the vocabulary of schema.org.

Source: W3C, JSON-LD 1.1, section 7 (embedding in HTML); schema.org 29.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from markupsafe import Markup

from agendakit.addresses import permanent_address
from agendakit.model import summary_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from agendakit.catalogue import Source
    from agendakit.site.place import Place, Site

_CONTEXT = "https://schema.org"


def of_entry(source: Source, site: Site) -> Markup:
    """An entry, by its permanent address."""
    entry = source.entry
    return script(
        {
            "@type": "LearningResource" if entry.kind == "concept" else "CreativeWork",
            "@id": site.config.page_url(permanent_address(source.id)),
            "identifier": source.id,
            "name": entry.title,
            "description": getattr(entry, "question", None) or summary_of(entry),
            "dateCreated": entry.created,
            "dateModified": entry.as_of,
            "keywords": list(entry.tags),
            "author": [{"@type": "Person", "name": person.name} for person in entry.authors],
            "url": site.config.page_url(site.address(source)),
            "license": site.config.licence,
        }
    )


def of_page(place: Place, title: str, description: str) -> Markup:
    """A page that is no entry; the first page stands for the whole site and says how to search it."""
    config, address = place.site.config, place.linker.page
    whole = {"@type": "WebSite", "name": config.name, "url": config.page_url("")}
    if not address:
        found = config.page_url("catalogue/?q={words}")
        search = {"@type": "SearchAction", "target": found, "query-input": "required name=words"}
        return script({**whole, "description": description, "potentialAction": search if found else None})
    kind = "TechArticle" if address.startswith("contribute/") else "CollectionPage"
    url = config.page_url(address)
    about = {"@type": kind, "@id": url, "name": title, "description": description, "url": url}
    return script({**about, "isPartOf": _whole(whole)})


def script(data: Mapping[str, object]) -> Markup:
    """Data inside a script element, safe there; what is empty is left out."""
    text = json.dumps({"@context": _CONTEXT, **_whole(data)}, ensure_ascii=False)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    # No character of it can end the element.
    return Markup(f'<script type="application/ld+json">{text}</script>')  # noqa: S704


def _whole(data: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in data.items() if value}
