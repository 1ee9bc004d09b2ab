"""A field holds a value that it cannot take.

The finding says what would be valid, the nearest first. A number in quotes is a text and a text without quotes may
be a number; an empty key has no value at all, so leave the field out instead.

```yaml bad
difficulty: second-projct
#           ^^^^^^^^^^^^^
```

```yaml bad
difficulty: Second Project
#           ^^^^^^^^^^^^^^
```

```yaml fixed
difficulty: second-project
```

```yaml bad
effort: a few weeks
#       ^^^^^^^^^^^
```

What can only be meant in one way can be mended by `--fix`: dashes and quotes of a word processor, units cut short,
dates in another order, a word where a list is wanted.

```yaml bad
effort: 2\u20134 d
#       ^^^^^
as_of: 22.01.2026
#      ^^^^^^^^^^
tags: probing
#     ^^^^^^^
```

```yaml fixed
effort: 2-4 days
as_of: 2026-01-22
tags: [probing]
```

In 03/04/2026, the month is 3 or 4, so it is left to the author:

```yaml bad
as_of: 03/04/2025
#      ^^^^^^^^^^
```

```yaml bad
agenda: [probing]
#       ^^^^^^^^^
```

```yaml fixed
agenda: probing
```

```yaml bad
created: 2026-02-30
#        ^^^^^^^^^^
```

```yaml bad concept
hours: "8"
#      ^^^
```

```yaml bad
novelty:
#^^^^^^
```

```yaml good
difficulty: second-project
```
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from agendakit.diagnostic import Finding, Fix, Level, Safety
from agendakit.extension import Context, Subject, rule
from agendakit.model import KINDS
from agendakit.model.reflect import FieldInfo, field_at
from agendakit.nearest import did_you_mean, joined, nearest
from agendakit.places import value_place
from agendakit.record import Reject, SchemaError
from agendakit.rules.hidden_character import hides_something
from agendakit.rules.prose_as_mapping import became_mapping
from agendakit.text import Edit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from agendakit.diagnostic import Place
    from agendakit.record import Draft, Record
    from agendakit.slips.meant import Meant

_OTHERS = frozenset({"missing", "extra_forbidden"})
_REMEDIES: Mapping[str, str] = MappingProxyType({"string_too_long": "Shorten it.", "string_too_short": "Say more."})
_SHOWN = 60


@rule(Subject.REJECT, Level.ERROR)
def invalid_value(subject: Reject | Draft | Record, _: Context) -> Iterator[Finding]:
    """Find values that the model refuses."""
    if not isinstance(subject, Reject):
        return
    for error in subject.errors:
        if error.code not in _OTHERS and not _said_elsewhere(subject, error):
            yield _kind(subject, error) if error.route == ("kind",) else _finding(subject, error)


def _kind(reject: Reject, error: SchemaError) -> Finding:
    written = _written(reject, error)
    near = nearest(written, KINDS)
    place = value_place(reject.document, ("kind",))
    empty = "is empty" if _is_empty(reject, error) else "takes one word"
    return Finding(
        place=place,
        message=f"`{written}` is no kind of entry." if written else f"`kind` {empty}.",
        help=_strange(written, near) + did_you_mean(near) or "Write `agenda`, `project` or `concept`.",
        route=error.route,
        fix=_fix(reject, place, near),
    )


def _finding(reject: Reject, error: SchemaError) -> Finding:
    from agendakit.slips import shapes, slip  # noqa: PLC0415  # of no use to an entry that is in order

    field = _field(reject, error)
    name = next((str(step) for step in reversed(error.route) if isinstance(step, str)), "")
    if _is_empty(reject, error):
        return _empty(reject, error, field, name)
    shape = shapes.wrong_shape(reject.document, field, error.route) if field else None
    if shape is not None:
        return slip.finding_of(reject.document, shape, error.route)
    place = value_place(reject.document, error.route)
    written = _written(reject, error)
    meanings = field.meanings if field else {}
    near = nearest(written, meanings)
    shown = f"`{_short(written)}`" if written else "This"
    meant = _meant(field, written, place.span.of(reject.document.text), error)
    return Finding(
        place=place,
        message=_message(shown, name, error),
        help=_strange(written, near) + _help(error, field, written, near, meant),
        route=error.route,
        fix=_replacement(place, meant) or (_fix(reject, place, near) if meanings else None),
    )


def _field(reject: Reject, error: SchemaError) -> FieldInfo | None:
    """The field of a value; of a bare text that stands for an object, the one key that it gives."""
    field = field_at(reject.kind, error.route)
    if field is None or not field.shorthand or not _written(reject, error):
        return field
    if field.many and not isinstance(error.route[-1], int):
        return field
    return next((child for child in field.children if child.name == field.shorthand), field)


def _empty(reject: Reject, error: SchemaError, field: FieldInfo | None, name: str) -> Finding:
    from agendakit.slips import hidden_words, slip  # noqa: PLC0415  # as above

    hidden = hidden_words.behind_number_sign(reject.document, field, error.route)
    if hidden is not None:
        return slip.finding_of(reject.document, hidden, error.route)
    return Finding(
        place=value_place(reject.document, error.route),
        message=f"`{name}` has no value.",
        help="Give it one, or take the line out.",
        route=error.route,
    )


def _message(shown: str, name: str, error: SchemaError) -> str:
    match error.code:
        case "string_too_short":
            return f"`{name}` is too short: {error.context['min_length']} characters are the least."
        case "string_too_long":
            return f"`{name}` is too long: {error.context['max_length']} characters are the most."
        case "too_short":
            return f"`{name}` needs one item at least."
        case "greater_than" | "greater_than_equal" | "less_than" | "less_than_equal":
            return f"{shown} is out of range for `{name}`."
        case _:
            return f"{shown} cannot be the value of `{name}`."


def _help(error: SchemaError, field: FieldInfo | None, written: str, near: tuple[str, ...], meant: Meant | None) -> str:
    if field is None:
        return "Look the field up with `agendakit explain`."
    if meant is not None:
        return meant.help or f"Write `{meant.text}`."
    if field.meanings:
        return _words_of(field, written, near)
    expected = field.item if isinstance(error.route[-1], int) else field.type
    if error.code in _REMEDIES:
        return f"{field.doc} {_REMEDIES[error.code]}"
    example = field.example
    if "such as" not in expected and isinstance(example, str | int | float) and not isinstance(error.route[-1], int):
        return f"Write {expected}, such as `{example}`."
    return f"Write {expected}."


def _words_of(field: FieldInfo, written: str, near: tuple[str, ...]) -> str:
    """The words of a vocabulary, the nearest first; that one alone where case and signs are all that differs."""
    if len(near) == 1 and _letters(written) == _letters(near[0]):
        return f"Write `{near[0]}`."
    rest = [word for word in field.meanings if word not in near]
    words = joined([f"`{word}`" for word in (*near, *rest)], "or")
    return f"Write {words} (see `agendakit explain {'.'.join(field.route)}`)."


def _meant(field: FieldInfo | None, written: str, source: str, error: SchemaError) -> Meant | None:
    from agendakit.slips import values  # noqa: PLC0415  # as above

    if field is None or not written or error.code in _REMEDIES:
        return None
    found = values.meant_word(field.meanings, written) if field.meanings else values.meant(field.form, written)
    return None if found is None or found.text == source else found


def _replacement(place: Place, meant: Meant | None) -> Fix | None:
    if meant is None or not meant.text:
        return None
    return Fix(title=f"Write `{meant.text}`", safety=meant.safety, edits=(Edit(place.span, meant.text),))


def _fix(reject: Reject, place: Place, near: Iterable[str]) -> Fix | None:
    """Replace what is spelt otherwise; safe where only case, spaces or hyphens differ."""
    near = tuple(near)
    written = place.span.of(reject.document.text)
    if len(near) != 1 or "\n" in written:
        return None
    same = _letters(written) == _letters(near[0])
    safety = Safety.SAFE if same else Safety.UNSAFE
    return Fix(title=f"Write `{near[0]}`", safety=safety, edits=(Edit(place.span, near[0]),))


def _letters(name: str) -> str:
    return "".join(character for character in name.casefold() if character.isalnum())


def _strange(written: str, near: tuple[str, ...]) -> str:
    from agendakit.slips.fields import about_strange_letter  # noqa: PLC0415  # as above

    return about_strange_letter(written, near)


def _said_elsewhere(reject: Reject, error: SchemaError) -> bool:
    """Whether the value is an item that YAML cut at a colon, or something hides in it: other rules speak of that."""
    from agendakit.slips import spaces  # noqa: PLC0415  # as above

    document = reject.document
    if document.front is None or not document.front.has(error.route):
        return False
    if error.route and isinstance(error.route[-1], int) and became_mapping(document.front.value_at(error.route)):
        return True
    span = document.front.value_span(error.route)
    if hides_something(span.of(document.text)):
        return True
    return any(edit.span.start <= span.start + 1 and span.start <= edit.span.end for edit in spaces.in_front(document))


def _is_empty(reject: Reject, error: SchemaError) -> bool:
    front = reject.document.front
    return front is not None and front.has(error.route) and front.value_at(error.route) is None


def _written(reject: Reject, error: SchemaError) -> str:
    front = reject.document.front
    value = front.value_at(error.route) if front else None
    return (
        ""
        if front is None or isinstance(value, dict | list)
        else front.value_span(error.route).of(reject.document.text).strip("'\"")
    )


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"
