"""The headings that the body of an entry has, in order."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the second level; others may stand between those named here."""

    title: str
    required: bool = True


SECTIONS: Mapping[str, tuple[Section, ...]] = MappingProxyType(
    {
        "agenda": (
            Section("Why this matters"),
            Section("What is known"),
            Section("Open questions"),
            Section("Where to start"),
            Section("Core uncertainties"),
        ),
        "project": (
            Section("Motivation"),
            Section("First step", required=False),
            Section("How you can work on it"),
            Section("Core uncertainties"),
        ),
        "concept": (),
    }
)
"""Sections by kind; the body of a concept is its definition and needs none."""
