"""Fill, extend and compare the bibliography."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from agendakit.arxiv import name_of
from agendakit.cli import CLEAN, FINDINGS
from agendakit.cli._bibliography import Desk, desk_of
from agendakit.cli._options import today_option
from agendakit.cli._table import wrapped
from agendakit.fetch import FetchError, fetch, services
from agendakit.identifiers import Identifier, Malformed, identify
from agendakit.named_papers import Comparison, compare
from agendakit.nearest import joined
from agendakit.words import counted
from agendakit.workspace import WorkspaceError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from agendakit.bibtex_file import BibFile
    from agendakit.csl import Item

_TYPES = ("article", "article-journal", "book", "dataset", "paper-conference", "post-weblog", "report", "software")
_MOST_NAMED = 5


@click.group("papers", short_help="Fill and check the bibliography, `papers.json`.")
def command() -> None:
    """The bibliography, `papers.json`: add papers, complete it, compare it with the entries."""


@command.command("add", short_help="Add papers by arXiv number, DOI or address.")
@click.argument("names", metavar="ID…", nargs=-1, required=True)
@click.option("--title", help="Add by hand, without the network: the title.")
@click.option("--author", "authors", multiple=True, help="By hand: an author's name; once for each.")
@click.option("--year", type=click.IntRange(1000, 2999), help="By hand: when it appeared.")
@click.option("--in", "container", help="By hand: the journal, conference, site or book that it appeared in.")
@click.option("--type", "kind", type=click.Choice([*_TYPES, "webpage"]), help="By hand: what sort of work it is.")
@click.option("--refresh", is_flag=True, help="Ask again for papers that are listed already.")
@today_option
@click.pass_obj
def add(
    config: str | None,
    names: tuple[str, ...],
    title: str | None,
    authors: tuple[str, ...],
    year: int | None,
    container: str | None,
    kind: str | None,
    today: date,
    *,
    refresh: bool,
) -> int:
    """Add papers by their arXiv number (arXiv:2212.03827), DOI or address; several at a time.

    An address has no registry to ask, so give its --title, --author and --year yourself.
    """
    by_hand = title is not None
    if not by_hand and (authors or year or container or kind):
        raise click.UsageError("By hand a paper needs its --title.")
    if by_hand and len(names) > 1:
        raise click.UsageError("By hand papers are added one at a time.")
    identifiers = [_identifier(name) for name in names]
    desk = desk_of(config, today)
    wanted = [one for one in identifiers if refresh or by_hand or desk.bibliography.find(one.key) is None]
    for one in identifiers:
        if one not in wanted:
            click.echo(f"{one.key} is listed already.", err=True)
    if by_hand:
        listed = desk.bibliography.find(identifiers[0].key)
        if listed is not None:
            click.echo(f"{listed.id} is listed already and is replaced; it was: {listed.item.title}", err=True)
        desk.put([_by_hand(identifiers[0], title or "", authors, year, container, kind)])
        return CLEAN
    return _fetched_into(desk, wanted)


@command.command("lock", short_help="Add every paper that entries name and that is missing.")
@click.option("--all", "everything", is_flag=True, help="Look whether listed papers were retracted meanwhile, too.")
@today_option
@click.pass_obj
def lock(config: str | None, today: date, *, everything: bool) -> int:
    """Add every paper that an entry names and that is not listed yet."""
    desk = desk_of(config, today)
    wanted = [use.identifier for use in compare(desk.catalogue).missing]
    code = _fetched_into(desk, wanted) if wanted else CLEAN
    if not wanted:
        click.echo("Every paper that an entry names is listed.", err=True)
    if everything and code == CLEAN:
        _look_for_retractions(desk_of(config, today))
    return code


@command.command("import", short_help="Add the works of a BibTeX file.")
@click.argument("file", metavar="FILE.bib", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what would be added, and write nothing.")
@today_option
@click.pass_obj
def import_(config: str | None, file: Path, today: date, *, dry_run: bool) -> int:
    """Add the works of a BibTeX or BibLaTeX file that are not listed yet."""
    found = _works_of(file)
    if not found.works and not found.broken:
        click.echo(f"`{file}` holds no work in BibTeX; nothing was added.", err=True)
        return CLEAN
    desk = desk_of(config, today)
    new: dict[str, Item] = {}
    left = [f"line {line}: cannot be read as BibTeX" for line in found.broken]
    for work in found.works:
        listed = desk.same_work(work.item, work.title, work.year)
        if listed is not None:
            click.echo(f"{file.name}:{work.line}: `{work.key}` is listed already as {listed}.", err=True)
        elif work.item is None:
            lack = "no title" if not work.title else "neither arXiv number, DOI nor address"
            left.append(f"line {work.line}: `{work.key}` has {lack}")
        elif str(work.item["id"]) in new:
            left.append(f"line {work.line}: `{work.key}` is {work.item['id']}, which stands in the file before")
        else:
            new[str(work.item["id"])] = work.item
    if dry_run:
        for key, item in new.items():
            click.echo(f"{key}: {item['title']}")
        click.echo(f"{counted(len(new), 'paper')} would be added.", err=True)
    else:
        desk.put(list(new.values()))
    for words in left:
        click.echo(f"Left out, {words}.", err=True)
    return FINDINGS if left else CLEAN


@command.command("check", short_help="Compare the bibliography with the entries, offline.")
@click.option("--json", "as_json", is_flag=True, help="The same for programs.")
@today_option
@click.pass_obj
def check(config: str | None, today: date, *, as_json: bool) -> int:
    """Compare the bibliography with the entries, offline: what is missing, broken, retracted, unused."""
    desk = desk_of(config, today, broken_too=True)
    compared = compare(desk.catalogue)
    broken = list(desk.problems())
    if as_json:
        click.echo(json.dumps(_data(compared, broken), ensure_ascii=False, indent=1))
    else:
        _show(compared, broken, desk)
    return FINDINGS if compared.missing or compared.malformed or broken else CLEAN


def _identifier(name: str) -> Identifier:
    found = identify(name)
    if isinstance(found, Malformed):
        suggestion = f" Did you mean `{found.suggestion}`?" if found.suggestion else ""
        raise click.UsageError(f"`{name}` {found.reason}.{suggestion}")
    return found


def _by_hand(
    identifier: Identifier,
    title: str,
    authors: Iterable[str],
    year: int | None,
    container: str | None,
    kind: str | None,
) -> Item:
    item: Item = {
        "id": identifier.key,
        "type": kind or ("webpage" if identifier.key.startswith("http") else "article"),
        "title": " ".join(title.split()),
        "author": [_author(" ".join(author.split())) for author in authors],
    }
    item |= {"issued": {"date-parts": [[year]]}} if year else {}
    item |= {"container-title": container} if container else {}
    return {**item, "URL": identifier.url}


def _works_of(file: Path) -> BibFile:
    try:
        from agendakit.bibtex_file import parse  # noqa: PLC0415  # an extra
    except ImportError:
        raise WorkspaceError("Reading BibTeX needs `pip install 'agendakit[papers]'`.") from None
    try:
        return parse(file.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise WorkspaceError(f"`{file}` is not UTF-8. Export it again as UTF-8.") from None


def _author(name: str) -> dict[str, str]:
    """A name in reading order, or as bibliographies write it: family, comma, given."""
    read = name_of(name)
    family, _, given = name.partition(", ")
    if "literal" in read or not given or "," in given or given == read.get("suffix"):
        return read
    return {"family": family, "given": given}


def _fetched_into(desk: Desk, wanted: list[Identifier]) -> int:
    by_hand = [one for one in wanted if one.key.startswith("http")]
    try:
        fetched = fetch(wanted, services(lambda words: click.echo(words, err=True)))
    except FetchError as error:
        name = wanted[0].key.removeprefix("doi:")
        way = f'`agendakit papers add {name} --title "…" --author "…" --year …`'
        raise WorkspaceError(f"{error} Without the network, name what you know: {way}.") from None
    desk.put(list(fetched.items))
    for key, reason in fetched.failed.items():
        if not key.startswith("http"):
            click.echo(f"`{key.removeprefix('doi:')}` {reason}.", err=True)
    for one in by_hand:
        click.echo(
            f"`{one.url}` is an address, and nobody can look up its title. Add it by hand:\n"
            f'  agendakit papers add {one.url} --title "…" --author "…" --year …',
            err=True,
        )
    return FINDINGS if fetched.failed else CLEAN


def _look_for_retractions(desk: Desk) -> None:
    known = {paper.id: paper for paper in desk.bibliography.papers}
    found = [identify(name) for name in known]
    askable = [one for one in found if isinstance(one, Identifier) and not one.key.startswith("http")]
    try:
        fetched = fetch(askable, services(lambda words: click.echo(words, err=True)))
    except FetchError as error:
        raise WorkspaceError(str(error)) from None
    changed: list[Mapping[str, object]] = []
    for item in fetched.items:
        paper = desk.bibliography.find(str(item["id"]))
        if paper is not None and "custom" in item and not paper.item.custom.retracted:
            changed.append({**paper.data, "custom": {"retracted": True}})
            click.echo(f"{paper.id} was retracted: {paper.item.title}")
    if changed:
        desk.write(changed)
    else:
        click.echo("No listed paper was retracted since.", err=True)


def _data(compared: Comparison, broken: list[str]) -> dict[str, object]:
    return {
        "version": 1,
        "missing": [{"id": use.identifier.key, "entries": list(use.entries)} for use in compared.missing],
        "malformed": [{"ref": ref, "entry": entry} for ref, entry in compared.malformed],
        "broken": broken,
        "retracted": list(compared.retracted),
        "unused": list(compared.unused),
    }


def _show(compared: Comparison, broken: list[str], desk: Desk) -> None:
    for words in broken:
        click.echo(words)
    for use in compared.missing:
        click.echo(f"{use.identifier.key} is not listed; {joined(use.entries[:_MOST_NAMED])} names it.")
    for ref, entry in compared.malformed:
        click.echo(f"`{ref}`, in {entry}, is no name of a paper.")
    for name in compared.retracted:
        click.echo(f"{name} was retracted.")
    if compared.unused:
        click.echo(wrapped(f"No entry names {joined(compared.unused)}."))
    if compared.missing:
        click.echo("Run `agendakit papers lock` to add what is missing.", err=True)
    papers = counted(len(desk.bibliography.papers), "paper")
    click.echo(f"{papers}, {len(compared.missing)} missing, {len(compared.unused)} unused.", err=True)
