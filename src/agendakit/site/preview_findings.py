"""What `check` says of one file, as the page of that file shows it while somebody writes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from agendakit.diagnostic import Level, Safety
from agendakit.frame import excerpt, location
from agendakit.inert import printable
from agendakit.site.links import relative
from agendakit.site.templating import render
from agendakit.words import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.diagnostic import Diagnostic
    from agendakit.extension import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The line of source that a finding is about, as the terminal shows it.

    Attributes:
        gutter: As many spaces as the number has digits.
        carets: What points at the place, on the line below.
    """

    number: str
    gutter: str
    source: str
    carets: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingView:
    """A finding in the words of the page.

    Attributes:
        where: Line and column, empty for what concerns the file as a whole.
        manual: Link to the manual page of the rule.
        fix: What can be mended by a command, with it; empty where nothing can.
        notes: Places that have to do with it, with what they have to do.
        frame: `None` where no source is shown, or where there is none.
    """

    level: Level
    rule: str
    message: Markup
    help: Markup
    where: str
    manual: str
    fix: Markup | str
    notes: tuple[tuple[str, Markup], ...]
    frame: Frame | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingsView:
    """All findings about one file.

    Attributes:
        counts: Words such as ``1 error, 2 warnings``.
        loud: Errors and warnings.
        quiet: Hints, which are folded away where there is something louder.
    """

    path: str
    counts: str
    loud: tuple[FindingView, ...]
    quiet: tuple[FindingView, ...]


def findings_html(outcome: Outcome, address: str) -> str:
    """What stands at the top of the page at an address: nothing, where there is nothing to say."""
    if not outcome.diagnostics:
        return ""
    return render("findings.html", {"view": findings_view(outcome, address, framed=False)}) + "\n"


def findings_view(outcome: Outcome, address: str, *, framed: bool) -> FindingsView:
    """Findings of an outcome, all about one file, for the page at an address."""
    views = tuple(_view(one, outcome, address, framed=framed) for one in sorted(outcome.diagnostics, key=_weight))
    levels = Counter(one.level for one in outcome.diagnostics)
    return FindingsView(
        path=printable(outcome.shown(outcome.diagnostics[0].place.path)) if outcome.diagnostics else "",
        counts=", ".join(counted(levels[level], level) for level in Level if levels[level]),
        loud=tuple(view for view in views if view.level is not Level.HINT),
        quiet=tuple(view for view in views if view.level is Level.HINT),
    )


def coded(text: str) -> Markup:
    """A sentence as HTML that shows it and does nothing else; what stands in backticks becomes code."""
    pieces = printable(text).split("`")
    if len(pieces) % 2 == 0:
        pieces[-2:] = ["`".join(pieces[-2:])]
    parts = (Markup("<code>{}</code>").format(one) if at % 2 else escape(one) for at, one in enumerate(pieces))
    return Markup("").join(parts)


def _weight(diagnostic: Diagnostic) -> int:
    return diagnostic.level.weight


def _view(diagnostic: Diagnostic, outcome: Outcome, address: str, *, framed: bool) -> FindingView:
    finding = diagnostic.finding
    start, _ = outcome.range_of(finding.place)
    fix: Markup | str = ""
    if finding.fix is not None:
        flag = "--fix" if finding.fix.safety is Safety.SAFE else "--unsafe-fixes"
        fix = coded(f"{finding.fix.title} (`agendakit check {flag}`)")
    return FindingView(
        level=diagnostic.level,
        rule=diagnostic.rule,
        message=coded(finding.message),
        help=coded(finding.help),
        where=f"line {start.line}, column {start.column}" if finding.place.path in outcome.documents else "",
        manual=relative(address, f"contribute/rules/{diagnostic.rule}/"),
        fix=fix,
        notes=tuple(_notes(diagnostic, outcome)),
        frame=_frame(diagnostic, outcome) if framed else None,
    )


def _notes(diagnostic: Diagnostic, outcome: Outcome) -> Iterator[tuple[str, Markup]]:
    for note in diagnostic.finding.related:
        yield location(note.place, outcome), coded(note.message)


def _frame(diagnostic: Diagnostic, outcome: Outcome) -> Frame | None:
    place = diagnostic.place
    document = outcome.documents.get(place.path)
    if document is None or not document.text:
        return None
    line = document.lines.position(place.span.start).line
    source, carets = excerpt(document.text, document.lines.line_span(line), place)
    return Frame(number=str(line), gutter=" " * len(str(line)), source=source, carets=carets)
