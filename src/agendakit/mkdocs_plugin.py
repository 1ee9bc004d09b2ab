"""The site under MkDocs: reads and checks the catalogue, hands over the files that `site` makes."""

from __future__ import annotations

import gc
import logging
import os
from datetime import date
from typing import TYPE_CHECKING, Literal

from mkdocs.plugins import BasePlugin

from agendakit.handover import received
from agendakit.mkdocs_check import catalogue_to_build
from agendakit.mkdocs_files import generated, leave_out, named_in, remove, verbatim
from agendakit.mkdocs_preview import NAME, PreviewPlugin
from agendakit.mkdocs_settings import NoOptions, UnusableError, settle, settle_preview, workspace_of
from agendakit.preview import Preview
from agendakit.site.contents import with_contents
from agendakit.site.data_files import markdown_sources
from agendakit.site.held_back import HeldBack, Parsed, slimmed
from agendakit.site.pages import build
from agendakit.site.place import Site
from agendakit.site.plain_pages import safe, safe_front
from agendakit.site.repository import links_to
from agendakit.workspace import WorkspaceError

if TYPE_CHECKING:
    from pathlib import PurePosixPath

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page
    from mkdocs.structure.toc import TableOfContents

    from agendakit.catalogue import Catalogue
    from agendakit.workspace import Workspace

_log = logging.getLogger(f"mkdocs.plugins.{__name__}")


class AgendakitPlugin(BasePlugin[NoOptions]):  # type: ignore[no-untyped-call]  # MkDocs' class has no types
    """Hands the catalogue's pages to MkDocs."""

    _workspace: Workspace
    _catalogue: Catalogue
    _today: date
    _beside: PreviewPlugin

    def __init__(self) -> None:
        self._handover = received(os.environ)
        self._preview: Preview | None = None
        self._made: dict[str, PurePosixPath | None] = {}
        self._held: HeldBack[TableOfContents] = HeldBack()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002  # MkDocs' signature
        """Learn whether somebody is writing."""
        if self._handover.started is not None:
            self._handover.started.touch()
        if command == "serve":
            self._preview = Preview(self._handover.wishes)
            self._beside = PreviewPlugin(self._preview)
        else:
            gc.set_threshold(100_000, 50, 100)  # a build keeps nearly all that it makes

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Find the catalogue, complete the configuration."""
        self._workspace = workspace_of(config, self._handover)
        settle(config, self._workspace, serving=self._preview is not None)
        if self._preview is not None:
            settle_preview(config, self._workspace, self._handover)
            config.plugins[NAME] = self._beside
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:  # noqa: ARG002  # MkDocs' signature
        """Check the catalogue: an error ends a build here, before MkDocs empties the folder of the last one."""
        self._today = date.today()  # noqa: DTZ011  # the reader's day
        try:
            if self._preview is not None:
                self._catalogue = self._preview.look(self._workspace, self._today).catalogue
                return
            self._catalogue = catalogue_to_build(self._workspace, self._today)
        except WorkspaceError as error:
            raise UnusableError(error) from None

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Replace the entries by their pages, add the rest of the site, leave out what is not published."""
        catalogue, preview = self._catalogue, self._preview
        leave_out(files, config, self._workspace.catalogue)
        drafts = preview is not None
        site = Site(catalogue=catalogue, config=self._workspace.config, today=self._today, drafts=drafts, sources=True)
        for one in (*catalogue.drafts.values(), *catalogue.rejects, *catalogue.doubles):
            remove(files, site.within(one.document.path))
        self._made, made, named = {}, {}, named_in(config.nav)
        for file in preview.files(site) if preview else build(site):
            self._made[file.path], made[file.path] = file.source, generated(file, config, named)
        for path, page in made.items():
            if remove(files, path) and self._made[path] is None:
                _log.warning("`%s` is the name of a page that is generated; yours is not shown.", path)
            files.append(page)
        for file in preview.sources(site) if preview else markdown_sources(site):
            files.append(verbatim(file, config))
        return files

    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> Page:  # noqa: ARG002  # MkDocs' signature
        """Edit links lead to the entry, and generated pages without a source have none."""
        if page.file.src_uri in self._made:
            path = self._made[page.file.src_uri]
            source = path and links_to(self._workspace.config.repository, path, "", "")
            page.edit_url = source.edit if source else None
        return page

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002  # MkDocs' signature
        """Keep finished HTML from the parser, and only what is safe of front matter, which themes write as it is."""
        if page.file.src_uri in self._made:
            markdown = self._held.take(page.file.src_uri, markdown)
            page.file.content_string = ""  # it has been read, and ten thousand of them are half a gigabyte
        else:
            page.meta = safe_front(page.meta)
        return markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002  # MkDocs' signature
        """Put blocks and the table of contents where the page wants them; clean what an author's page became."""
        anchors = frozenset(page.present_anchor_ids or ())
        found = self._held.give(page.file.src_uri, Parsed(html=html, contents=page.toc, anchors=anchors))
        if found is None:
            return safe(html)
        page.toc, page.present_anchor_ids = found.contents, set(found.anchors)
        return with_contents(found.html, ((one.url, one.title) for one in page.toc))

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002  # MkDocs' signature
        """Leave out what templates need and readers do not."""
        return slimmed(output) if page.file.src_uri in self._made else output
