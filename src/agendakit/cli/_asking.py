"""Questions on a terminal: one at a time, each answer judged at once."""

from __future__ import annotations

import codecs
import io
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from agendakit.cli._table import wrapped
from agendakit.nearest import did_you_mean, nearest

with suppress(ImportError):  # not everywhere; where it is, `input` uses it, and answers can be edited
    import readline

    for setting in ("input-meta on", "output-meta on", "convert-meta off"):  # letters beyond ASCII, in any locale
        readline.parse_and_bind(f"set {setting}")

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

LATER = "Enter to leave it for later"


def is_terminal() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def say(text: str = "") -> None:
    """Say something that is no result, as it stands."""
    click.echo(text, err=True)


def tell(text: str, indent: str = "", hanging: str | None = None) -> None:
    """Say something in lines that fit, each after an indent, or those after the first after another."""
    say(wrapped(text, indent, _room(), hanging))


def ask(question: str, judge: Callable[[str], str], *, default: str = "", needed: bool = False) -> str:
    """One line; asked again until it will do. Empty where it may be left out and was.

    Args:
        question: In words.
        judge: Says what is wrong with an answer, in a sentence; empty where nothing is.
        default: What Enter alone stands for.
        needed: Whether it cannot be left out.
    """
    say()
    tell(question)
    hint = f"[{default}] " if default else "" if needed else f"({LATER}) "
    while True:
        answer = _line(hint) or default
        if not answer and not needed:
            return ""
        wrong = judge(answer) if answer else "This one is needed."
        if not wrong:
            return answer
        tell(wrong, "  ")


def ask_lines(question: str, judge: Callable[[str], str]) -> list[str]:
    """Several lines, up to an empty one."""
    say()
    tell(f"{question} One a line; an empty line ends the list.")
    found: list[str] = []
    while answer := _line():
        wrong = judge(answer)
        if wrong:
            tell(wrong, "  ")
        else:
            found.append(answer)
    return found


def choose(question: str, meanings: Mapping[str, str], *, needed: bool = False) -> str:
    """One of some words, by number or by name, shown with their meanings; where it is needed, the only one is Enter."""
    words = list(meanings)
    remedy = f"Write a number from 1 to {len(words)}." if len(words) > 1 else "There is only this one: write 1."

    def judge(answer: str) -> str:
        if _chosen(answer, words):
            return ""
        return did_you_mean(nearest(answer, words)) or remedy

    say()
    tell(question)
    for number, word in enumerate(words, 1):
        label = f"{number}. "
        tell(f"{label}{word}{_after(meanings[word])}", "  ", " " * (2 + len(label)))
    only = words[0] if needed and len(words) == 1 else ""
    hint = f"[{only}] " if only else "" if needed else f"({LATER}) "
    while True:
        answer = _line(hint) or only
        if not answer and not needed:
            return ""
        if not judge(answer):
            return _chosen(answer, words)
        tell(judge(answer), "  ")


def agree(question: str, *, default: bool) -> bool:
    """Yes or no."""
    say()
    tell(question)
    while True:
        answer = _line("[Y/n] " if default else "[y/N] ").lower()
        if not answer:
            return default
        if answer in ("y", "yes", "n", "no"):
            return answer.startswith("y")
        tell("Write y or n.", "  ")


def _line(hint: str = "") -> str:
    """A line that is typed, without white space around; Ctrl-C and the end of the input stop it all."""
    try:
        return " ".join(_typed(f"{hint}> ").split())
    except (KeyboardInterrupt, EOFError):
        say()
        raise click.Abort from None


def _typed(prompt: str) -> str:
    _understand_unicode()
    if sys.stdin.isatty() and sys.stdout.isatty():
        return input(prompt)
    # What the command gives goes somewhere else, where a prompt would be taken for a part of it.
    click.echo(prompt, nl=False, err=True)
    if answer := sys.stdin.readline():
        return answer
    raise EOFError


def _understand_unicode() -> None:
    """Where the locale says ASCII, terminals send UTF-8 all the same."""
    if isinstance(sys.stdin, io.TextIOWrapper) and codecs.lookup(sys.stdin.encoding).name == "ascii":
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")


def _room() -> int:
    """Cells in a line of the terminal on which it is said, which may have changed since; 100 without one."""
    with suppress(OSError, ValueError):
        return max(os.get_terminal_size(sys.stderr.fileno()).columns or 100, 20)
    return 100


def _chosen(answer: str, words: Sequence[str]) -> str:
    if answer.isdecimal() and 1 <= int(answer) <= len(words):
        return words[int(answer) - 1]
    begun = [word for word in words if word.startswith(answer.lower())]
    return answer if answer in words else begun[0] if answer and len(begun) == 1 else ""


def _after(meaning: str) -> str:
    return f": {meaning}" if meaning else ""
