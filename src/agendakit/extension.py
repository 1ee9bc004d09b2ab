"""What a file of `rules/`, `reports/` or `exports/` defines, and how all of them are found."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Literal, TypeVar, overload

from agendakit.diagnostic import Finding, Level
from agendakit.text import Position

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import PurePosixPath
    from types import ModuleType

    from agendakit.catalogue import Catalogue
    from agendakit.config import Config
    from agendakit.diagnostic import Diagnostic, Place
    from agendakit.document import Document
    from agendakit.extra_schema import ExtraSchema
    from agendakit.record import Draft, Record, Reject

T = TypeVar("T")


class Subject(Enum):
    """What a rule is asked about, one at a time; the value heads its group in the manual."""

    DOCUMENT = "Text and YAML"
    REJECT = "Schema"
    ENTRY = "One entry"
    CATALOGUE = "The catalogue"


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a rule may look at besides its subject.

    Attributes:
        today: The day to judge dates by.
        extra: The catalogue's own schema, where it has one.
    """

    catalogue: Catalogue
    config: Config
    today: date
    extra: ExtraSchema | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A permanent name for one thing that can be wrong.

    Attributes:
        level: The level by default, until the day of `error_from`.
        allowable: Whether a comment can silence it.
        manual: Its page in Markdown: the module's docstring.
        error_from: The day from which it is an error, so that nothing fails that was fine the day before.
        words: Whether it, about the catalogue, reads the words in `facts.WORDS`.
    """

    name: str
    subject: Subject
    level: Level
    allowable: bool
    manual: str
    check: Callable[..., Iterable[Finding]]
    error_from: date | None = None
    words: bool = False

    def level_on(self, today: date) -> Level:
        """The level by default on a day."""
        return Level.ERROR if self.error_from and today >= self.error_from else self.level

    @property
    def title(self) -> str:
        """First line of the manual."""
        return self.manual.partition("\n")[0]


DocumentCheck = Callable[["Document", Context], Iterable[Finding]]
RejectCheck = Callable[["Reject | Draft | Record", Context], Iterable[Finding]]
EntryCheck = Callable[["Record | Draft", Context], Iterable[Finding]]
CatalogueCheck = Callable[["Catalogue", Context], Iterable[Finding]]


@overload
def rule(
    subject: Literal[Subject.DOCUMENT],
    level: Level = ...,
    *,
    safety: bool = ...,
    error_from: date | None = ...,
) -> Callable[[DocumentCheck], Rule]: ...
@overload
def rule(
    subject: Literal[Subject.REJECT],
    level: Level = ...,
    *,
    safety: bool = ...,
    error_from: date | None = ...,
) -> Callable[[RejectCheck], Rule]: ...
@overload
def rule(
    subject: Literal[Subject.ENTRY],
    level: Level = ...,
    *,
    safety: bool = ...,
    error_from: date | None = ...,
) -> Callable[[EntryCheck], Rule]: ...
@overload
def rule(
    subject: Literal[Subject.CATALOGUE],
    level: Level = ...,
    *,
    safety: bool = ...,
    words: bool = ...,
    error_from: date | None = ...,
) -> Callable[[CatalogueCheck], Rule]: ...
def rule(
    subject: Subject,
    level: Level = Level.WARNING,
    *,
    safety: bool = False,
    words: bool = False,
    error_from: date | None = None,
) -> Callable[[Callable[..., Iterable[Finding]]], Rule]:
    """Make a rule of a generator of findings; its name is that of its file, its manual the file's docstring.

    Args:
        subject: What the generator is asked about.
        level: The level by default.
        safety: It protects readers, so no comment silences it. Errors about text and schema never can be.
        words: It reads the words of titles, questions and summaries, which others about the catalogue must not.
        error_from: The day from which it is an error, for a new rule that could fail entries that were fine before.
    """

    def make(check: Callable[..., Iterable[Finding]]) -> Rule:
        basic = (error_from is not None or level is Level.ERROR) and subject in (Subject.DOCUMENT, Subject.REJECT)
        return Rule(
            name=check.__module__.rpartition(".")[2].replace("_", "-"),
            subject=subject,
            level=level,
            allowable=not (safety or basic),
            manual=(sys.modules[check.__module__].__doc__ or "").strip(),
            check=check,
            error_from=error_from,
            words=words,
        )

    return make


def collect(package: ModuleType, kind: type[T]) -> tuple[T, ...]:
    """The values of one type that the modules of a package define, one a module, in the order of the file names."""
    return tuple(value for name in names_in(package) for value in _defined(package, name, kind))


def names_in(package: ModuleType) -> list[str]:
    """Names of a package's modules, in order; none of them is imported."""
    return sorted(module.name for module in pkgutil.iter_modules(package.__path__))


def pick(package: ModuleType, kind: type[T], name: str) -> T:
    """The value of one type that one module of a package defines; the other modules are not imported."""
    (found,) = _defined(package, name, kind)
    return found


def _defined(package: ModuleType, name: str, kind: type[T]) -> list[T]:
    module = importlib.import_module(f"{package.__name__}.{name}")
    return [value for value in vars(module).values() if isinstance(value, kind)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Counts of one check."""

    files: int
    entries: int
    errors: int
    warnings: int
    hints: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a report is made of.

    Attributes:
        diagnostics: In the order to show them.
        documents: Every file that they point into, by path.
        prefix: What leads from where the command runs to the configuration's folder, such as `../`; often empty.
        colour: Whether terminal colours are wanted.
        half_checked: Entries that did not validate, so that most rules have not looked at them yet.
    """

    diagnostics: tuple[Diagnostic, ...]
    documents: Mapping[PurePosixPath, Document]
    summary: Summary
    prefix: str = ""
    colour: bool = False
    half_checked: int = 0

    def shown(self, path: PurePosixPath) -> str:
        """A path as it is to be named in the report, relative to where the command runs."""
        return f"{self.prefix}{path}"

    def range_of(self, place: Place) -> tuple[Position, Position]:
        """First position of a place and the one behind its last; the start of the file where it was not read."""
        document = self.documents.get(place.path)
        if document is None:
            return Position(1, 1), Position(1, 1)
        return document.lines.position(place.span.start), document.lines.position(place.span.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A format of `check`: an outcome becomes a text, which ends with a line feed unless it is empty."""

    name: str
    render: Callable[[Outcome], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A format of `export`: the published catalogue becomes a text.

    Attributes:
        file_name: Name of the file on the site; empty where the site does without, for others have the same.
    """

    name: str
    file_name: str
    render: Callable[[Catalogue, Config, date], str]


def export(file_name: str = "") -> Callable[[Callable[[Catalogue, Config, date], str]], Export]:
    """Make an export of a function; its name is that of its file."""

    def make(render: Callable[[Catalogue, Config, date], str]) -> Export:
        return Export(name=render.__module__.rpartition(".")[2], file_name=file_name, render=render)

    return make


def report(render: Callable[[Outcome], str]) -> Report:
    """Make a report of a function; its name is that of its file."""
    return Report(name=render.__module__.rpartition(".")[2], render=render)
