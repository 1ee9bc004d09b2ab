"""What is kept from one judgement of a catalogue to the next, so that only what changed is asked again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agendakit.diagnostic import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from pathlib import PurePosixPath

    from agendakit.asking import Kept
    from agendakit.config import Config
    from agendakit.diagnostic import Diagnostic
    from agendakit.extension import Context
    from agendakit.extra_schema import ExtraSchema

    Conditions = tuple[Config, date, ExtraSchema | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the rules found that look at more than one file, and in what.

    Attributes:
        around: Digest of what counts besides the Markdown files.
        keys: Digest of name and content of each Markdown file.
        facts: Digest of what those rules may make use of in each file.
        found: Before comments are heard.
    """

    around: bytes
    keys: Mapping[PurePosixPath, bytes]
    facts: Mapping[PurePosixPath, bytes]
    found: tuple[Diagnostic, ...]

    @classmethod
    def of(
        cls,
        around: bytes,
        keys: Mapping[PurePosixPath, bytes],
        kept: Mapping[PurePosixPath, Kept],
        found: tuple[Diagnostic, ...],
    ) -> Standing:
        """Of findings that were just made."""
        return cls(around=around, keys=keys, facts={path: one.facts for path, one in kept.items()}, found=found)

    def holds(self, around: bytes, keys: Mapping[PurePosixPath, bytes], kept: Mapping[PurePosixPath, Kept]) -> bool:
        """Whether the rules would find the same at the same places.

        They would where all facts are the same, and no place lies in a body that is another now: of a file whose facts
        are the same, the front matter is too, to the letter.
        """
        if self.around != around or self.keys.keys() != keys.keys():
            return False
        changed = {path for path, key in keys.items() if self.keys[path] != key}
        if any(kept[path].facts != self.facts[path] for path in changed):
            return False
        places = (place for diagnostic in self.found for place in _places(diagnostic)) if changed else ()
        return all(place.path not in changed or place.span.end <= kept[place.path].body for place in places)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """Findings of one check.

    Attributes:
        conditions: Configuration, day and extension schema, under which they hold.
        kept: What was found in each file alone, by the digest of its name and content.
        standing: What was found by a look at several.
    """

    conditions: Conditions
    kept: dict[bytes, Kept]
    standing: Standing | None


class Memo:
    """Findings from one check to the next.

    A check takes what is remembered as one value when it begins and puts another in its place when it ends. So of two
    that run at once, in an editor's threads, neither takes for its own what the other found under other conditions.
    """

    def __init__(self) -> None:
        self.last: Remembered | None = None

    def under(self, context: Context) -> Remembered:
        """What is remembered; nothing where configuration, day or extension schema are others than before."""
        conditions = (context.config, context.today, context.extra)
        last = self.last
        if last is None or last.conditions != conditions:
            last = self.last = Remembered(conditions=conditions, kept={}, standing=None)
        return last


def _places(diagnostic: Diagnostic) -> Iterator[Place]:
    finding = diagnostic.finding
    yield finding.place
    yield from (note.place for note in finding.related)
    if finding.fix is not None:
        yield from (Place(finding.place.path, edit.span) for edit in finding.fix.edits)
