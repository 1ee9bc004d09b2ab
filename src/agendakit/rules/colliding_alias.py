"""An earlier id leads to two entries, or is the id of another one.

Old links go to one place. An id in `aliases` is one that this entry had before; no other entry may have it now, or
have had it.

```yaml bad concept
aliases: [probe-transfer]
#         ^^^^^^^^^^^^^^
```

```yaml good concept
aliases: [probing-classifiers]
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.addresses import RESERVED
from agendakit.diagnostic import Finding, Level, Note, Place, Route
from agendakit.extension import Context, Subject, rule
from agendakit.places import top_place, value_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.catalogue import Catalogue
    from agendakit.document import Document
    from agendakit.record import Draft, Record


@rule(Subject.CATALOGUE, Level.ERROR)
def colliding_alias(catalogue: Catalogue, _: Context) -> Iterator[Finding]:
    """Find aliases that are an id, an alias of an earlier entry, or the name of a page of the site."""
    holders = {one.id: one.document for one in (*catalogue.sources, *catalogue.rejects)}
    firsts: dict[str, tuple[Document, Route]] = {}
    for source in catalogue.sources:
        for index, alias in enumerate(source.entry.aliases or ()):
            route: Route = ("aliases", index)
            if alias == source.id:
                yield _finding(source, route, f"`{alias}` is the id of this entry itself.")
            elif alias in holders:
                yield _finding(source, route, f"`{alias}` is the id of another entry.", top_place(holders[alias]))
            elif alias in firsts:
                other = value_place(*firsts[alias])
                yield _finding(source, route, f"`{alias}` is an earlier id of another entry too.", other)
            elif alias in RESERVED:
                yield _finding(source, route, f"`{alias}` is the name of a page of the site.")
            firsts.setdefault(alias, (source.document, route))


def _finding(source: Record | Draft, route: Route, message: str, other: Place | None = None) -> Finding:
    return Finding(
        place=value_place(source.document, route),
        message=message,
        help="Take it out of `aliases`.",
        route=route,
        related=(Note(other, "the other entry"),) if other else (),
    )
