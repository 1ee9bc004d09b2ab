"""The example catalogue with a payload in every text that an author can write."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from agendakit.check import all_rules
from agendakit.document import parse
from agendakit.model.reflect import fields_of
from agendakit.record import Record, decode
from examples import ENTRIES, FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import PurePosixPath

IN_HTML = '</title></script><img src="x:" onerror="alert(1)">'
IN_ATTRIBUTE = "\"'><svg onload=alert(1)>"
IN_MARKDOWN = "[x](javascript:alert(1)) <b onclick=alert(1)>"
PAYLOADS = (IN_HTML, IN_ATTRIBUTE, IN_MARKDOWN)
KEPT = frozenset({"kind", "stage", "agenda", "part_of", "superseded_by", "aliases", "prerequisites", "teaches"})
PLAIN = f"""\
---
title: "{IN_HTML.replace('"', "'")}"
description: "'><script>alert(1)</script>\\"><script>alert(1)</script>"
author: '"><script>alert(1)</script>'
template: 404.html
---

# A page <img src="x:" onerror="alert(1)">

<script>alert(1)</script>
<div style="position: fixed" onclick="alert(1)">words</div>
<iframe src="javascript:alert(1)"></iframe>
<form action="javascript:alert(1)"><button>press</button></form>

[one](javascript:alert(1)) [two](data:text/html,x) ![three](x: "onerror=alert(1)")

!!! note "<script>alert(1)</script>"
    An admonition stays.

```python
print("code stays")
```

| left | right |
|------|------:|
| a    | b[^1] |

[^1]: A footnote stays <svg/onload=alert(1)>.
"""


def files() -> dict[str, str]:
    """Files to lay over the example: its entries with payloads, a plain page, a first page, a drawing, a script."""
    found = {path.as_posix(): _hostile(kind, path) for kind, path in ENTRIES.items()}
    levels = "".join(f'{rule.name} = "hint"\n' for rule in all_rules())
    settings = (FOLDER / "agendakit.toml").read_text(encoding="utf-8")
    return {
        **found,
        "agendakit.toml": f"{settings}\n[levels]\n{levels}",
        "agendas/notes.md": PLAIN,
        "agendas/index.md": PLAIN,
        "agendas/own.html": "<script>alert(1)</script>",
        "agendas/own.svg": '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        "agendas/still.svg": '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9"/></svg>',
        "agendas/papers.json": json.dumps(
            [{"id": "arXiv:1610.01644", "type": "article", "title": IN_HTML, "author": [{"literal": IN_ATTRIBUTE}]}]
        ),
    }


def _hostile(kind: str, path: PurePosixPath) -> str:
    """The entry with all fields of its kind, each text replaced by a payload where the model takes one."""
    document = parse(path, (FOLDER / path).read_text(encoding="utf-8"))
    assert document.front
    values = {field.name: field.example for field in fields_of(kind) if field.name not in KEPT and field.example}
    values = {name: value for name, value in values.items() if _is_taken(path, {**document.front.values, name: value})}
    values = {**values, **document.front.values}
    for number, route in enumerate(list(_texts(values, ()))):
        for payload in PAYLOADS[number % 3 :] + PAYLOADS[: number % 3]:
            changed = _with(values, route, payload)
            if route[0] not in KEPT and _is_taken(path, changed):
                values = changed
                break
    body = "\n\n".join(("## Motivation", *PAYLOADS, f"## {IN_HTML}", *PAYLOADS, "## Own", f"[@{IN_ATTRIBUTE}]"))
    return f"---\n{json.dumps(values, ensure_ascii=True)}\n---\n\n{body}\n"


def _is_taken(path: PurePosixPath, values: object) -> bool:
    return isinstance(decode(parse(path, f"---\n{json.dumps(values)}\n---\n")), Record)


def _texts(value: object, route: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    if isinstance(value, str):
        yield route
    elif isinstance(value, dict):
        for name, one in value.items():
            yield from _texts(one, (*route, name))
    elif isinstance(value, (list, tuple)):
        for number, one in enumerate(value):
            yield from _texts(one, (*route, number))


def _with(values: dict[str, object], route: tuple[str | int, ...], text: str) -> dict[str, object]:
    copied = json.loads(json.dumps(values))
    place = copied
    for step in route[:-1]:
        place = place[step]
    place[route[-1]] = text
    return copied
