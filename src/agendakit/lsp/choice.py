"""One choice that completion offers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lsprotocol import types

if TYPE_CHECKING:
    from agendakit.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What to show and what to write.

    Attributes:
        text: Replaces the span.
        detail: A few words beside the label.
        documentation: Markdown, shown on request.
        sought: What the typed letters are compared with, where it is more than the label.
        is_snippet: Whether the text is written in the syntax of snippets.
    """

    label: str
    text: str
    span: Span
    detail: str = ""
    documentation: str = ""
    sought: str = ""
    kind: types.CompletionItemKind = types.CompletionItemKind.Value
    is_snippet: bool = False
