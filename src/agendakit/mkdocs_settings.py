"""MkDocs' configuration as the plugin completes it, and how the plugin ends a run."""

from __future__ import annotations

import logging
from importlib.resources import files as resources
from pathlib import Path
from typing import TYPE_CHECKING

import click
from mkdocs.config.base import Config as Options
from mkdocs.exceptions import Abort

from agendakit.changed_files import commit_log
from agendakit.config import ConfigError
from agendakit.inert import printable
from agendakit.site.agreement import Theirs, disagreements
from agendakit.site.data_files import theme_values
from agendakit.site.preview_choice import CHANGED
from agendakit.site.preview_pages import STYLESHEET
from agendakit.workspace import WorkspaceError, find

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from agendakit.handover import Handover
    from agendakit.workspace import Workspace

_log = logging.getLogger(f"mkdocs.plugins.{__name__}")


class NoOptions(Options):  # type: ignore[no-untyped-call]  # MkDocs' class has no types
    """All that the plugin needs stands in `agendakit.toml`."""


class UnusableError(Abort):
    """The configuration, the files or what was asked for cannot be used: MkDocs ends with 2, as our commands do."""

    exit_code = 2

    def __init__(self, error: Exception) -> None:
        super().__init__(printable(str(error)))

    def show(self, *_: object, **__: object) -> None:
        """Say so where commands say so."""
        click.echo(f"Error: {self.format_message()}", err=True)


def workspace_of(config: MkDocsConfig, handover: Handover) -> Workspace:
    """The workspace that an `mkdocs.yml` belongs to.

    Raises:
        UnusableError: its configuration cannot be used.
    """
    beside = Path(config.config_file_path or "mkdocs.yml").absolute().parent
    try:
        return find(beside, handover.config)
    except (ConfigError, WorkspaceError) as error:
        raise UnusableError(error) from None


def settle(config: MkDocsConfig, workspace: Workspace, *, serving: bool) -> None:
    """Say where the two configurations disagree, put our templates before the theme's."""
    theirs = Theirs(
        docs_dir=str(Path(config.docs_dir).resolve()),
        site_url=None if serving else config.site_url,  # MkDocs serves at an address of its own
        repo_url=config.repo_url,
        directories=config.use_directory_urls,
    )
    for sentence in disagreements(theirs, workspace.config, str(workspace.catalogue.resolve())):
        _log.warning(sentence)
    if workspace.config_path is not None:
        config.watch.append(str(workspace.config_path))
    config.theme.dirs.insert(0, str(resources("agendakit.site") / "theme"))
    styles = (path for folder in config.theme.dirs for path in Path(folder).glob("assets/stylesheets/main.*.css"))
    frame_styles = [f"assets/stylesheets/{path.name}" for path in styles]
    config.extra["agendakit"] = {**theme_values(workspace.config), "frame_styles": frame_styles}


def settle_preview(config: MkDocsConfig, workspace: Workspace, handover: Handover) -> None:
    """Give a preview its stylesheet, and a rebuild for each commit where that changes what is shown.

    Raises:
        UnusableError: git cannot say what changed.
    """
    config.extra_css.append(STYLESHEET)
    if not handover.wishes:
        return
    config.validation.nav.not_found = logging.DEBUG  # the preview leaves pages out on purpose
    if any(wish.words == CHANGED for wish in handover.wishes):
        try:
            log = commit_log(workspace)
        except WorkspaceError as error:
            raise UnusableError(error) from None
        if log is not None:
            config.watch.append(str(log))
