"""What an author may have meant by a value."""

from __future__ import annotations

from dataclasses import dataclass

from agendakit.diagnostic import Safety


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """Advice about one value.

    Attributes:
        text: What to write instead; empty where that is for the author to say.
        help: What to do, where there is more to say than to write the text.
        safety: Whether the text can be argued with.
    """

    text: str = ""
    help: str = ""
    safety: Safety = Safety.SAFE
