"""What the page for programs shows: each file, what it is for, a command to try, and what stays as it is."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from inspect import cleandoc
from typing import TYPE_CHECKING

from agendakit.schemas import schema_texts
from agendakit.site.data_files import published_exports
from agendakit.site.linked_data import script

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from agendakit.extension import Export
    from agendakit.site.place import Place

PREVIEW = "http://127.0.0.1:8000/"
"""Where `agendakit serve` shows a catalogue that has no address yet."""

_EXAMPLES = {
    "json": """curl -s {url} | jq -r '.entries[] | select(.difficulty == "first-project") | .url'""",
    "csv": "curl -sO {url}",
    "jsonld": """curl -s {url} | jq '."@graph"[] | select(."@type" == "CreativeWork") | .name'""",
    "bibtex": "curl -sO {url}",
    "csl": "curl -s {url} | jq -r '.[].title'",
    "llms": "curl -s {url}",
}
_KINDS = {
    "json": "application/json",
    "csv": "text/csv",
    "jsonld": "application/ld+json",
    "bibtex": "application/x-bibtex",
    "csl": "application/vnd.citationstyles.csl+json",
    "atom": "application/atom+xml",
    "llms": "text/plain",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFile:
    """A file for programs.

    Attributes:
        name: As the page shows it, such as ``api/v1/entries/<id>.json``.
        link: To the file, or to one of many.
        example: A command to copy; empty where the link is all that one needs.
    """

    name: str
    link: str
    words: str
    example: str


def data_view(place: Place) -> tuple[DataFile, ...]:
    """All files, those that hold everything first."""
    return tuple(_files(place))


def dataset(place: Place) -> Markup:
    """The catalogue as a data set, for those who search for such."""
    config = place.site.config
    downloads = [
        {"@type": "DataDownload", "encodingFormat": _KINDS[one.name], "contentUrl": config.page_url(one.file_name)}
        for one in published_exports()
        if one.name in _KINDS and config.url
    ]
    return script(
        {
            "@type": "Dataset",
            "@id": config.page_url(place.linker.page),
            "name": config.name,
            "description": f"Every entry of {config.name} with all its fields, for programs, and the papers it names.",
            "url": config.page_url(place.linker.page),
            "license": config.licence,
            "isAccessibleForFree": True,
            "distribution": downloads,
        }
    )


def _files(place: Place) -> Iterator[DataFile]:
    catalogue = place.site.catalogue
    # The whole catalogue first, then its other forms by name.
    for export in sorted(published_exports(), key=lambda one: (one.name != "json", one.file_name)):
        example = _EXAMPLES.get(export.name, "")
        yield _file(export.file_name, _purpose(export), example, place)
    first = min(catalogue.records, default="")
    if first:
        words = "One entry, as it stands in the whole catalogue."
        path = f"api/v1/entries/{first}.json"
        yield _file(path, words, "curl -s {url} | jq .needs.before", place, name="api/v1/entries/<id>.json")
        if place.site.sources:
            path = f"{place.site.address(catalogue.records[first])}index.md"
            yield _file(path, "The Markdown that was written, beside each page.", "", place, name="<page>/index.md")
    for name in schema_texts():
        kind = name.partition(".")[0]
        whole = "The JSON Schema (2020-12) of the whole catalogue, as it is exported."
        words = whole if kind == "catalogue" else f"The JSON Schema (2020-12) of the front matter of {_a(kind)}."
        yield _file(f"schemas/{name}", words, "", place)


def _file(path: str, words: str, example: str, place: Place, *, name: str = "") -> DataFile:
    url = place.site.config.page_url(path) or f"{PREVIEW}{path}"
    return DataFile(name=name or path, link=place.linker.to(path), words=words, example=example.format(url=url))


def _purpose(export: Export) -> str:
    """What the first line of the export's module says."""
    text = sys.modules[export.render.__module__].__doc__ or ""
    return cleandoc(text).partition("\n")[0]


def _a(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"
