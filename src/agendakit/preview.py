"""A site that is served while somebody writes: what one rebuild hands to the next, and what only a preview shows."""

from __future__ import annotations

import gc
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from agendakit.cache import Cache
from agendakit.changed_files import changed_files
from agendakit.check import check
from agendakit.extension import Outcome
from agendakit.inert import printable
from agendakit.outcome import summarise
from agendakit.rebuild_report import rebuild_report
from agendakit.site.preview_choice import choose
from agendakit.site.preview_findings import findings_html
from agendakit.site.preview_home import home_note
from agendakit.site.preview_left_out import left_out_at, left_out_page
from agendakit.site.preview_pages import datum, preview_files, preview_sources
from agendakit.site.promises import page_path
from agendakit.words import counted
from agendakit.workspace import WorkspaceError, read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import PurePosixPath

    from agendakit.check import Checked, Known
    from agendakit.diagnostic import Diagnostic
    from agendakit.site.place import Site
    from agendakit.site.preview_choice import Choice, Wish
    from agendakit.site.site_file import SiteFile
    from agendakit.workspace import Workspace


class Preview:
    """One preview, from its start to its end.

    Attributes:
        wishes: What it was asked to show; empty for all.
        shown: Files that have a page; `None` where all have.
        pages: Names of the Markdown files, relative to the catalogue's folder, that become pages; `None` for all.
        shell: A page whose links hold at any address, for the pages that are left out.
    """

    def __init__(self, wishes: tuple[Wish, ...]) -> None:
        self.wishes = wishes
        self.shown: frozenset[PurePosixPath] | None = None
        self.pages: frozenset[str] | None = None
        self.shell = ""
        self._known: Known | None = None
        self._checked: Checked | None = None
        self._choice: Choice | None = None
        self._found: dict[PurePosixPath, Outcome] = {}
        self._site: Site | None = None

    def look(self, workspace: Workspace, today: date) -> Checked:
        """Read and check the catalogue, choose what is shown of it, and tell the terminal what is new.

        Raises:
            WorkspaceError: the catalogue cannot be read, or the first rebuild is asked for what it does not hold.
        """
        checked = self._check(workspace, today)
        if self.wishes:
            self._choose(checked, workspace)
        click.echo(rebuild_report(self._checked, checked, self.shown), err=True, nl=False)
        self._checked = checked
        self._found = _by_file(checked)
        return checked

    def files(self, site: Site) -> tuple[SiteFile, ...]:
        """Pages and data to show; of several with one path the last counts."""
        self._site = site
        found = tuple(preview_files(site, self._found, self.shown))
        if self.shown is not None:
            self.pages = frozenset((*(file.path for file in found), *map(site.within, self.shown)))
        return found

    def sources(self, site: Site) -> Iterator[SiteFile]:
        """Entries as they are written."""
        return preview_sources(site, self.shown)

    def top(self, file: str) -> str:
        """HTML for the top of the page that a Markdown file becomes; the file is relative to the catalogue's folder."""
        assert self._site
        site = self._site
        outcome = self._found.get(site.catalogue.root / file)
        rejected = {one.document.path for one in (*site.catalogue.rejects, *site.catalogue.doubles)}
        own = site.catalogue.root / file in rejected
        address = page_path(file).removesuffix("index.html")
        about = findings_html(outcome, address) if outcome and not own else ""
        if self._choice is None or file != "index.md":
            return about
        return home_note(self._choice, self.wishes, self._found, site) + about

    def made_late(self, address: str) -> str | None:
        """What is made only when somebody asks for an address: a datum, or a small page for one that is left out.

        `None` for an address that the whole site does not have either.
        """
        if self.shown is None or self._site is None:
            return None
        if not address.endswith("/"):
            return datum(address, self._site)
        left_out = left_out_at(address, self._site)
        return None if left_out is None else left_out_page(address, left_out, self.wishes, self.shell)

    def _check(self, workspace: Workspace, today: date) -> Checked:
        sources = read(workspace)
        if self._known is not None:
            return check(sources, workspace.config, today, self._known)
        cache = Cache(workspace, sources, today)
        self._known = cache.known
        checked = check(sources, workspace.config, today, self._known)
        cache.save()
        gc.freeze()  # what was read lives as long as the preview, so collecting garbage need not look there again
        return checked

    def _choose(self, checked: Checked, workspace: Workspace) -> None:
        before = self._choice
        choice = choose(self.wishes, checked.catalogue, lambda: changed_files(workspace))
        if before is None and choice.unknown:
            raise WorkspaceError(" ".join(choice.unknown))
        if before is None or before.unknown != choice.unknown:
            click.echo("".join(f"{printable(one)}\n" for one in choice.unknown), err=True, nl=False)
        if before is None or before.shown != choice.shown:
            here, near = counted(len(choice.chosen), "page"), counted(len(choice.neighbours), "neighbour")
            click.echo(f"The preview shows {here} and {near}.", err=True)
        self._choice, self.shown = choice, choice.shown


def _by_file(checked: Checked) -> dict[PurePosixPath, Outcome]:
    """What was found in each file."""
    whole = Outcome(diagnostics=(), documents=checked.documents, summary=summarise(checked, checked.diagnostics))
    found: dict[PurePosixPath, list[Diagnostic]] = {}
    for one in checked.diagnostics:
        found.setdefault(one.place.path, []).append(one)
    return {path: replace(whole, diagnostics=tuple(those)) for path, those in found.items()}
