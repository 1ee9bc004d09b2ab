"""Begin an entry."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from agendakit import field_values
from agendakit.addresses import RESERVED
from agendakit.check import check
from agendakit.cli import CLEAN
from agendakit.cli._asking import ask as ask_line
from agendakit.cli._asking import is_terminal, say, tell
from agendakit.cli._catalogue import catalogue_of, workspace_of
from agendakit.cli._interview import interview
from agendakit.cli._named_entries import see_they_exist
from agendakit.cli._options import today_option
from agendakit.cli._paper_questions import paper_problem
from agendakit.cli._terminal import prefix_to
from agendakit.diagnostic import Level
from agendakit.git_program import said_by_git
from agendakit.model import DRAFT_NEEDS, KINDS, PAPER_ROLES
from agendakit.nearest import did_you_mean, nearest
from agendakit.scaffold import entry_text, id_of, path_of
from agendakit.workspace import Workspace, WorkspaceError, create, read

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date
    from pathlib import PurePosixPath

    from agendakit.catalogue import Catalogue

Values = dict[str, object]

_STOPPED = 130
"""What a program gives that Ctrl-C stopped."""

_AGREES = ("y", "yes")
"""What somebody types who takes the proposed id; nobody wants it for an id."""

_FIELDS = ("title", "question", "summary", "agenda", "type", "difficulty", "difficulty_reason", "effort", "compute")


@click.command("new", short_help="Begin an entry as a draft; asks a few questions.")
@click.argument("kind", metavar="KIND", type=click.Choice(list(KINDS)))
@click.argument("name", metavar="[ID]", required=False)
@click.option("--title", help="The title; an id is made of it where none is given.")
@click.option("--question", help="A project's question, in one sentence.")
@click.option("--summary", help="The summary, in a paragraph.")
@click.option("--agenda", help="Id of the agenda that a project belongs to.")
@click.option("--type", help="What sort of work a project is.")
@click.option("--difficulty", help="A project's level.")
@click.option("--difficulty-reason", help="What makes it this hard, in one line.")
@click.option("--effort", help="Full-time work, such as `2-4 days`.")
@click.option("--compute", help="The machine it takes.")
@click.option("--author", "authors", multiple=True, help="An author's name; once for each.")
@click.option("--tag", "tags", multiple=True, help="A tag; once for each.")
@click.option("--addresses", multiple=True, help="An open question of the agenda; once for each.")
@click.option("--prerequisite", "prerequisites", multiple=True, help="Id of what comes before; once for each.")
@click.option("--paper", "papers", multiple=True, help="A paper, or ROLE=paper; the first is where to start.")
@click.option("--set", "others", multiple=True, metavar="FIELD=VALUE", help="Any other field; the value is YAML.")
@click.option("--ask/--no-ask", default=None, help="Whether to ask for what is missing; by default on a terminal.")
@today_option
@click.pass_obj
def command(
    config: str | None,
    /,
    kind: str,
    name: str | None,
    ask: bool | None,  # noqa: FBT001  # click's flag with three states
    today: date,
    **options: object,
) -> int:
    """Begin an entry of a KIND (agenda, project or concept) as a draft, and print its path.

    On a terminal it asks for what matters and shows the nearest entries first; given --title and what a draft needs
    besides, it asks nothing.
    """
    workspace = workspace_of(config)
    catalogue = catalogue_of(workspace)
    given = _given(kind, catalogue, options)
    missing = [field for field in DRAFT_NEEDS[kind] if field not in given and field != "kind"]
    asks = is_terminal() and bool(missing) if ask is None else ask
    if missing and not asks:
        wanted = " and ".join(f"--{field}" for field in missing)
        raise click.UsageError(f"A draft of a {kind} needs {wanted}.")
    if asks:
        return _asked(workspace, catalogue, kind, given, name, today)
    name = name or id_of(str(given["title"]))
    wrong = _id_problem(catalogue, name)
    if wrong:
        raise click.UsageError(wrong)
    _written(workspace, path_of(catalogue, kind, name, str(given.get("agenda", ""))), kind, given, today)
    return CLEAN


def _asked(workspace: Workspace, catalogue: Catalogue, kind: str, given: Values, name: str | None, today: date) -> int:
    """Ask for what is missing, and write it once all is answered."""
    wrong = _id_problem(catalogue, name) if name else ""
    if wrong:
        raise click.UsageError(wrong)
    if not os.access(workspace.folder / workspace.config.catalogue, os.W_OK):
        raise WorkspaceError(f"`{workspace.config.catalogue}` cannot be written to, so nothing is asked.")
    try:
        values = interview(kind, catalogue, given, _author(), today.isoformat())
        name = name or (_id(catalogue, str(values["title"])) if values else "")
    except click.Abort:
        say("Stopped, and nothing was written.")
        return _STOPPED
    if values is None:
        say("Nothing was written.")
        return CLEAN
    path = path_of(catalogue, kind, name, str(values.get("agenda", "")))
    _written(workspace, path, kind, values, today)
    _what_next(workspace, path, values)
    return CLEAN


def _written(workspace: Workspace, path: PurePosixPath, kind: str, values: Values, today: date) -> None:
    text = entry_text(kind, {"kind": kind, "stage": "draft", "created": today.isoformat(), **values})
    _see_it_passes(workspace, path, text, today)
    create(workspace.folder / path, text.encode("utf-8"))
    click.echo(f"{prefix_to(workspace.folder)}{path}")


def _given(kind: str, catalogue: Catalogue, options: dict[str, object]) -> Values:
    values: Values = {field: options[field] for field in _FIELDS if options.get(field)}
    for field in ("tags", "addresses", "prerequisites"):
        values |= {field: list(options[field])} if options.get(field) else {}  # type: ignore[call-overload]  # click gives tuples
    if options.get("authors"):
        values["authors"] = [{"name": author} for author in options["authors"]]  # type: ignore[attr-defined]  # click gives tuples
    if options.get("papers"):
        values["papers"] = [_paper(text, number) for number, text in enumerate(options["papers"])]  # type: ignore[arg-type, var-annotated]  # click gives tuples
    for text in options["others"]:  # type: ignore[attr-defined]  # click gives tuples
        _set(values, text)
    for field, value in values.items():
        wrong = field_values.problem(kind, (field,), value)
        if wrong:
            raise click.UsageError(f"`{field}`: {wrong}")
    see_they_exist(kind, catalogue, values)
    return values


def _paper(text: str, number: int) -> Values:
    role, equals, ref = text.partition("=")
    if not equals or not paper_problem(text):
        role, ref = "background" if number else "start-here", text
    wrong = paper_problem(ref)
    if wrong:
        raise click.UsageError(wrong)
    if role not in PAPER_ROLES:
        raise click.UsageError(f"`{role}` is no role of a paper. {_one_of(role, PAPER_ROLES)}")
    return {"ref": ref, "role": role}


def _one_of(word: str, words: Collection[str]) -> str:
    return did_you_mean(nearest(word, words)) or f"Write one of {', '.join(f'`{one}`' for one in words)}."


def _set(values: Values, text: str) -> None:
    route, equals, value = text.partition("=")
    if not equals:
        raise click.UsageError(f"`{text}` sets nothing; write FIELD=VALUE.")
    *above, last = route.strip().split(".")
    inner = values
    for step in above:
        found = inner.setdefault(step, {})
        if not isinstance(found, dict):
            raise click.UsageError(f"`{route}` leads into a value that is already set.")
        inner = found
    inner[last] = field_values.read(value)


def _id(catalogue: Catalogue, title: str) -> str:
    proposed = id_of(title)
    question = "Its id, which becomes the file's name and stands in its address:"
    default = proposed if proposed and not _id_problem(catalogue, proposed) else ""

    def judge(answer: str) -> str:
        if default and answer.lower() in _AGREES:
            return f"Enter alone takes `{default}`."
        return _id_problem(catalogue, answer)

    return ask_line(question, judge, default=default, needed=True)


def _id_problem(catalogue: Catalogue, name: str) -> str:
    if not name:
        return "Give an ID; none can be made of the title."
    wrong = field_values.problem("project", ("prerequisites", "id"), name)
    if wrong:
        return f"`{name}` is no id. {wrong}"
    if name in {*catalogue.kinds, *catalogue.aliases, *RESERVED}:
        return f"`{name}` is taken; give another id."
    return ""


def _see_it_passes(workspace: Workspace, path: PurePosixPath, text: str, today: date) -> None:
    checked = check(read(workspace, {path: text}), workspace.config, today)
    for one in checked.diagnostics:
        if one.place.path == path and one.level is Level.ERROR:
            raise WorkspaceError(f"This would not pass `{one.rule}`: {one.finding.message} {one.finding.help}")


def _author() -> str:
    """The name that git knows the author by; empty where it knows none."""
    return said_by_git(Path(), "config", "user.name")


def _what_next(workspace: Workspace, path: PurePosixPath, values: Values) -> None:
    shown = f"{prefix_to(workspace.folder)}{path}"
    say()
    tell("It is a draft. What is still to write stands in it as comments. Then:")
    if values.get("papers"):
        say("  agendakit papers lock              # look up the papers")
    say(f"  agendakit check --hints {shown}")
    say("and take out `stage: draft` to publish it.")
