"""Explain a rule or a field, offline."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from agendakit.check import all_rules
from agendakit.extension import Rule, Subject
from agendakit.model import KINDS
from agendakit.model.reflect import FieldInfo, fields_of
from agendakit.nearest import did_you_mean, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from click.shell_completion import CompletionItem


def _completed(_: click.Context, __: click.Parameter, incomplete: str) -> list[str | CompletionItem]:
    """Rules and fields that the name may become."""
    names = (*(rule.name for rule in all_rules()), *(field.name for kind in KINDS for field in fields_of(kind)))
    return sorted({name for name in names if name.startswith(incomplete)})


@click.command("explain")
@click.argument("name", required=False, shell_complete=_completed)
def command(name: str | None) -> int:
    """Print the manual page of the rule or field NAME (`effort`, `project.effort`); without a name, list them."""
    click.echo(_listed() if name is None else _page(name.strip()))
    return 0


def _page(name: str) -> str:
    rules = {rule.name: rule for rule in all_rules()}
    if name in rules:
        return _rule(rules[name])
    fields = [
        (kind, field) for kind in KINDS for field in _all_fields(fields_of(kind)) if _is_called(kind, field, name)
    ]
    if fields:
        return "\n\n".join(_together(fields))
    known = [*rules, *(".".join(field.route) for kind in KINDS for field in _all_fields(fields_of(kind)))]
    suggestion = did_you_mean(nearest(name, dict.fromkeys(known)))
    raise click.UsageError(f"`{name}` is neither a rule nor a field. {suggestion}".rstrip())


def _rule(rule: Rule) -> str:
    silence = "a comment can allow it" if rule.allowable else "no comment can allow it"
    dated = f", error from {rule.error_from} on" if rule.error_from else ""
    return f"{rule.name} ({rule.subject.value}; {rule.level} by default{dated}; {silence})\n\n{rule.manual}"


def _together(fields: list[tuple[str, FieldInfo]]) -> Iterator[str]:
    """One page for the kinds that describe a field alike."""
    pages: dict[str, list[str]] = {}
    for kind, field in fields:
        pages.setdefault(_field(field), []).append(kind)
    for page, kinds in pages.items():
        yield f"{page.replace('KINDS', ', '.join(kinds), 1)}"


def _field(field: FieldInfo) -> str:
    needed = {"yes": "needed", "wanted": "wanted", "no": "optional"}[field.needed]
    condition = f" {field.condition}" if field.condition else ""
    lines = [f"{'.'.join(field.route)} (KINDS; {needed}{condition})", "", field.doc, "", f"Write: {field.type}"]
    lines += [f"  {word}: {meaning}" for word, meaning in field.meanings.items()]
    lines += [f"  {child.name}: {child.doc}" for child in field.children]
    if field.example is not None:
        lines.append(f"Example: {field.example}")
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
