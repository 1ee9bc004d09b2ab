"""Questions on a terminal: one at a time, each answer judged at once."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from agendakit.cli._table import wrapped
from agendakit.nearest import did_you_mean, nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

Judge = "Callable[[str], str]"
"""What is wrong with an answer, in a sentence; empty where nothing is."""

LATER = "Enter to leave it for later"


def is_terminal() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def say(text: str = "") -> None:
    """Say something that is no result."""
    click.echo(text, err=True)


def ask(question: str, judge: Callable[[str], str], *, default: str = "", needed: bool = False) -> str:
    """One line; asked again until it will do. Empty where it may be left out and was."""
    say()
    say(wrapped(question))
    hint = f"[{default}] " if default else "" if needed else f"({LATER}) "
    while True:
        answer = click.prompt(f"{hint}>", default=default, show_default=False, prompt_suffix=" ", err=True).strip()
        if not answer and not needed:
            return ""
        wrong = judge(answer) if answer else "This one is needed."
        if not wrong:
            return str(answer)
        say(wrapped(wrong, "  "))


def ask_lines(question: str, judge: Callable[[str], str]) -> list[str]:
    """Several lines, up to an empty one."""
    say()
    say(wrapped(f"{question} One a line; an empty line ends the list."))
    found: list[str] = []
    while True:
        answer = click.prompt(">", default="", show_default=False, prompt_suffix=" ", err=True).strip()
        if not answer:
            return found
        wrong = judge(answer)
        if wrong:
            say(wrapped(wrong, "  "))
        else:
            found.append(answer)


def choose(question: str, meanings: Mapping[str, str], *, needed: bool = False) -> str:
    """One of some words, by number or by name, shown with their meanings."""
    words = list(meanings)

    def judge(answer: str) -> str:
        if _chosen(answer, words):
            return ""
        return did_you_mean(nearest(answer, words)) or f"Write a number from 1 to {len(words)}."

    lines = (f"  {number}. {word}{_after(meanings[word])}" for number, word in enumerate(words, 1))
    say()
    say(wrapped(question))
    for line in lines:
        say(wrapped(line.strip(), "  "))
    hint = "" if needed else f"({LATER}) "
    while True:
        answer = click.prompt(f"{hint}>", default="", show_default=False, prompt_suffix=" ", err=True).strip()
        if not answer and not needed:
            return ""
        if not judge(answer):
            return _chosen(answer, words)
        say(wrapped(judge(answer), "  "))


def agree(question: str, *, default: bool = True) -> bool:
    """Yes or no."""
    say()
    return bool(click.confirm(question, default=default, err=True))


def _chosen(answer: str, words: Iterable[str]) -> str:
    words = list(words)
    if answer.isdecimal() and 1 <= int(answer) <= len(words):
        return words[int(answer) - 1]
    begun = [word for word in words if word.startswith(answer.lower())]
    return answer if answer in words else begun[0] if answer and len(begun) == 1 else ""


def _after(meaning: str) -> str:
    return f": {meaning}" if meaning else ""
