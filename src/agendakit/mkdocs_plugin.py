"""The site under MkDocs: reads and checks the catalogue, hands over the files that `site.pages` makes."""

from __future__ import annotations

import logging
import os
from datetime import date
from importlib.resources import files as resources
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click
from mkdocs.config.base import Config as Options
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin

from agendakit.check import check
from agendakit.config import ConfigError
from agendakit.diagnostic import Level
from agendakit.extension import Outcome
from agendakit.inert import printable
from agendakit.mkdocs_files import generated, leave_out_what_escapes, leave_out_what_runs, remove, verbatim
from agendakit.outcome import summarise
from agendakit.reports.full import full
from agendakit.site.agreement import Theirs, disagreements
from agendakit.site.contents import with_contents
from agendakit.site.data_files import markdown_sources, theme_values
from agendakit.site.pages import build
from agendakit.site.place import Site
from agendakit.site.plain_pages import safe, safe_front
from agendakit.site.repository import links_to
from agendakit.workspace import WorkspaceError, find, read

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from agendakit.catalogue import Catalogue
    from agendakit.check import Checked
    from agendakit.site.site_file import SiteFile
    from agendakit.workspace import Workspace

_log = logging.getLogger(f"mkdocs.plugins.{__name__}")


class NoOptions(Options):  # type: ignore[no-untyped-call]  # MkDocs' class has no types
    """All that the plugin needs stands in `agendakit.toml`."""


class AgendakitPlugin(BasePlugin[NoOptions]):  # type: ignore[no-untyped-call]  # as above
    """Hands the catalogue's pages to MkDocs."""

    _workspace: Workspace
    _catalogue: Catalogue
    _today: date

    def __init__(self) -> None:
        self._serving = False
        self._made: dict[str, SiteFile] = {}

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002  # MkDocs' signature
        """Learn whether somebody is writing."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Find the catalogue, say where the two configurations disagree, put our templates before the theme's."""
        named = os.environ.get("AGENDAKIT_CONFIG")
        beside = Path(config.config_file_path or "mkdocs.yml").absolute().parent
        try:
            self._workspace = find(beside, Path(named) if named else None)
        except (ConfigError, WorkspaceError) as error:
            raise Abort(printable(str(error))) from None
        theirs = Theirs(
            docs_dir=str(Path(config.docs_dir).resolve()),
            site_url=None if self._serving else config.site_url,  # MkDocs serves at an address of its own
            repo_url=config.repo_url,
            directories=config.use_directory_urls,
        )
        for sentence in disagreements(theirs, self._workspace.config, str(self._workspace.catalogue.resolve())):
            _log.warning(sentence)
        if self._workspace.config_path is not None:
            config.watch.append(str(self._workspace.config_path))
        config.theme.dirs.insert(0, str(resources("agendakit.site") / "theme"))
        config.extra["agendakit"] = theme_values(self._workspace.config)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:  # noqa: ARG002  # MkDocs' signature
        """Check the catalogue: an error ends a build here, before MkDocs empties the folder of the last one."""
        self._today = date.today()  # noqa: DTZ011  # the reader's day
        try:
            checked = check(read(self._workspace), self._workspace.config, self._today)
        except WorkspaceError as error:
            raise Abort(printable(str(error))) from None
        self._report(checked)
        self._catalogue = checked.catalogue

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Replace the entries by their pages, add the rest of the site, leave out what is not published."""
        catalogue, today = self._catalogue, self._today
        leave_out_what_escapes(files, self._workspace.catalogue)
        leave_out_what_runs(files, config)
        for one in (*catalogue.drafts.values(), *catalogue.rejects, *catalogue.doubles):
            remove(files, one.document.path.relative_to(catalogue.root).as_posix())
        site = Site(catalogue=catalogue, config=self._workspace.config, today=today, drafts=self._serving, sources=True)
        self._made = {file.path: file for file in build(site)}
        for file in self._made.values():
            if remove(files, file.path) and file.source is None:
                _log.warning("`%s` is the name of a page that is generated; yours is not shown.", file.path)
            files.append(generated(file, config))
        for file in markdown_sources(site):
            files.append(verbatim(file, config))
        return files

    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> Page:  # noqa: ARG002  # MkDocs' signature
        """Edit links lead to the entry, and generated pages without a source have none."""
        made = self._made.get(page.file.src_uri)
        if made is not None:
            source = made.source and links_to(self._workspace.config.repository, made.source, "", "")
            page.edit_url = source.edit if source else None
        return page

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002  # MkDocs' signature
        """Themes write front matter into a page as it is; only what is safe there stays."""
        if not self._is_ours(page):
            page.meta = safe_front(page.meta)
        return markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002  # MkDocs' signature
        """Put the table of contents that MkDocs made where the page wants it; clean what an author's page became."""
        return with_contents(html, ((one.url, one.title) for one in page.toc)) if self._is_ours(page) else safe(html)

    def _report(self, checked: Checked) -> None:
        """Show what is wrong; an error stops a build, and not the preview."""
        wrong = tuple(one for one in checked.diagnostics if one.level is Level.ERROR)
        if not wrong:
            return
        outcome = Outcome(diagnostics=wrong, documents=checked.documents, summary=summarise(checked, wrong))
        click.echo(full.render(outcome), err=True, nl=False)
        if not self._serving:
            raise Abort("The site was not built, because the catalogue has errors. `agendakit check` shows them too.")

    def _is_ours(self, page: Page) -> bool:
        return page.file.src_uri in self._made
