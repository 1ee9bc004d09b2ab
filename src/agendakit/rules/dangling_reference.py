"""An entry names another that the catalogue does not have.

Ids are file names without `.md` (for an agenda: its folder's name). A draft is not on the site, so a published entry
that names one leads its readers nowhere. In `addresses`, a project names open questions of its own agenda.

```yaml bad
prerequisites:
  - id: linear-prob
#       ^^^^^^^^^^^
    why: The whole project is one probe.
```

```yaml fixed
prerequisites:
  - id: linear-probes
    why: The whole project is one probe.
```

```yaml bad
addresses: [transfers]
#           ^^^^^^^^^
```

```yaml fixed
addresses: [transfer]
```

```yaml good
prerequisites:
  - id: linear-probes
    why: The whole project is one probe.
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.diagnostic import Finding, Fix, Level, Note, Safety
from agendakit.edits import replaced
from agendakit.extension import Context, Subject, rule
from agendakit.model import Agenda, Project
from agendakit.nearest import did_you_mean, joined, nearest
from agendakit.places import key_place, top_place, value_place
from agendakit.record import Record, entry_id, is_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.catalogue import Catalogue, Reference
    from agendakit.document import Document

_QUESTION = frozenset({"question"})
_SURE = 1
"""With one candidate alone the spelling can be mended; with two, the author must choose."""


@rule(Subject.CATALOGUE, Level.ERROR)
def dangling_reference(catalogue: Catalogue, _: Context) -> Iterator[Finding]:
    """Find references whose target is no entry, or from a published entry to a draft."""
    found: dict[tuple[str, frozenset[str]], tuple[str, ...]] = {}
    pages = {entry_id(page): page for page in catalogue.pages}
    for reference in catalogue.references:
        if reference.kinds == _QUESTION:
            yield from _question(catalogue, reference)
        elif catalogue.canonical(reference.target) not in catalogue.kinds:
            if reference.target in pages:
                yield _to_page(reference, pages[reference.target])
                continue
            wanted = (reference.target, reference.kinds)
            if wanted not in found:
                names = (name for name, kind in catalogue.kinds.items() if kind in reference.kinds and is_id(name))
                found[wanted] = nearest(reference.target, names)
            yield _missing(reference, found[wanted])
        elif isinstance(reference.source, Record) and reference.target in catalogue.drafts:
            yield _to_draft(reference)


def _question(catalogue: Catalogue, reference: Reference) -> Iterator[Finding]:
    """A question that the project's agenda does not ask; nothing where the agenda is not known."""
    source = reference.source
    named = source.entry.agenda if isinstance(source.entry, Project) else None
    record = catalogue.records.get(catalogue.canonical(catalogue.agenda_of.get(source.id, named or "")))
    if record is None or not isinstance(record.entry, Agenda):
        return
    ids = [question.id for question in record.entry.open_questions]
    if reference.target not in ids:
        names = nearest(reference.target, ids)
        listed = f"Its questions are {joined([f'`{name}`' for name in ids])}." if ids else "It lists none."
        yield Finding(
            place=value_place(source.document, reference.route),
            message=f"The agenda `{record.id}` has no open question `{reference.target}`.",
            help=did_you_mean(names) or f"Name one that it has, or add this one there. {listed}",
            route=reference.route,
            related=(Note(key_place(record.document, ("open_questions",)), "the questions stand here"),),
            fix=_fix(reference, names),
        )


def _missing(reference: Reference, names: tuple[str, ...]) -> Finding:
    wanted = " or ".join(sorted(reference.kinds))
    return Finding(
        place=value_place(reference.source.document, reference.route),
        message=f"No {wanted} has the id `{reference.target}`.",
        help=did_you_mean(names)
        or f"Create it with `agendakit new {min(reference.kinds)} {reference.target}`, or take the line out.",
        route=reference.route,
        fix=_fix(reference, names),
    )


def _fix(reference: Reference, names: tuple[str, ...]) -> Fix | None:
    document = reference.source.document
    span = value_place(document, reference.route).span
    edits = replaced(document, span, reference.target, names[0]) if len(names) == _SURE else ()
    return Fix(title=f"Write `{names[0]}`", safety=Safety.UNSAFE, edits=edits) if edits else None


def _to_page(reference: Reference, page: Document) -> Finding:
    kind = min(reference.kinds)
    return Finding(
        place=value_place(reference.source.document, reference.route),
        message=f"`{reference.target}` is a plain page, for its front matter has no `kind`.",
        help=f"Begin the front matter of `{page.path}` with `kind: {kind}`, or take this line out.",
        route=reference.route,
        related=(Note(top_place(page), "this is the page"),),
    )


def _to_draft(reference: Reference) -> Finding:
    return Finding(
        place=value_place(reference.source.document, reference.route),
        message=f"`{reference.target}` is a draft, so readers of this entry cannot open it.",
        help="Publish the draft first, or make this entry a draft too (`stage: draft`).",
        route=reference.route,
    )
