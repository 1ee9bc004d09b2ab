"""Explain a rule or a field, offline."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from agendakit import yaml_text
from agendakit.check import all_rules
from agendakit.extension import Rule, Subject
from agendakit.model import KINDS
from agendakit.model.reflect import FieldInfo, fields_of
from agendakit.nearest import did_you_mean, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from click.shell_completion import CompletionItem

_NEEDED = {"yes": "Needed", "wanted": "Wanted", "no": "Optional"}


def _completed(_: click.Context, __: click.Parameter, incomplete: str) -> list[str | CompletionItem]:
    """Rules and fields that the name may become."""
    names = (*KINDS, *(rule.name for rule in all_rules()), *(field.name for kind in KINDS for field in fields_of(kind)))
    return sorted({name for name in names if name.startswith(incomplete)})


@click.command("explain", short_help="Explain a rule, a field or a kind, offline.")
@click.argument("name", required=False, shell_complete=_completed)
def command(name: str | None) -> int:
    """Print the page of the rule, field or kind NAME (`project.effort`, `project`); without a name, list them."""
    click.echo(_listed() if name is None else _page(name.strip()))
    return 0


def _page(name: str) -> str:
    rules = {rule.name: rule for rule in all_rules()}
    if name in rules:
        return _rule(rules[name])
    if name in KINDS:
        return _kind(name)
    fields = [
        (kind, field) for kind in KINDS for field in _all_fields(fields_of(kind)) if _is_called(kind, field, name)
    ]
    fields.sort(key=lambda one: len(one[1].route))  # one's own difficulty before that of a source
    if fields:
        return "\n\n".join(_together(fields))
    known = [*rules, *KINDS, *(".".join(field.route) for kind in KINDS for field in _all_fields(fields_of(kind)))]
    suggestion = did_you_mean(nearest(name, dict.fromkeys(known)))
    rest = f"{suggestion} `agendakit explain` alone lists them all.".lstrip()
    raise click.UsageError(f"`{name}` is neither a rule, a field nor a kind. {rest}")


def _rule(rule: Rule) -> str:
    silence = "a comment can allow it" if rule.allowable else "no comment can allow it"
    dated = f", error from {rule.error_from} on" if rule.error_from else ""
    return f"{rule.name} ({rule.subject.value}; {rule.level} by default{dated}; {silence})\n\n{rule.manual}"


def _kind(kind: str) -> str:
    """The fields of a kind, those that it needs first."""
    parts = []
    for needed, heading in _NEEDED.items():
        fields = [field for field in fields_of(kind) if field.needed == needed]
        lines = [f"  {field.name:20} {field.doc}{_when(field)}" for field in fields]
        parts.append("\n".join([heading, "", *lines]))
    return "\n\n".join([f"{kind} (`agendakit explain {kind}.title` tells more of a field)", *parts])


def _when(field: FieldInfo) -> str:
    """When it is needed or wanted, empty where that is always."""
    return f" ({field.needed.replace('yes', 'needed')} where {field.condition})" if field.condition else ""


def _together(fields: list[tuple[str, FieldInfo]]) -> Iterator[str]:
    """One page for the kinds that describe a field alike."""
    pages: dict[str, list[str]] = {}
    for kind, field in fields:
        pages.setdefault(_field(field), []).append(kind)
    for page, kinds in pages.items():
        yield f"{page.replace('KINDS', ', '.join(kinds), 1)}"


def _field(field: FieldInfo) -> str:
    needed = _NEEDED[field.needed].casefold()
    condition = f" where {field.condition}" if field.condition else ""
    lines = [f"{'.'.join(field.route)} (KINDS; {needed}{condition})", "", field.doc, "", f"Write: {field.type}"]
    lines += [f"  {word}: {meaning}" for word, meaning in field.meanings.items()]
    lines += [f"  {child.name}: {child.doc}" for child in field.children]
    if field.example is not None:
        lines += ["Example:", *(f"  {line}" for line in yaml_text.fields({field.name: field.example}).splitlines())]
    return "\n".join(lines)


def _listed() -> str:
    lines = []
    for subject in Subject:
        lines += [f"{subject.value}", ""]
        lines += [f"  {rule.name:28} {rule.title}" for rule in all_rules() if rule.subject is subject]
        lines.append("")
    names = sorted({field.name for kind in KINDS for field in fields_of(kind)})
    return "\n".join([*lines, "Fields", "", f"  {', '.join(names)}"])


def _all_fields(fields: tuple[FieldInfo, ...]) -> Iterator[FieldInfo]:
    for field in fields:
        yield field
        yield from _all_fields(field.children)


def _is_called(kind: str, field: FieldInfo, name: str) -> bool:
    route = ".".join(field.route)
    return name in (field.name, route, f"{kind}.{route}")
