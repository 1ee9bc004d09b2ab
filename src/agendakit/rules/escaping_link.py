"""A symbolic link leads out of the catalogue.

A site made from such a catalogue would publish files of the machine that builds it. The link is not followed.

In this example `agendas/notes.link` is a link, and what is shown is where it leads:

```text bad agendas/notes.link
/etc/hostname
```

```text good agendas/probing/about.md
A plain page.
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.diagnostic import Finding, Level, Place
from agendakit.extension import Context, Subject, rule
from agendakit.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.catalogue import Catalogue


@rule(Subject.CATALOGUE, Level.ERROR, safety=True)
def escaping_link(catalogue: Catalogue, _: Context) -> Iterator[Finding]:
    """Find links that the workspace refused to follow."""
    for path, target in sorted(catalogue.escaping.items()):
        yield Finding(
            place=Place(path, Span(0, 0)),
            message=f"This is a symbolic link to `{target}`, which is not in the catalogue.",
            help="Put the file itself into the catalogue, or take the link out.",
        )
