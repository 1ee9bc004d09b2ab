"""The prerequisite graph as a drawing or as data."""

from __future__ import annotations

import click

from agendakit import drawings
from agendakit.cli import CLEAN
from agendakit.cli._catalogue import agendas_of, catalogue_of, record_of, workspace_of
from agendakit.cli._give import give
from agendakit.cli._lists import words, words_among

_FORMATS = {"svg": drawings.svg, "dot": drawings.dot, "mermaid": drawings.mermaid, "json": drawings.data}


@click.command("graph", short_help="Draw what needs what.")
@click.option("--format", "form", type=click.Choice(list(_FORMATS)), default="dot", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option("--kind", callback=words_among(("project", "concept"), "kind"), help="Only entries of this kind.")
@click.option("--agenda", callback=words, metavar="ID,…", help="Only projects of these agendas, and what they need.")
@click.option("--to", "goals", callback=words, metavar="ID,…", help="Only these entries, and what they need.")
@click.option("--output", type=click.Path(dir_okay=False), help="Write to a file.")
@click.pass_obj
def command(
    config: str | None,
    form: str,
    kind: tuple[str, ...],
    agenda: tuple[str, ...],
    goals: tuple[str, ...],
    output: str | None,
    *,
    as_json: bool,
) -> int:
    """Draw what needs what, of all published entries; needs that follow from other needs are left out."""
    workspace = workspace_of(config)
    catalogue = catalogue_of(workspace)
    agendas = agendas_of(catalogue, agenda)
    wanted = {record_of(catalogue, name).id for name in goals}
    wanted |= {project for project, of in catalogue.agenda_of.items() if of in agendas}
    graph = drawings.part(catalogue, wanted if agenda or goals else None, kind)
    give(_FORMATS["json" if as_json else form](graph, catalogue, workspace.config), output)
    return CLEAN
