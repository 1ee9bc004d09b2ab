"""A table in a file as rows: CSV, TSV, JSON, JSON lines, YAML; a nested value is found by its path.

A path is keys and indices joined by dots, with `*` for each item of a list: `authors.*.name`.
"""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from agendakit import yaml_data

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Row = dict[str, object]

_EVERY = "*"
_SAMPLE = 16_384


class RowsError(ValueError):
    """A file that holds no table; the message says why, to follow "it"."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A row with its number as the file's reader would count: the line in CSV, else its place in the list, from 1."""

    number: int
    values: Row


def parse(text: str, suffix: str, at: str = "") -> tuple[Numbered, ...]:
    """Rows of a file.

    Args:
        text: Its content.
        suffix: How its name ends, such as `.csv`.
        at: Path to the list of rows in JSON or YAML; empty where the file is that list.

    Raises:
        RowsError: it cannot be read, or there is no list of objects.
    """
    match suffix.lower():
        case ".csv" | ".tsv":
            return tuple(_csv(text, suffix.lower()))
        case ".jsonl" | ".ndjson":
            lines = [line for line in text.splitlines() if line.strip()]
            return _listed([_json(line) for line in lines], at)
        case ".json":
            return _listed(_json(text), at)
        case ".yaml" | ".yml":
            return _listed(_yaml(text), at)
        case _:
            raise RowsError(f"is no table that can be read: `{suffix}` is none of .csv, .tsv, .json, .jsonl, .yaml")


def value_at(values: object, path: str) -> object:
    """Value at a path, `None` where there is none; with `*`, the list of those that there are."""
    if isinstance(values, dict) and path in values:
        return values[path]
    step, _, rest = path.partition(".")
    if step == _EVERY:
        items = values if isinstance(values, list) else []
        found = (value_at(item, rest) if rest else item for item in items)
        return [one for one in found if one is not None]
    inner: object = None
    if isinstance(values, dict):
        inner = values.get(step)
    elif isinstance(values, list) and step.isdecimal() and int(step) < len(values):
        inner = values[int(step)]
    return value_at(inner, rest) if rest and inner is not None else inner


def as_text(value: object) -> str:
    """A value as text: items of a list joined by commas, without white space around; empty for nothing."""
    match value:
        case None:
            return ""
        case str():
            return value.strip()
        case bool():
            return "true" if value else "false"
        case list():
            return ", ".join(text for item in value if (text := as_text(item)))
        case dict():
            return json.dumps(value, ensure_ascii=False)
        case _:
            return str(value)


def leaves(values: Mapping[str, object]) -> Iterator[str]:
    """Paths of a row that hold something, with `*` for the items of lists; each may come more than once."""
    for key, value in values.items():
        yield from _below(key, value)


def _below(path: str, value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _below(f"{path}.{key}", inner)
    elif isinstance(value, list) and any(isinstance(item, dict) for item in value):
        for item in value:
            yield from _below(f"{path}.{_EVERY}", item)
    elif as_text(value):
        yield path


def _csv(text: str, suffix: str) -> Iterator[Numbered]:
    csv.field_size_limit(2**24)
    delimiter = "\t" if suffix == ".tsv" else _delimiter(text)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, restkey="(further cells)")
    if not reader.fieldnames:
        raise RowsError("is empty")
    try:
        line = reader.line_num + 1
        for row in reader:
            yield Numbered(line, {str(key): value for key, value in row.items() if value is not None})
            line = reader.line_num + 1
    except csv.Error as error:
        raise RowsError(f"is no CSV: {error} (line {reader.line_num})") from None


def _delimiter(text: str) -> str:
    try:
        return csv.Sniffer().sniff(text[:_SAMPLE], delimiters=",;\t|").delimiter
    except csv.Error:
        return ","


def _json(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise RowsError(f"is no JSON: {error}") from None


def _yaml(text: str) -> object:
    try:
        return yaml_data.load(text)
    except yaml_data.YamlDataError as error:
        raise RowsError(f"is no YAML: {error}") from None


def _listed(data: object, at: str) -> tuple[Numbered, ...]:
    found = value_at(data, at) if at else data
    if isinstance(found, dict):
        found = [{"(key)": key, **value} for key, value in found.items() if isinstance(value, dict)]
    if not isinstance(found, list):
        where = f"`{at}` in it" if at else "it"
        raise RowsError(f"holds no list of rows: {where} is something else. Say where with `rows` in the map")
    rows = [item if isinstance(item, dict) else {"(value)": item} for item in found]
    return tuple(Numbered(number, row) for number, row in enumerate(rows, 1))
