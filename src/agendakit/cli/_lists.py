"""Options that take several words, separated by commas."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from agendakit.nearest import did_you_mean, nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Collection


def words(_: click.Context | None, __: click.Parameter | None, value: str | None) -> tuple[str, ...]:
    """The words of an option, without doubles; none where it was not given."""
    return tuple(dict.fromkeys(word.strip() for word in (value or "").split(",") if word.strip()))


def words_among(
    known: Collection[str], noun: str
) -> Callable[[click.Context, click.Parameter, str | None], tuple[str, ...]]:
    """The same for an option that takes only some words; another word is refused with the nearest of them."""

    def read(context: click.Context, parameter: click.Parameter, value: str | None) -> tuple[str, ...]:
        found = words(context, parameter, value)
        for word in found:
            if word not in known:
                rest = did_you_mean(nearest(word, known)) or f"Write one of {', '.join(f'`{one}`' for one in known)}."
                raise click.BadParameter(f"`{word}` is no {noun}. {rest}", param=parameter)
        return found

    return read
