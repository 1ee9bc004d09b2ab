"""A list where one value is wanted, one value where a list is, and the like."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from agendakit.diagnostic import Safety
from agendakit.edits import quoted
from agendakit.nearest import joined
from agendakit.record import is_id
from agendakit.slips.items import BULLETS
from agendakit.slips.plain import plain
from agendakit.slips.slip import Slip
from agendakit.text import Edit, Span

if TYPE_CHECKING:
    from agendakit.diagnostic import Route
    from agendakit.document import Document
    from agendakit.model.reflect import FieldInfo

_NOTHING = frozenset({"-", "n/a", "na", "nil", "no", "none", "nothing"})
_MARKED = re.compile(rf"[ \t]*(?:{BULLETS}\s+|-(?![-\s])|(?P<number>\d{{1,3}}[.)])\s+)(?=\S)")
_SHORT = 80
_BREAK = re.compile(r"\r\n|\n|\r")


def wrong_shape(document: Document, field: FieldInfo, route: Route) -> Slip | None:
    """What is wrong with a value that has not the shape of its field, `None` where the shape is right."""
    assert document.front is not None
    value = document.front.value_at(route)
    listed = field.many and not isinstance(route[-1], int)
    match value:
        case list() if not listed:
            return _list(document, field, route, value)
        case dict() if len(value) == 1 and field.form and not listed:
            return _cut(document, field, route)
        case dict() if listed and field.children:
            return _one_object(document, field, route)
        case str() | int() | float() if listed:
            return _one_value(document, field, route)
        case str() | int() | float() if field.children and not field.shorthand:
            return _text_for_object(document, field, route)
        case _:
            return None


def _list(document: Document, field: FieldInfo, route: Route, value: list[object]) -> Slip:
    assert document.front is not None
    span = document.front.value_span(route)
    if field.children:
        return Slip(
            span=span,
            message=f"`{field.name}` takes one object, and this is a list.",
            help=f"Write its keys one below the other, without `- ` before them: {_keys(field)}.",
            title="Make one object of it",
            edits=_merged(document, route, value),
        )
    message = f"`{field.name}` takes one value, and this is a list."
    if len(value) != 1 or isinstance(value[0], dict | list | None):
        remedy = "Keep one of them, without brackets or hyphen." if value else "Write one, or take the line out."
        return Slip(span=span, message=message, help=remedy)
    inner = document.front.value_span((*route, 0))
    text = inner.of(document.text)
    return Slip(
        span=span,
        message=message,
        help="Write it alone, without the hyphen." if _BREAK.search(text) else f"Write `{text}` alone.",
        title="Write the value alone",
        edits=(Edit(span, text),),
    )


def _merged(document: Document, route: Route, value: list[object]) -> tuple[Edit, ...]:
    """An edit that makes one object of several in a block, where no two of them have a key in common."""
    assert document.front is not None
    objects = [item for item in value if isinstance(item, dict)]
    starts = [document.front.value_span((*route, index)).start for index in range(len(value))]
    distinct = len({key for item in objects for key in item}) == sum(map(len, objects))
    if not objects or len(objects) < len(value) or not distinct:
        return ()
    if any(document.text[at - 2 : at] != "- " for at in starts):
        return ()
    span = document.front.value_span(route)
    text = document.text
    for at in starts:
        text = f"{text[: at - 2]} {text[at - 1 :]}"
    # The first line begins where its key stands now; the margin before the hyphen stays.
    return (Edit(span, span.of(text)),)


def _one_value(document: Document, field: FieldInfo, route: Route) -> Slip:
    """A value where a list is wanted: put into brackets, or on a line of its own."""
    assert document.front is not None
    span, key = document.front.value_span(route), document.front.key_span(route)
    written = span.of(document.text)
    message = f"`{field.name}` takes a list, and this is one value."
    if plain(written).casefold() in _NOTHING:
        return Slip(
            span=span,
            message=f"`{field.name}` takes a list, and this is a word.",
            help="Write `[]` if there are none; else each behind `- ` on a line of its own.",
            title="Write `[]`",
            edits=(Edit(span, "[]"),),
            safety=Safety.UNSAFE,
        )
    lines = _marked_lines(document, span)
    if lines:
        return _items(span, field, lines)
    if field.children and not field.shorthand:
        return Slip(span=span, message=message, help=f"On lines of their own, write {_as_item(field, written)}.")
    if _BREAK.search(written) or written[:1] in ("|", ">"):
        return Slip(span=span, message=message, help="Write each item behind `- ` on a line of its own.")
    return _in_list(document, field, span, key)


def _in_list(document: Document, field: FieldInfo, span: Span, key: Span) -> Slip:
    written = span.of(document.text)
    words = unicodedata.normalize("NFKC", written).strip("[]")
    parts = [plain(part).lstrip("#") for part in re.split(r"[,;]", words)]
    slugs = field.form == "Slug" or field.shorthand == "id"
    if all(map(is_id, parts)) and (slugs or len(parts) == 1):
        new, safety = f"[{', '.join(parts)}]", Safety.SAFE
        edit, remedy = Edit(span, new), f"Write `{new}`."
    elif len(parts) > 1 and field.shorthand:
        new, safety = f"[{', '.join(parts)}]", Safety.UNSAFE
        edit, remedy = Edit(span, new), f"Write `{new}`."
    else:
        column = key.start - document.lines.line_span(document.lines.position(key.start).line).start
        safety = Safety.SAFE
        edit = Edit(Span(key.end + 1, span.end), f"\n{' ' * (column + 2)}- {written}")
        remedy = "Write it behind `- ` on the next line; more items follow in the same way."
    return Slip(
        span=span,
        message=f"`{field.name}` takes a list, and this is one value.",
        help=remedy,
        title="Make a list of it",
        edits=(edit,),
        safety=safety,
    )


def _marked_lines(document: Document, span: Span) -> list[tuple[int, re.Match[str]]]:
    """Lines of a text each of which begins like an item, with their offsets; empty where one does not."""
    found = []
    first = document.lines.position(span.start).line
    for number in range(first, document.lines.position(span.end).line + 1):
        line = document.lines.line_span(number)
        start = max(line.start, span.start)
        match = _MARKED.match(document.text[start : line.end])
        if match is None:
            return []
        found.append((start, match))
    return found


def _items(span: Span, field: FieldInfo, lines: list[tuple[int, re.Match[str]]]) -> Slip:
    mark = lines[0][1].group().strip()
    numbered = lines[0][1]["number"] is not None
    edits = []
    for start, match in lines:
        words = match.group()
        indent = len(words) - len(words.lstrip())
        edits.append(Edit(Span(start + indent, start + len(words)), "- "))
    return Slip(
        span=span,
        message=f"`{field.name}` takes a list, whose items begin with a hyphen and a space."
        if mark == "-"
        else f"`{field.name}` takes a list, whose items begin with `- `, not with `{mark}`.",
        help="Write `- ` before each item.",
        title="Write `- ` before each item",
        edits=tuple(edits),
        safety=Safety.UNSAFE if numbered else Safety.SAFE,
    )


def _one_object(document: Document, field: FieldInfo, route: Route) -> Slip:
    """An object where a list of them is wanted: it becomes the only item."""
    assert document.front is not None
    span = document.front.value_span(route)
    written = span.of(document.text)
    listed = f"[{written}]" if written.startswith("{") else "- " + re.sub(r"(\r\n|\n|\r)(?=[^\r\n])", r"\1  ", written)
    return Slip(
        span=span,
        message=f"`{field.name}` takes a list, and this is one object.",
        help=f"Write `- ` before its first key, and indent the others alike: `- {field.children[0].name}: …`.",
        title="Make a list of it",
        edits=(Edit(span, listed),),
    )


def _text_for_object(document: Document, field: FieldInfo, route: Route) -> Slip:
    assert document.front is not None
    span = document.front.value_span(route)
    if isinstance(route[-1], int):
        return Slip(
            span=span,
            message=f"An item of `{field.name}` has keys of its own, and this is a text.",
            help=f"Write {_as_item(field, span.of(document.text))}.",
        )
    return Slip(
        span=span,
        message=f"`{field.name}` has keys of its own, and this is a text.",
        help=f"Write its keys on the lines below it: {_keys(field)}.",
    )


def _keys(field: FieldInfo) -> str:
    """The keys of an object that cannot be left out, with where to read of them."""
    needed = [child.name for child in field.children if child.needed == "yes"]
    names = needed or [child.name for child in field.children]
    return f"{joined([f'`{name}`' for name in names])} (`agendakit explain {'.'.join(field.route)}`)"


def _as_item(field: FieldInfo, written: str) -> str:
    """How an item begins that holds what was written."""
    first, *others = [child.name for child in field.children if child.needed == "yes"] or [field.children[0].name]
    value = "…" if _BREAK.search(written) or len(written) > _SHORT else written
    below = f", and below it {joined([f'`{name}: …`' for name in others])}" if others else ""
    return f"`- {first}: {value}`{below}"


def _cut(document: Document, field: FieldInfo, route: Route) -> Slip:
    """A text that a colon made a key and a value."""
    assert document.front is not None
    span = document.front.value_span(route)
    written = span.of(document.text)
    one_line = not _BREAK.search(written) and written[:1] not in "{'\""
    return Slip(
        span=span,
        message=f"`{field.name}` takes {field.item}, and a colon in this makes a key of what is before it.",
        help="Put the whole text in quotes.",
        title="Put the text in quotes",
        edits=(Edit(span, quoted(written)),) if one_line else (),
    )
