"""See that a built site is whole."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from agendakit.cli import CLEAN, FINDINGS
from agendakit.cli._catalogue import checked_of, workspace_of
from agendakit.cli._options import today_option
from agendakit.cli._site import site_of
from agendakit.inert import printable
from agendakit.words import counted
from agendakit.workspace import WorkspaceError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from agendakit.site.promises import Promise


@click.command("verify", short_help="See that a built site is whole.")
@click.argument("folder", metavar="SITE", default="site", type=click.Path(path_type=Path))
@today_option
@click.pass_obj
def command(config: str | None, folder: Path, today: date) -> int:
    """See that every page, redirect, asset and datum of the catalogue is in the built site SITE, by default `site`.

    All links within it, and the places in pages that they name, have to be there too.
    """
    workspace = workspace_of(config)
    checked = checked_of(workspace, today)
    site = site_of(checked, workspace, today)
    from agendakit.site.promises import promises, sources_of_pages  # noqa: PLC0415  # an extra

    if not folder.is_dir():
        raise WorkspaceError(f"`{folder}` is no folder. Build the site first, or name the folder that it is in.")
    promised = {promise.path: promise for promise in promises(site)}
    sources = {page: path.as_posix() for page, path in sources_of_pages(site).items()}
    faults, links = [], 0
    for sentence, is_link in _faults(folder, promised, sources, workspace.config.url):
        click.echo(printable(sentence))
        faults.append(sentence)
        links += is_link
    if checked.catalogue.rejects:
        names = ", ".join(reject.id for reject in checked.catalogue.rejects)
        click.echo(f"Not looked for, for they do not pass `agendakit check`: {names}.", err=True)
    count = counted(len(promised), "file")
    click.echo(f"{count} promised, {len(faults) - links} missing or broken; {counted(links, 'broken link')}.", err=True)
    return FINDINGS if faults else CLEAN


def _faults(
    folder: Path, promised: Mapping[str, Promise], sources: Mapping[str, str], url: str
) -> Iterator[tuple[str, bool]]:
    """Sentences on what is wrong, each with whether it is about a link; every page is read once."""
    from agendakit.site.built_links import LinkCheck  # noqa: PLC0415  # an extra

    files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    for promise in promised.values():
        if promise.path not in files:
            yield f"`{promise.path}` is missing ({promise.sort.value}). Build the site again.", False
    check = LinkCheck(files, url)
    for name, path in files.items():
        text = path.read_text(encoding="utf-8", errors="replace") if name.endswith(".html") else None
        fault = _fault(promised[name], path, text or "") if name in promised else ""
        if fault:
            yield f"`{name}` {fault}", False
        if text is not None:
            check.read(name, text)
    for one in check.broken():
        others = f" So do {counted(one.others, 'other page')}." if one.others else ""
        remedy = _remedy(one.page, promised, sources)
        yield f"`{one.page}:{one.line}` has a link `{one.link}` that {one.fault}.{others} {remedy}", True


def _fault(promise: Promise, path: Path, text: str) -> str:
    """What is wrong with a file of the site, to follow its name; empty where nothing is."""
    from agendakit.site.data_files import STYLESHEET  # noqa: PLC0415  # an extra
    from agendakit.site.promises import BODY, Sort  # noqa: PLC0415  # an extra

    if promise.sort is not Sort.PAGE:
        return "" if path.stat().st_size or promise.sort in (Sort.ASSET, Sort.FILE) else "is empty. Build it again."
    if BODY not in text:
        return "is a page, but not the one that agendakit generates. Let the engine pass HTML through."
    return "" if STYLESHEET in text else f"does not load `{STYLESHEET}`. Name it in the engine's configuration."


def _remedy(page: str, promised: Mapping[str, Promise], sources: Mapping[str, str]) -> str:
    if page in sources:
        return f"Correct it in `{sources[page]}`, or add what it leads to."
    if page in promised:
        return "The page is generated: build the site again with all its files; if the link stays, please report it."
    return "Correct it where the page comes from, or remove the page from the site."
