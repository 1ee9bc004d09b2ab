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

from typing import TYPE_CHECKING

from agendakit.diagnostic import Finding, Fix, Level, Safety
from agendakit.extension import Context, Subject, rule
from agendakit.model import KINDS
from agendakit.model.reflect import FieldInfo, field_at
from agendakit.nearest import did_you_mean, joined, nearest
from agendakit.places import value_place
from agendakit.record import Reject, SchemaError
from agendakit.text import Edit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from agendakit.diagnostic import Place
    from agendakit.record import Draft, Record

_OTHERS = frozenset({"missing", "extra_forbidden"})
_SHOWN = 60


@rule(Subject.REJECT, Level.ERROR)
def invalid_value(subject: Reject | Draft | Record, _: Context) -> Iterator[Finding]:
    """Find values that the model refuses."""
    if not isinstance(subject, Reject):
        return
    for error in subject.errors:
        if error.code not in _OTHERS and not _is_cut_sentence(subject, error):
            yield _kind(subject, error) if error.route == ("kind",) else _finding(subject, error)


def _kind(reject: Reject, error: SchemaError) -> Finding:
    written = _written(reject, error)
    near = nearest(written, KINDS)
    place = value_place(reject.document, ("kind",))
    empty = "is empty" if _is_empty(reject, error) else "takes one word"
    return Finding(
        place=place,
        message=f"`{written}` is no kind of entry." if written else f"`kind` {empty}.",
        help=did_you_mean(near) or "Write `agenda`, `project` or `concept`.",
        route=error.route,
        fix=_fix(reject, place, near),
    )


def _finding(reject: Reject, error: SchemaError) -> Finding:
    field = field_at(reject.kind, error.route)
    place = value_place(reject.document, error.route)
    name = next((str(step) for step in reversed(error.route) if isinstance(step, str)), "")
    if _is_empty(reject, error):
        return Finding(
            place=place, message=f"`{name}` has no value.", help="Give it one, or take the line out.", route=error.route
        )
    written = _written(reject, error)
    meanings = field.meanings if field else {}
    near = nearest(written, meanings)
    shown = f"`{_short(written)}`" if written else "This"
    return Finding(
        place=place,
        message=_message(shown, name, error),
        help=_help(error, field, near),
        route=error.route,
        fix=_fix(reject, place, near) if meanings else None,
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
        case "value_error":
            return f"{shown} cannot be `{name}`: {error.message.removeprefix('Value error, ')}."
        case _:
            return f"{shown} cannot be the value of `{name}`."


def _help(error: SchemaError, field: FieldInfo | None, near: tuple[str, ...]) -> str:
    if field is None:
        return "Look the field up with `agendakit explain`."
    if field.meanings:
        rest = [word for word in field.meanings if word not in near]
        return f"Write {joined([f'`{word}`' for word in (*near, *rest)], 'or')}."
    expected = field.item if isinstance(error.route[-1], int) else field.type
    if error.code in ("string_too_long", "string_too_short"):
        return f"{field.doc} Shorten it." if error.code == "string_too_long" else f"{field.doc} Say more."
    example = field.example
    if "such as" not in expected and isinstance(example, str | int | float) and not isinstance(error.route[-1], int):
        return f"Write {expected}, such as `{example}`."
    return f"Write {expected}."


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


def _is_cut_sentence(reject: Reject, error: SchemaError) -> bool:
    """Whether the value is a sentence that YAML cut at a colon, of which `prose-as-mapping` speaks."""
    value = reject.document.front.value_at(error.route) if reject.document.front else None
    return isinstance(value, dict) and len(value) == 1 and " " in next(iter(value))


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
