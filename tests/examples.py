"""The example catalogue, and examples laid over it as the manual pages of the rules show them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from agendakit import config as configuration
from agendakit import extra_schema
from agendakit.check import Checked, Sources, check

if TYPE_CHECKING:
    from collections.abc import Mapping

    Changed = Mapping[PurePosixPath, str | bytes] | Mapping[PurePosixPath, str]

FOLDER = Path(__file__).parent / "example"
LINK = ".link"
TAB = "␉"
"""Stands for a tab in a manual page: Python 3.13 and newer make spaces of the tabs in a docstring."""
TODAY = date(2026, 2, 1)
ENTRIES = {
    "agenda": PurePosixPath("agendas/probing/index.md"),
    "project": PurePosixPath("agendas/probing/probe-transfer.md"),
    "concept": PurePosixPath("agendas/concepts/linear-probes.md"),
}
_CONFIG = configuration.parse((FOLDER / "agendakit.toml").read_text(encoding="utf-8"), PurePosixPath("agendakit.toml"))
_BLOCK = re.compile(
    r"^```(\w+) (bad|good|fixed)(?: (?!today=)(\S+))?(?: today=(\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL
)
_KEY = re.compile(r"^(?=\w+:)", re.MULTILINE)
_CARETS = re.compile(r"^[ \t]*(?:(?:#|<!--)[ ]+(?P<behind>\^+)[ ]*(?:-->)?|(?P<with>#\^+))$")

assert _CONFIG is not None
CONFIG = _CONFIG
EXTRA = extra_schema.parse((FOLDER / "extra.schema.json").read_text(encoding="utf-8"))


def example_files() -> dict[PurePosixPath, bytes]:
    """The example catalogue as read from the disk."""
    paths = (path for path in sorted(FOLDER.rglob("*")) if path.suffix in (".md", ".json"))
    return {PurePosixPath(path.relative_to(FOLDER).as_posix()): path.read_bytes() for path in paths}


def sources_of(changed: Changed) -> Sources:
    """The example catalogue with some files replaced or added."""
    links = {path: str(text).strip() for path, text in changed.items() if path.suffix == LINK}
    files = {path: data for path, data in changed.items() if path.suffix != LINK}
    return Sources(files={**example_files(), **files}, escaping=links, extra=EXTRA)


def check_example(changed: Changed, today: date = TODAY, config=CONFIG) -> Checked:
    """Check the example catalogue with some files replaced or added."""
    return check(sources_of(changed), config, today)


@dataclass(frozen=True)
class Example:
    """A group of blocks of a manual page that stand in a row and say the same of themselves.

    Attributes:
        files: Text by path, laid over the example catalogue.
        pointed: Text under the carets of each marked line, with the file it stands in.
    """

    word: str
    files: dict[PurePosixPath, str]
    pointed: tuple[tuple[PurePosixPath, int, int], ...]
    today: date


def examples_of(manual: str) -> list[Example]:
    """Examples of a manual page in their order."""
    found: list[Example] = []
    previous_end, previous = -1, ("", "")
    for match in _BLOCK.finditer(manual):
        language, word, where, today, content = match.groups()
        whole_file = language in ("text", "json")
        together = whole_file and previous == ("text", word) and not manual[previous_end : match.start()].strip()
        path, text = _file(language, where, content.replace(TAB, "\t"))
        if together:
            found[-1].files[path] = text
        else:
            day = date.fromisoformat(today) if today else TODAY
            found.append(Example(word, {path: text}, tuple(_pointed(path, text)), day))
        previous_end, previous = match.end(), ("text" if whole_file else language, word)
    return found


def _file(language: str, where: str | None, content: str) -> tuple[PurePosixPath, str]:
    if language in ("text", "json"):
        assert where, "a whole file needs its path"
        return PurePosixPath(where), content
    kind = where or "project"
    path = ENTRIES[kind]
    _, front, body = (FOLDER / path).read_text(encoding="utf-8").split("---\n", 2)
    if language == "md":
        whole = content.startswith(("## Motivation\n", "## Why this matters\n"))
        separated = content if whole else f"{body}\n{content}"
        return path, f"---\n{front}---\n{separated}"
    given = {key.split(":")[0] for key in _KEY.split(content) if re.match(r"\w+:", key)}
    kept = [key for key in _KEY.split(front) if key.split(":")[0] not in given]
    return path, f"---\n{''.join(kept)}{content}---\n{body}"


def _pointed(path: PurePosixPath, text: str) -> list[tuple[PurePosixPath, int, int]]:
    found, offset, before = [], 0, 0
    for line in text.splitlines(keepends=True):
        carets = _CARETS.match(line.rstrip("\n"))
        if carets:
            group = "with" if carets["with"] else "behind"
            found.append((path, before + carets.start(group), before + carets.end(group)))
        else:
            before = offset
        offset += len(line)
    return found
