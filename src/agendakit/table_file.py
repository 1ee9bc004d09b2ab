"""A table in a file as rows: CSV, TSV, JSON, JSON lines, YAML."""

from __future__ import annotations

import codecs
import csv
import io
import json
import re
from typing import TYPE_CHECKING

from agendakit import yaml_data
from agendakit.nearest import joined
from agendakit.rows import EVERY, Numbered

if TYPE_CHECKING:
    from collections.abc import Iterator

ABOVE = "(above)"
"""Column that holds the object in which the list of rows stands, where there are several such lists."""

_SUFFIXES = (".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".yaml", ".yml")
_DELIMITERS = (",", ";", "\t", "|")
_LARGEST_CELL = 2**20
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n")
"""What Excel writes and reads before the heads."""


class TableError(ValueError):
    """A file that holds no table; the message says why, to follow its name."""


def parse(data: bytes, suffix: str, at: str = "") -> tuple[Numbered, ...]:
    """Rows of a file.

    Args:
        data: Its content.
        suffix: How its name ends, such as `.csv`.
        at: Path to the list of rows in JSON or YAML; empty where the file is that list. With `*` in it there are
            several lists, and each row has the object around its own as a column, too.

    Raises:
        TableError: it cannot be read, or there is no list of rows.
    """
    suffix = suffix.lower()
    if suffix not in _SUFFIXES:
        raise TableError(f"is no table that can be read: `{suffix}` is none of {joined(_SUFFIXES)}")
    text = _text(data)
    if not text.strip():
        raise TableError("is empty")
    found = tuple(_csv(text, suffix)) if suffix in (".csv", ".tsv") else _listed(_data(text, suffix), at)
    if not found:
        raise TableError("holds no rows")
    return found


def _data(text: str, suffix: str) -> object:
    match suffix:
        case ".json":
            return _json(text)
        case ".yaml" | ".yml":
            return _yaml(text)
        case _:
            lines = enumerate(text.splitlines(), 1)
            return [_json(line, f" (line {number})") for number, line in lines if line.strip()]


def _text(data: bytes) -> str:
    try:
        text = data.decode("utf-16" if data.startswith(_UTF_16) else "utf-8-sig")
    except UnicodeDecodeError:
        raise TableError("is not UTF-8. Save it as UTF-8") from None
    if "\0" in text:
        raise TableError("is no text: it holds NUL characters. Save the table as CSV in UTF-8")
    return text


def _csv(text: str, suffix: str) -> Iterator[Numbered]:
    csv.field_size_limit(_LARGEST_CELL)
    delimiter, start, line = "\t" if suffix == ".tsv" else "", 0, 1
    named = _SEPARATOR_LINE.match(text)
    if named:
        delimiter, start, line = named.group(1), named.end(), 2
    reader = csv.reader(io.StringIO(text[start:], newline=""), delimiter=delimiter or _delimiter(text), strict=True)
    try:
        heads = _heads(next(reader))
        for cells in reader:
            further = {"(further cells)": cells[len(heads) :]} if len(cells) > len(heads) else {}
            if any(cells):
                yield Numbered(line + _begun(reader, cells), {**dict(zip(heads, cells, strict=False)), **further})
    except csv.Error as error:
        raise TableError(f"is no CSV: {_in_words(error)} (line {reader.line_num + line - 1})") from None


def _begun(reader: object, cells: list[str]) -> int:
    """Lines before the one that a row begins on; its own line breaks stand in its cells."""
    inner = sum(len(re.findall(r"\r\n|\r|\n", cell)) for cell in cells)
    return int(getattr(reader, "line_num", 0)) - 1 - inner


def _heads(cells: list[str]) -> list[str]:
    heads = [cell.strip() for cell in cells]
    for head in heads:
        if head and heads.count(head) > 1:
            raise TableError(f"has {heads.count(head)} columns with the head `{head}`. Give each a head of its own")
    return [head or f"(column {number})" for number, head in enumerate(heads, 1)]


def _in_words(error: csv.Error) -> str:
    words = str(error)
    if "field limit" in words:
        return f"a cell is larger than {_LARGEST_CELL // 2**20} MiB"
    if "unexpected end" in words:
        return 'a cell begins with `"` and never ends'
    return words


def _delimiter(text: str) -> str:
    """What cuts the heads into the most cells."""

    def cells(delimiter: str) -> int:
        try:
            return len(next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)))
        except csv.Error:
            return 0

    return max(_DELIMITERS, key=cells)


def _json(text: str, where: str = "") -> object:
    try:
        return json.loads(text, object_pairs_hook=_object)
    except json.JSONDecodeError as error:
        where = where or f" (line {error.lineno})"
        raise TableError(f"is no JSON: {error.msg[:1].lower()}{error.msg[1:]}{where}") from None
    except (ValueError, RecursionError) as error:
        if isinstance(error, TableError):
            raise
        raise TableError("is no JSON: it is nested too deeply, or a number in it is too long") from None


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    values = dict(pairs)
    if len(values) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise TableError(f"has an object with the key `{twice}` twice. Take one of them out")
    return values


def _yaml(text: str) -> object:
    try:
        return yaml_data.load(text)
    except yaml_data.YamlDataError as error:
        raise TableError(f"is no YAML: {error}") from None


def _listed(data: object, at: str) -> tuple[Numbered, ...]:
    steps = at.removesuffix(f".{EVERY}").split(".") if at and at != EVERY else []
    found = list(_lists(data, steps, {}))
    if not found:
        where = f"`{at}` in it" if at else "it"
        raise TableError(f"holds no list of rows: {where} is something else. Say where with `rows` in the map")
    rows = [row for rows in found for row in rows]
    return tuple(Numbered(number, row) for number, row in enumerate(rows, 1))


def _lists(data: object, steps: list[str], above: dict[str, object]) -> Iterator[list[dict[str, object]]]:
    """The lists at a path, as rows; those below a `*` with what is around them."""
    if not steps:
        items = _items(data)
        if items is not None:
            yield [{**item, **above} for item in items]
        return
    step, *rest = steps
    if step == EVERY:
        for item in _items(data) or ():
            around = {key: value for key, value in item.items() if not rest or key != rest[0]}
            yield from _lists(item, rest, {ABOVE: {**around, **above}})
    elif isinstance(data, dict) and step in data:
        yield from _lists(data[step], rest, above)
    elif isinstance(data, list) and step.isdecimal() and int(step) < len(data):
        yield from _lists(data[int(step)], rest, above)


def _items(data: object) -> list[dict[str, object]] | None:
    """Items of a list, or of an object of objects, whose keys become a column; `None` for anything else."""
    if isinstance(data, dict):
        if data and not any(isinstance(value, dict) for value in data.values()):
            return None
        named = (
            ({"(key)": key, **value} if isinstance(value, dict) else {"(key)": key, "(value)": value})
            for key, value in data.items()
        )
        return list(named)
    if isinstance(data, list):
        return [item if isinstance(item, dict) else {"(value)": item} for item in data]
    return None
