"""What is kept from one judgement of a catalogue to the next, so that only what changed is asked again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from agendakit.diagnostic import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date
    from pathlib import PurePosixPath

    from agendakit.asking import Kept
    from agendakit.config import Config
    from agendakit.diagnostic import Diagnostic
    from agendakit.extension import Context
    from agendakit.extra_schema import ExtraSchema
    from agendakit.facts import Facts

    Conditions = tuple[Config, date, ExtraSchema | None]


class Holds(Enum):
    """How much of what was found would be found again, at the same places."""

    ALL = "all"
    BUT_WORDS = "all but what the rules find that read words"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the rules found that look at more than one file, and in what.

    Attributes:
        around: Digest of what counts besides the Markdown files.
        keys: Digest of name and content of each Markdown file.
        facts: What those rules may make use of in each file.
        found: Before comments are heard; without what is in `found_in_words`.
        found_in_words: The same of the rules that read the words of titles, questions and summaries.
    """

    around: bytes
    keys: Mapping[PurePosixPath, bytes]
    facts: Mapping[PurePosixPath, Facts]
    found: tuple[Diagnostic, ...]
    found_in_words: tuple[Diagnostic, ...]

    def holds(self, around: bytes, keys: Mapping[PurePosixPath, bytes], kept: Mapping[PurePosixPath, Kept]) -> Holds:
        """How much stands of a catalogue that is another now.

        A finding stands where the facts that its rule may use are the same in all files, and its places have not moved.
        """
        if self.around != around or self.keys.keys() != keys.keys():
            return Holds.NOTHING
        later = {path: one.facts for path, one in kept.items() if one.facts is not None}
        changed = {path: later[path] for path, key in keys.items() if self.keys[path] != key}
        if any(facts.structure != self.facts[path].structure for path, facts in changed.items()):
            return Holds.NOTHING
        if not self._stay(self.found, changed):
            return Holds.NOTHING
        if any(facts.words != self.facts[path].words for path, facts in changed.items()):
            return Holds.BUT_WORDS
        return Holds.ALL if self._stay(self.found_in_words, changed) else Holds.BUT_WORDS

    def _stay(self, found: Iterable[Diagnostic], changed: Mapping[PurePosixPath, Facts]) -> bool:
        """Whether all places of some findings are where they were, in files of which the structure is the same."""
        ends = {
            path: facts.body if facts.front == self.facts[path].front else facts.head for path, facts in changed.items()
        }
        places = (place for diagnostic in found for place in _places(diagnostic)) if changed else ()
        return all(place.path not in ends or place.span.end <= ends[place.path] for place in places)


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

    Attributes:
        last: What the last check left behind.
        lasting: Whether another check is to come, so that it pays to note what its findings rest on.
    """

    def __init__(self, *, lasting: bool = True) -> None:
        self.last: Remembered | None = None
        self.lasting = lasting

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
