"""The check that a build begins with: an error ends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from mkdocs.exceptions import Abort

from agendakit.check import all_rules, check
from agendakit.diagnostic import Level
from agendakit.extension import Outcome, Subject
from agendakit.outcome import summarise
from agendakit.reports.full import full
from agendakit.silencing import UNUSED
from agendakit.workspace import read

if TYPE_CHECKING:
    from datetime import date

    from agendakit.catalogue import Catalogue
    from agendakit.config import Config
    from agendakit.extension import Rule
    from agendakit.workspace import Workspace


def catalogue_to_build(workspace: Workspace, today: date) -> Catalogue:
    """The catalogue of a workspace.

    Raises:
        Abort: it has errors, which have been shown.
        WorkspaceError: it cannot be read.
    """
    checked = check(read(workspace), workspace.config, today, rules=rules_that_can_stop(workspace.config, today))
    wrong = tuple(one for one in checked.diagnostics if one.level is Level.ERROR)
    if wrong:
        outcome = Outcome(diagnostics=wrong, documents=checked.documents, summary=summarise(checked, wrong))
        click.echo(full.render(outcome), err=True, nl=False)
        raise Abort("The site was not built, because the catalogue has errors. `agendakit check` shows them too.")
    return checked.catalogue


def rules_that_can_stop(config: Config, today: date) -> tuple[Rule, ...]:
    """Rules whose findings can be errors; with the one about needless comments come all, for it asks what they find.

    Those about one file come in any case: some of their findings are errors whatever the level of the rule.
    """
    named = frozenset(config.rule_names())
    if UNUSED in named:
        return all_rules()
    return tuple(
        rule
        for rule in all_rules()
        if rule.subject is not Subject.CATALOGUE or rule.level_on(today) is Level.ERROR or rule.name in named
    )
