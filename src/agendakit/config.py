"""The configuration: `agendakit.toml`, or `[tool.agendakit]` in `pyproject.toml`.

Unlike an entry, a configuration that cannot be read stops the work: a `ConfigError` says what is wrong and where.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from agendakit.diagnostic import Level
from agendakit.nearest import did_you_mean, nearest
from agendakit.text import LineIndex, Position, Span
from agendakit.toml_words import in_plain_words, stopped_at

if TYPE_CHECKING:
    from collections.abc import Iterable

FILE_NAME = "agendakit.toml"
SCHEMA_VERSION = 1
_STALE_AFTER = re.compile(r"([0-9]{1,5}) (day|week|month|year)s?")
_DAYS = {"day": 1, "week": 7, "month": 365 / 12, "year": 365}
_LONGEST_DAYS = 100 * 365
_FORMS = {
    "string_type": "a text in quotes",
    "int_type": "a whole number",
    "list_type": "a list in `[…]`",
    "dict_type": "a table",
}


class ConfigError(Exception):
    """A configuration that cannot be used.

    Attributes:
        message: What is wrong and what to do.
        span: Where in the file; `None` where it concerns no place in it.
        text: The file's text, for the frame.
    """

    def __init__(self, message: str, path: PurePosixPath, text: str = "", span: Span | None = None) -> None:
        self.message = message
        self.path = path
        self.text = text
        self.span = span
        position = LineIndex(text).position(span.start) if span else Position(1, 1)
        super().__init__(f"{path}:{position.line}:{position.column}: {message}")


def _level(value: object) -> object:
    return Level(value) if isinstance(value, str) and value in set(Level) else value


def _folder(value: str) -> str:
    path = PurePosixPath(value)
    if path.is_absolute() or ".." in path.parts or "\\" in value or not value.isprintable():
        raise ValueError("name a folder below the configuration, with forward slashes and without `..`")
    return path.as_posix()


def _duration(value: str) -> str:
    match = _STALE_AFTER.fullmatch(value)
    if match is None or _days(match) > _LONGEST_DAYS:
        raise ValueError(
            "write a number and `days`, `weeks`, `months` or `years`, such as `12 months`; a hundred years at most"
        )
    return value


def _days(match: re.Match[str]) -> int:
    return round(int(match[1]) * _DAYS[match[2]])


LevelOrOff = Annotated[Level | Literal["off"], BeforeValidator(_level)]
Folder = Annotated[str, AfterValidator(_folder)]
Levels = dict[str, LevelOrOff]


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class FolderLevels(_Table):
    """Levels that count in one folder and below."""

    path: Folder
    levels: Levels = {}


class Config(_Table):
    """Every key, all optional; paths are relative to the configuration's folder.

    Attributes:
        catalogue: Folder of the entries.
        name: What the catalogue is called.
        url: Address of the published site, with its closing slash where one is given.
        repository: Address of the repository that holds the entries.
        licence: Licence of the content.
        assumes: Concepts that every reader is taken to know.
        stale_after: How long an entry counts as looked after.
        extra_schema: JSON Schema of the field `extra`.
        levels: Level by rule, or "off".
        folders: Levels by folder; the last that fits counts.
    """

    catalogue: Folder = "agendas"
    schema_version: int = SCHEMA_VERSION
    name: str = "Research agendas"
    url: str = Field(default="", pattern=r"^(https?://\S+)?$")
    repository: str = Field(default="", pattern=r"^(https?://\S+)?$")
    licence: str = ""
    assumes: list[str] = []
    stale_after: Annotated[str, AfterValidator(_duration)] = "12 months"
    extra_schema: Folder | None = None
    levels: Levels = {}
    folders: list[FolderLevels] = []

    @property
    def root(self) -> PurePosixPath:
        """Folder of the entries as a path."""
        return PurePosixPath(self.catalogue)

    @property
    def bibliography(self) -> PurePosixPath:
        """File of the bibliography."""
        return self.root / "papers.json"

    @property
    def stale_days(self) -> int:
        """`stale_after` in days (a year counts 365, a month its twelfth)."""
        match = _STALE_AFTER.fullmatch(self.stale_after)
        assert match is not None, "checked when it was read"
        return _days(match)

    def page_url(self, path: str) -> str:
        """Address of a page of the published site, empty where the catalogue has none."""
        return f"{self.url.rstrip('/')}/{path}" if self.url else ""

    def level_of(self, rule: str, path: PurePosixPath) -> Level | Literal["off"] | None:
        """Level that the configuration gives a rule in a file, `None` where it gives none."""
        found = self.levels.get(rule)
        for folder in self.folders:
            if path.is_relative_to(folder.path) and rule in folder.levels:
                found = folder.levels[rule]
        return found

    def rule_names(self) -> Iterable[str]:
        """Every rule that a level is given for."""
        return (name for levels in (self.levels, *(folder.levels for folder in self.folders)) for name in levels)


def parse(text: str, path: PurePosixPath) -> Config | None:
    """Read a configuration; `None` where a `pyproject.toml` holds none.

    Raises:
        ConfigError: it is no TOML, or a key or a value is none that we know.
    """
    try:
        data: object = tomllib.loads(text.removeprefix("\ufeff"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise _broken(error, text, path) from None
    if path.name == "pyproject.toml":
        data = _table(_table(data, "tool"), "agendakit")
        if data is None:
            return None
    try:
        config = Config.model_validate(data)
    except ValidationError as error:
        raise _invalid(error, text, path) from None
    if config.schema_version != SCHEMA_VERSION:
        span = place_of(text, ("schema_version",))
        message = f"This version of agendakit reads schema version {SCHEMA_VERSION}, not {config.schema_version}."
        raise ConfigError(message, path, text, span)
    return config


def place_of(text: str, names: tuple[str, ...]) -> Span | None:
    """Where a key is written: the last of the names that a line begins with, else a table header that names it."""
    for name in reversed(names):
        quoted = re.escape(name)
        line = re.search(rf"""^[ \t]*["']?({quoted})["']?[ \t]*=""", text, re.MULTILINE)
        header = re.search(rf"^[ \t]*\[\[?[^\]\n]*?({quoted})[\"']?\s*\]", text, re.MULTILINE)
        found = line or header or re.search(rf"\b({quoted})\b", text)
        if found:
            return Span(*found.span(1))
    return None


def _table(data: object, name: str) -> object:
    return data.get(name) if isinstance(data, dict) else None


def _broken(error: Exception, text: str, path: PurePosixPath) -> ConfigError:
    known = isinstance(error, tomllib.TOMLDecodeError)
    words = in_plain_words(str(error)) if known else "Its values are nested too deeply."
    place = stopped_at(str(error))
    offset = LineIndex(text).offset(Position(*place)) if place else len(text.rstrip())
    return ConfigError(f"This is not TOML. {words}", path, text, Span(offset, offset + 1))


def _invalid(error: ValidationError, text: str, path: PurePosixPath) -> ConfigError:
    first = error.errors()[0]
    if not first["loc"]:
        message = "`[tool.agendakit]` is no table: write its keys below that header."
        return ConfigError(message, path, text, place_of(text, ("agendakit",)))
    names = tuple(step for step in first["loc"] if isinstance(step, str))
    return ConfigError(_words(first["type"], first["msg"], names), path, text, place_of(text, names))


def _words(kind: str, message: str, names: tuple[str, ...]) -> str:
    key = next((name for name in reversed(names) if "[" not in name and name != "literal"), "")
    if kind == "extra_forbidden":
        known = FolderLevels.model_fields if names[:1] == ("folders",) else Config.model_fields
        suggestion = did_you_mean(nearest(key, known)) or f"The keys are {', '.join(sorted(known))}."
        return f"`{key}` is no key of the configuration. {suggestion}"
    if "levels" in names[:-1]:
        rule = names[names.index("levels") + 1]
        return f"The level of `{rule}` is none: write `error`, `warning`, `hint` or `off`."
    if kind == "value_error":
        return f"`{key}` has a value that cannot be used: {message.removeprefix('Value error, ')}."
    if kind == "string_pattern_mismatch":
        return f"`{key}` is no address: write one that begins with `https://`."
    if kind == "missing":
        return f"`{key}` is missing."
    return f"`{key}` has a value of another kind than it takes; write {_FORMS.get(kind, 'another')}."
