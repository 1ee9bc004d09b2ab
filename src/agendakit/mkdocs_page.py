"""A generated page as MkDocs' page that knows its front matter, and asks no parser where there is nothing to parse.

MkDocs sets up its Markdown parser anew for each page, and reads the front matter as YAML: a twentieth of a build.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from agendakit.site.templating import front_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


class GeneratedPage(Page):
    """The page of a file that `templating.page` wrote."""

    def read_source(self, config: MkDocsConfig) -> None:
        """Take the front matter as it was written; what another plugin gives instead is read by MkDocs."""
        source = config.plugins.on_page_read_source(page=self, config=config)
        found = front_of(self.file.content_string) if source is None else None
        if found is None:
            super().read_source(config)
        else:
            self.meta, self.markdown = found

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Make nothing of nothing: headings that have been parsed before are not handed over again."""
        if self.markdown:
            super().render(config, files)
            return
        self.content, self.toc, self.present_anchor_ids = "", TableOfContents([]), set()
