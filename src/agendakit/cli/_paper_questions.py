"""Questions about papers: what to read, and what exists already."""

from __future__ import annotations

from agendakit.cli._asking import agree, ask, ask_lines
from agendakit.identifiers import Malformed, identify

Values = dict[str, object]

_NAMES = "arXiv numbers (arXiv:2212.03827), DOIs or addresses."


def ask_what_to_read(values: Values) -> None:
    """The papers of an entry, the first of which is where to start."""
    if "papers" in values:
        return
    found = ask_lines(f"What to read, the one to start with first: {_NAMES}", paper_problem)
    roles = ("start-here", *("background" for _ in found))
    if found:
        values["papers"] = [{"ref": _name(ref), "role": role} for ref, role in zip(found, roles, strict=False)]


def ask_what_exists(values: Values, today: str) -> None:
    """Prior art, and with it the day on which it was looked for; an empty list says that there was none."""
    if "existing_work" in values:
        return
    if not agree("Have you looked whether somebody has done it already?", default=False):
        return
    values.setdefault("as_of", today)
    found = ask_lines(f"What answers a part of it? {_NAMES} None is an answer too.", paper_problem)
    values["existing_work"] = [
        {"ref": _name(ref), "note": ask(f"What does {ref} answer, and what does it leave open?", _fine, needed=True)}
        for ref in found
    ]


def _fine(_: str) -> str:
    return ""


def paper_problem(answer: str) -> str:
    """What is wrong with the name of a paper, in a sentence; empty where nothing is."""
    found = identify(answer)
    if not isinstance(found, Malformed):
        return ""
    return f"`{answer}` {found.reason}." + (f" Did you mean `{found.suggestion}`?" if found.suggestion else "")


def _name(answer: str) -> str:
    """The short name of a paper that was given by its address."""
    found = identify(answer)
    if isinstance(found, Malformed) or found.key.startswith("http"):
        return answer
    return found.key.removeprefix("doi:")
