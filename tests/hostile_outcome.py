"""An outcome whose texts try to be obeyed by whatever shows them."""

from __future__ import annotations

from pathlib import PurePosixPath

from agendakit.diagnostic import Diagnostic, Finding, Fix, Level, Note, Place, Safety
from agendakit.document import parse
from agendakit.extension import Outcome, Summary
from agendakit.text import Edit, Span

HOSTILE = (
    "\x1b[31mred\x1b[0m ::error::told ##[error]told \r\n::set-output name=a::b\n"
    "<script>alert(1)</script> ]]> &amp; --> [words](https://evil.example) ![x](y) `code` | cell "
    "@everyone %0A%25 \u202eright \u2028 \x00 \ufffe \x9b31m {0} $(id) ${{ github.token }}"
)
PATH = PurePosixPath("agendas/::error file=x::\n##[error] <b> %2C,a:b \x1b[31m\udcff.md")
TEXT = f"---\nkind: {HOSTILE.splitlines()[0]}\n---\n\n::error::body ##[error] \x1b[31m\n"
OTHER = PurePosixPath("::stop-commands::x/plain.md")


def outcome():
    """Findings at every level, with related places and a fix, in files with names nobody would give."""
    place = Place(PATH, Span(10, 20))
    fix = Fix(title=HOSTILE, safety=Safety.SAFE, edits=(Edit(Span(10, 20), HOSTILE),))
    finding = Finding(place=place, message=HOSTILE, help=HOSTILE, related=(Note(place, HOSTILE),), fix=fix)
    body = Finding(place=Place(PATH, Span(TEXT.index("::error::body"), len(TEXT))), message=HOSTILE, help="Do.")
    other = Finding(place=Place(OTHER, Span(0, 3)), message="Odd.", help="Do.", route=("a", 0, HOSTILE))
    diagnostics = (
        Diagnostic(rule="invalid-value", level=Level.HINT, finding=finding, entry=HOSTILE),
        Diagnostic(rule="invalid-value", level=Level.WARNING, finding=body),
        Diagnostic(rule="missing-field", level=Level.ERROR, finding=other, url="https://example.org/missing-field/"),
        Diagnostic(rule="missing-field", level=Level.ERROR, finding=other, url="https://example.org/missing-field/"),
    )
    return Outcome(
        diagnostics=diagnostics,
        documents={PATH: parse(PATH, TEXT), OTHER: parse(OTHER, "::add-mask::body\n")},
        summary=Summary(files=2, entries=0, errors=2, warnings=1, hints=1),
    )
