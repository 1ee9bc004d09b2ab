"""What a map leaves out of a table, and what it names that the table does not have."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from agendakit import rows
from agendakit.nearest import did_you_mean, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from agendakit.rows import Numbered
    from agendakit.table_map import TableMap

COLUMN = re.compile(r"\{([^{}]+)\}")
"""A column in a template."""


def uncovered(table: Sequence[Numbered], table_map: TableMap) -> Iterator[str]:
    """A sentence for each column that is left out though it holds something, and for each that is read and is empty."""
    counts = Counter(path for row in table for path in set(rows.leaves(row.values)))
    read = _read(table_map)
    used = read | {*table_map.unused, *table_map.only}
    for path, count in sorted(counts.items()):
        if not any(path == one or path.startswith(f"{one}.") or _same(path, one) for one in used):
            hold = "row holds" if count == 1 else "rows hold"
            yield f"column `{path}` is not mapped: {count:,} {hold} something that is left out"
    for one in sorted(read):
        if not any(rows.as_text(rows.value_at(row.values, one)) for row in table):
            suggestion = did_you_mean(nearest(one, counts))
            yield f"column `{one}` is mapped, and no row holds anything there. {suggestion}".rstrip(" .")


def _read(table_map: TableMap) -> set[str]:
    rules = [*table_map.fields.values(), *([table_map.id] if table_map.id else [])]
    templates = [*(rule.template for rule in rules), *table_map.sections.values()]
    named = {column for template in templates for column in COLUMN.findall(template)}
    columns = {rule.column for rule in rules if rule.column}
    return named | columns | ({table_map.key} - {""})


def _same(path: str, used: str) -> bool:
    """Whether a path with `*` for items is one that the map names with an index or without the last `*`."""
    return path == re.sub(r"\.\d+(?=\.|$)", ".*", used) or f"{used}.*" == path
