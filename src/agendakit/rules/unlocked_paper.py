"""A paper is named that the bibliography does not have.

Titles, authors and years stand once, in `papers.json`; an entry names a paper only by its identifier. What is not in
the bibliography cannot be shown, and nobody has looked whether it exists. `agendakit papers add` asks arXiv or the
DOI's registry and writes the item; for a work that has only an address, give the title yourself.

This holds for `papers`, for `existing_work` and for citations in the text (`[@arXiv:1610.01644]`). A resource of a
concept carries its own title, so only one named by an arXiv number or a DOI has to be in the bibliography.

```yaml bad
existing_work:
  - ref: arXiv:1610.01643
#        ^^^^^^^^^^^^^^^^
    note: Introduces probes and does not test transfer.
```

```md bad project
## Notes

Probes are older than one thinks [@doi:10.5555/example.1].
```

```yaml good
existing_work:
  - ref: https://arxiv.org/abs/1610.01644v4
    note: Introduces probes and does not test transfer.
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.diagnostic import Finding, Level
from agendakit.extension import Context, Subject, rule
from agendakit.identifiers import Identifier, identify_on
from agendakit.mentions import refs_named, works_named

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from agendakit.catalogue import Catalogue
    from agendakit.mentions import WorkNamed


@rule(Subject.CATALOGUE, Level.ERROR)
def unlocked_paper(catalogue: Catalogue, context: Context) -> Iterator[Finding]:
    """Find well-formed names of works that the bibliography does not know."""
    if not catalogue.bibliography.whole:
        return  # of what stands behind a syntax error nothing is known; `broken-bibliography` says where it is
    unknown = {ref for ref in refs_named(catalogue) if catalogue.bibliography.find(ref) is None}
    slips = _slips(catalogue) if unknown else {}
    for source in catalogue.sources if unknown else ():
        for named in works_named(source):
            identifier = identify_on(context.today, named.ref) if named.ref in unknown else None
            if not isinstance(identifier, Identifier):
                continue
            if named.route[:1] == ("resources",) and identifier.key.startswith("http"):
                continue
            near = next((slips[form] for form in _forms(identifier.key) if form in slips), "")
            yield _finding(named, identifier, near)


def _finding(named: WorkNamed, identifier: Identifier, near: str) -> Finding:
    is_address = identifier.key.startswith("http")
    name = f"{named.ref} --title … --author … --year …" if is_address else identifier.key.removeprefix("doi:")
    command = f"`agendakit papers add {name}`"
    return Finding(
        place=named.place,
        message=f"`{named.ref}` is not in the bibliography.",
        help=f"Did you mean `{near}`? If not, run {command}." if near else f"Run {command}, which adds it.",
        route=named.route,
    )


def _slips(catalogue: Catalogue) -> Mapping[str, str]:
    """Id of a paper by each form that its id takes when one character is mistaken."""
    return {form: paper.id for paper in catalogue.bibliography.papers for form in _forms(paper.id)}


def _forms(key: str) -> Iterator[str]:
    """The key with a gap for each character: two keys that share a form differ in one character at most."""
    if not key.startswith("http"):
        yield from (f"{key[:at]}\0{key[at + 1 :]}" for at in range(len(key)))
