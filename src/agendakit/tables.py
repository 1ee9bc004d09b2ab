"""Rows of a public list into entries, with a line for each thing that did not fit."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from agendakit import field_values, rows, scaffold
from agendakit.addresses import RESERVED
from agendakit.model import DRAFT_NEEDS
from agendakit.model.reflect import field_at
from agendakit.table_coverage import COLUMN, uncovered
from agendakit.words import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from agendakit.catalogue import Catalogue
    from agendakit.rows import Numbered
    from agendakit.table_map import Rule, TableMap


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One thing that did not fit; row 0 stands for the table as a whole."""

    row: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Converted:
    """An entry made of a row.

    Attributes:
        key: What tells the row apart from others, also when the table changes.
    """

    key: str
    row: int
    path: PurePosixPath
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversion:
    """Entries in the order of the rows, and what did not fit."""

    entries: tuple[Converted, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What an earlier import made of a row: where it lies, and the day it was created."""

    path: PurePosixPath
    created: str


@dataclass(slots=True)
class _State:
    catalogue: Catalogue
    table_map: TableMap
    today: str
    before: Mapping[str, Before]
    taken: set[str]
    keys: set[str] = field(default_factory=set)
    notes: list[Note] = field(default_factory=list)


def convert(
    table: Iterable[Numbered], table_map: TableMap, catalogue: Catalogue, today: str, before: Mapping[str, Before]
) -> Conversion:
    """Make an entry of each row that has what a draft needs.

    Args:
        table: The rows.
        table_map: Which column becomes which field.
        catalogue: Where ids are taken already.
        today: Day that new entries count as created.
        before: What earlier imports made of rows, by key; these keep their paths.
    """
    taken = {*catalogue.kinds, *catalogue.aliases, *RESERVED, *(_name(one.path) for one in before.values())}
    state = _State(catalogue, table_map, today, before, taken)
    numbered = [_visible(row, state) for row in table]
    entries = [entry for row in numbered for entry in _entry(row, state)]
    state.notes += [Note(row=0, words=words) for words in uncovered(numbered, table_map)]
    return Conversion(entries=tuple(entries), notes=tuple(sorted(state.notes, key=lambda note: note.row)))


def _visible(row: Numbered, state: _State) -> Numbered:
    """The row without what nobody can see in it."""
    values, count = rows.cleaned(row.values)
    if not count or not isinstance(values, dict):
        return row
    state.notes.append(Note(row=row.number, words=f"{counted(count, 'invisible character')} taken out"))
    return rows.Numbered(row.number, values)


def _entry(row: Numbered, state: _State) -> Iterator[Converted]:
    for column, wanted in state.table_map.only.items():
        found = rows.as_text(rows.value_at(row.values, column))
        if found not in wanted:
            state.notes.append(Note(row=row.number, words=f"left out, for `{column}` is `{_short(found)}`"))
            return
    values = _values(row, state)
    needed = [name for name in DRAFT_NEEDS[state.table_map.kind] if name not in values and name != "kind"]
    if needed:
        words = " and ".join(f"`{name}`" for name in needed)
        state.notes.append(Note(row=row.number, words=f"left out, for it has no {words} that would do"))
        return
    key = rows.as_text(rows.value_at(row.values, state.table_map.key)) or str(values["title"])
    if key in state.keys:
        state.notes.append(Note(row=row.number, words=f"left out, for `{_short(key)}` stands in the table before"))
        return
    state.keys.add(key)
    earlier = state.before.get(key)
    path = earlier.path if earlier else _path(row, values, state)
    created = earlier.created if earlier else state.today
    head = {"kind": state.table_map.kind, "stage": state.table_map.stage, "created": created}
    text = scaffold.entry_text(state.table_map.kind, {**head, **values}, _sections(row, state))
    yield Converted(key=key, row=row.number, path=path, text=text)


def _values(row: Numbered, state: _State) -> dict[str, object]:
    values: dict[str, object] = {}
    for name, rule in state.table_map.fields.items():
        value = _value(name, rule, row, state)
        if value is None:
            continue
        route = tuple(name.split("."))
        info = field_at(state.table_map.kind, route)
        value = [value] if info is not None and info.many and not isinstance(value, list) else value
        wrong = "" if route[0] == "extra" else field_values.problem(state.table_map.kind, route, value)
        if wrong:
            state.notes.append(
                Note(row=row.number, words=f"`{name}` left out: `{_short(rows.as_text(value))}`. {wrong}")
            )
        else:
            _put(values, route, value)
    for name in [name for name, value in values.items() if isinstance(value, dict)]:
        wrong = "" if name == "extra" else field_values.problem(state.table_map.kind, (name,), values[name])
        if wrong:
            state.notes.append(Note(row=row.number, words=f"`{name}` left out, for it is not whole. {wrong}"))
            del values[name]
    return values


def _value(name: str, rule: Rule, row: Numbered, state: _State) -> object:
    """Value of a field before it is judged; `None` for nothing."""
    if rule.value is not None:
        return rule.value
    found = _filled(name, rule.template, row, state) if rule.template else rows.value_at(row.values, rule.column)
    text = rows.as_text(found)
    if text.startswith("=") and not rule.template:
        words = f"`{name}` left out: `{_short(text)}` is a formula. Save the table with its results instead"
        state.notes.append(Note(row=row.number, words=words))
        return None
    if text in rule.values:
        return rule.values[text]
    if rule.values and rule.otherwise is not None:
        words = f"`{name}`: `{_short(text)}` is not in the map; `{rule.otherwise}` is written"
        state.notes.append(Note(row=row.number, words=words))
    if rule.otherwise is not None and (rule.values or not text):
        return rule.otherwise
    return _formed(name, found, text, rule, row, state) if text else None


def _formed(  # noqa: PLR0913, PLR0917  # all of it decides the form
    name: str, found: object, text: str, rule: Rule, row: Numbered, state: _State
) -> object:
    """The value in the form that its field takes."""
    info = field_at(state.table_map.kind, tuple(name.split(".")))
    if info is not None and info.many:
        return _items(found, text, rule) or None
    if info is not None and info.type.startswith("a number"):
        return field_values.read(text)
    one = " ".join(text.split()) if info is None or "line" in info.type or "sentence" in info.type else text
    return scaffold.id_of(one) if rule.slug else _cut(name, one, rule, row, state)


def _cut(name: str, text: str, rule: Rule, row: Numbered, state: _State) -> str:
    """The text, or its beginning up to the end of a word where it is longer than it may be."""
    if not rule.longest or len(text) <= rule.longest:
        return text
    kept = text[: rule.longest].rpartition(" ")[0].rstrip(" ,;:.") or text[: rule.longest - 1]
    state.notes.append(Note(row=row.number, words=f"`{name}` cut from {len(text):,} characters: `{_short(text)}`"))
    return f"{kept}…"


def _items(found: object, text: str, rule: Rule) -> list[object]:
    if isinstance(found, list) and not rule.split:
        parts = [rows.as_text(item) for item in found]
    else:
        parts = text.split(rule.split) if rule.split else [text]
    words = (" ".join(part.split()) for part in parts)
    made = (rule.values.get(word) or (scaffold.id_of(word) if rule.slug else word) for word in words)
    return list(dict.fromkeys(word for word in made if word))


def _filled(name: str, template: str, row: Numbered, state: _State) -> str:
    """The template with its columns; empty where one of them holds nothing."""
    found = {column: rows.as_text(rows.value_at(row.values, column)) for column in COLUMN.findall(template)}
    if not all(found.values()):
        if any(found.values()):
            empty = next(column for column, text in found.items() if not text)
            state.notes.append(Note(row=row.number, words=f"`{name}` left out, for `{empty}` holds nothing"))
        return ""
    return COLUMN.sub(lambda column: found[column.group(1)], template)


def _sections(row: Numbered, state: _State) -> dict[str, str]:
    return {heading: _filled(heading, template, row, state) for heading, template in state.table_map.sections.items()}


def _path(row: Numbered, values: Mapping[str, object], state: _State) -> PurePosixPath:
    rule = state.table_map.id
    source = rows.as_text(_value("id", rule, row, state)) if rule else str(values["title"])
    base = scaffold.id_of(source) or scaffold.id_of(str(values["title"])) or f"row-{row.number}"
    name = base
    for number in range(2, len(state.taken) + 3):
        if name not in state.taken:
            break
        name = f"{base}-{number}"
    state.taken.add(name)
    if state.table_map.folder is not None:
        file = PurePosixPath(name) / "index.md" if state.table_map.kind == "agenda" else PurePosixPath(f"{name}.md")
        return state.catalogue.root / state.table_map.folder / file
    return scaffold.path_of(state.catalogue, state.table_map.kind, name, str(values.get("agenda", "")))


def _put(values: dict[str, object], route: tuple[str, ...], value: object) -> None:
    inner = values
    for step in route[:-1]:
        inner = inner.setdefault(step, {})  # type: ignore[assignment]  # a field's own name leads to an object
    inner[route[-1]] = value


def _name(path: PurePosixPath) -> str:
    return path.parent.name if path.stem == "index" else path.stem


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
