"""Names of fields as choices: what is missing first, then what is wanted, then the rest."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lsprotocol import types

from agendakit.lsp.choice import Choice
from agendakit.lsp.describing import field_page
from agendakit.lsp.snippets import Style, field_snippet
from agendakit.model import KINDS
from agendakit.model.reflect import field_at, fields_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.document import Document
    from agendakit.lsp.cursor import Key
    from agendakit.lsp.session import Session
    from agendakit.model.reflect import FieldInfo

_MISSING = "missing-field"
_ORDER = {"yes": 1, "wanted": 2, "no": 3}


def field_choices(session: Session, document: Document, wanted: Key, style: Style) -> Iterator[Choice]:
    """Fields that an object does not have yet; before `kind` is written, only that."""
    missing = {
        tuple(step for step in one.finding.route if isinstance(step, str))
        for one in session.diagnostics.get(document.path, ())
        if one.rule == _MISSING
    }
    fields = [info for info in _fields(session.kind(document.path), wanted) if info.name not in wanted.present]
    for info in sorted(fields, key=lambda info: 0 if info.route in missing else _rank(info)):
        is_missing = info.route in missing or _rank(info) == _ORDER["yes"]
        yield Choice(
            label=info.name,
            text=_text(info, wanted, style),
            span=wanted.span,
            detail=_detail(info, is_missing=is_missing),
            documentation=field_page(info),
            kind=types.CompletionItemKind.Field,
            is_snippet=not wanted.has_value and not wanted.in_flow,
        )


def _fields(kind: str, wanted: Key) -> tuple[FieldInfo, ...]:
    if kind in KINDS:
        info = field_at(kind, wanted.container) if wanted.container else None
        return info.children if info else () if wanted.container else fields_of(kind)
    if wanted.container:
        return ()
    return tuple(info for info in fields_of("project") if info.name in ("kind", "stage"))


def _rank(info: FieldInfo) -> int:
    """What is needed only on some condition comes after what always is, unless a rule says that it is missing."""
    return _ORDER["wanted"] if info.needed == "yes" and info.condition else _ORDER[info.needed]


def _detail(info: FieldInfo, *, is_missing: bool) -> str:
    if is_missing:
        return "needed"
    return "wanted" if _rank(info) == _ORDER["wanted"] else ""


def _text(info: FieldInfo, wanted: Key, style: Style) -> str:
    if wanted.has_value:
        return info.name
    if wanted.in_flow:
        return f"{info.name}: "
    return field_snippet(info, replace(style, indent=wanted.indent))
