"""What the command line tells the plugin, which runs in a program of its own: variables of the environment."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from agendakit.site.preview_choice import Wish

if TYPE_CHECKING:
    from collections.abc import Mapping

_CONFIG, _ONLY, _STARTED = "_AGENDAKIT_CONFIG", "_AGENDAKIT_ONLY", "_AGENDAKIT_STARTED"
"""Nobody sets these by hand: CI templates have an `AGENDAKIT_CONFIG` of their own, which must not be taken for ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """What is told; nothing of it, where somebody calls the engine by its own name.

    Attributes:
        config: The configuration to use instead of the nearest.
        wishes: What a preview is to show; empty for all.
        started: File to make as soon as the engine has read its own configuration and found the plugin there.
    """

    config: Path | None = None
    wishes: tuple[Wish, ...] = ()
    started: Path | None = None


def handed_over(handover: Handover) -> dict[str, str]:
    """The variables that tell it."""
    variables = {_ONLY: json.dumps([[wish.words, wish.place] for wish in handover.wishes])}
    if handover.config is not None:
        variables[_CONFIG] = str(handover.config)
    if handover.started is not None:
        variables[_STARTED] = str(handover.started)
    return variables


def received(variables: Mapping[str, str]) -> Handover:
    """What the variables tell."""
    config, started = variables.get(_CONFIG), variables.get(_STARTED)
    return Handover(
        config=Path(config) if config else None,
        wishes=tuple(Wish(words, place) for words, place in json.loads(variables.get(_ONLY) or "[]")),
        started=Path(started) if started else None,
    )
