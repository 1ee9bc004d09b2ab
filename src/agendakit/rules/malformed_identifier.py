"""The identifier of a paper or a person is not well formed.

A paper is named by an arXiv number (`arXiv:2212.03827`), a DOI (`10.1145/3442188.3445922`) or an address. An arXiv
number begins with year and month, followed by four digits until 2014 and five since. The last digit of an ORCID iD
is a check digit, so that most slips in it show.

A citation in the text is `[@ref]`, or `[@ref; @ref]` for several works. What looks like one and has other words in its
brackets would stand on the page as it is written.

```yaml bad
existing_work:
  - ref: 1610.01644
#        ^^^^^^^^^^
    note: Introduces probes and does not test transfer.
```

```yaml fixed
existing_work:
  - ref: arXiv:1610.01644
    note: Introduces probes and does not test transfer.
```

```yaml bad
existing_work:
  - ref: arXiv:1613.01644
#        ^^^^^^^^^^^^^^^^
    note: There is no thirteenth month.
```

```yaml bad
authors:
  - name: Ada Example
    orcid: 0000-0002-1825-0098
#          ^^^^^^^^^^^^^^^^^^^
```

```md bad project
## Notes

The bias is known [see @arXiv:1610.01644, p. 3].
#                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
```

```yaml good
authors:
  - name: Ada Example
    orcid: 0000-0002-1825-0097
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agendakit.codeless import codeless
from agendakit.diagnostic import Finding, Fix, Level, Place, Safety
from agendakit.dialect import CITATION
from agendakit.edits import replaced
from agendakit.extension import Context, Subject, rule
from agendakit.identifiers import Malformed, identify_on, orcid_problem
from agendakit.mentions import works_named
from agendakit.places import value_place
from agendakit.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.mentions import WorkNamed
    from agendakit.record import Draft, Record


_LIKE_CITATION = re.compile(r"\[[^\[\]\n]{0,40}@ ?(?i:arxiv:|doi:|https?:)[^\[\]]{0,300}\](?![\[(:])")
_WORK = re.compile(r"@ ?([^\s\[\];,]+)")


@rule(Subject.ENTRY, Level.ERROR)
def malformed_identifier(source: Record | Draft, context: Context) -> Iterator[Finding]:
    """Find names of works and ORCID iDs that cannot be right."""
    for named in works_named(source):
        identifier = identify_on(context.today, named.ref)
        if isinstance(identifier, Malformed):
            yield _finding(named, identifier)
    yield from _odd_citations(source)
    yield from _people(source)


def _finding(named: WorkNamed, problem: Malformed) -> Finding:
    place = named.place
    edits = replaced(named.document, place.span, named.ref, problem.suggestion) if problem.suggestion else ()
    title = f"Write `{problem.suggestion}`"
    return Finding(
        place=place,
        message=f"`{named.ref}` {problem.reason}.",
        help=f"{title}." if problem.suggestion else "Look the identifier up on the page of the paper and copy it.",
        route=named.route,
        fix=Fix(title=title, safety=Safety.SAFE, edits=edits) if edits else None,
    )


def _odd_citations(source: Record | Draft) -> Iterator[Finding]:
    document, start = source.document, source.document.body_start
    body = document.text[start:]
    if all(CITATION.fullmatch(match[0]) for match in _LIKE_CITATION.finditer(body)):
        return
    for match in _LIKE_CITATION.finditer(codeless(body)):
        work = _WORK.search(match[0])
        if work is not None and not CITATION.fullmatch(match[0]):
            yield Finding(
                place=Place(document.path, Span(start + match.start(), start + match.end())),
                message=f"`{match[0]}` is not read as a citation.",
                help=f"Put the work alone in brackets, `[@{work[1]}]`, and words beside them; `;` parts several works.",
            )


def _people(source: Record | Draft) -> Iterator[Finding]:
    for field in ("authors", "maintainers"):
        for index, person in enumerate(getattr(source.entry, field) or ()):
            problem = orcid_problem(person.orcid) if person.orcid else None
            if problem is not None:
                route = (field, index, "orcid")
                yield Finding(
                    place=value_place(source.document, route),
                    message=f"The ORCID iD `{person.orcid}` {problem}.",
                    help="Copy it from the person's page on orcid.org; it looks like `0000-0002-1825-0097`.",
                    route=route,
                )
