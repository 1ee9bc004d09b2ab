"""Something written otherwise than it is wanted, with what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agendakit.diagnostic import Finding, Fix, Place, Safety

if TYPE_CHECKING:
    from agendakit.diagnostic import Route
    from agendakit.document import Document
    from agendakit.text import Edit, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """A mistake that was recognised.

    Attributes:
        span: What is wrong, and nothing else.
        message: What is wrong, one sentence in the present tense.
        help: What to do, one sentence.
        title: What the edits do; empty where there are none.
        edits: What mends it; empty where that is for the author to decide.
        safety: Whether the edits can be argued with.
    """

    span: Span
    message: str
    help: str
    title: str = ""
    edits: tuple[Edit, ...] = ()
    safety: Safety = Safety.SAFE


def finding_of(document: Document, slip: Slip, route: Route = ()) -> Finding:
    """The finding that says it."""
    fix = Fix(title=slip.title, safety=slip.safety, edits=slip.edits) if slip.edits else None
    return Finding(place=Place(document.path, slip.span), message=slip.message, help=slip.help, route=route, fix=fix)
