"""The site that commands make without an engine."""

from __future__ import annotations

import importlib.util
from typing import TYPE_CHECKING

from agendakit.workspace import WorkspaceError

if TYPE_CHECKING:
    from datetime import date

    from agendakit.check import Checked
    from agendakit.site.place import Site
    from agendakit.workspace import Workspace

_NEEDED = ("jinja2", "nh3", "latex2mathml")


def site_of(checked: Checked, workspace: Workspace, today: date) -> Site:
    """What is published of a catalogue."""
    if any(importlib.util.find_spec(name) is None for name in _NEEDED):
        raise WorkspaceError("The site needs some more packages. Install them with `pip install 'agendakit[site]'`.")
    from agendakit.site.place import Site  # noqa: PLC0415  # an extra

    return Site(catalogue=checked.catalogue, config=workspace.config, today=today)
