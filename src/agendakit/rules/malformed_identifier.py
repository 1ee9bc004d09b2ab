"""The identifier of a paper or a person is not well formed.

A paper is named by an arXiv number (`arXiv:2212.03827`), a DOI (`10.1145/3442188.3445922`) or an address. An arXiv
number begins with year and month, followed by four digits until 2014 and five since. The last digit of an ORCID iD
is a check digit, so that most slips in it show.

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

```yaml good
authors:
  - name: Ada Example
    orcid: 0000-0002-1825-0097
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.diagnostic import Finding, Fix, Level, Safety
from agendakit.edits import replaced
from agendakit.extension import Context, Subject, rule
from agendakit.identifiers import Malformed, identify_on, orcid_problem
from agendakit.mentions import works_named
from agendakit.places import value_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.mentions import WorkNamed
    from agendakit.record import Draft, Record


@rule(Subject.ENTRY, Level.ERROR)
def malformed_identifier(source: Record | Draft, context: Context) -> Iterator[Finding]:
    """Find names of works and ORCID iDs that cannot be right."""
    for named in works_named(source):
        identifier = identify_on(context.today, named.ref)
        if isinstance(identifier, Malformed):
            yield _finding(named, identifier)
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
