"""`python -m bench.site [SIZE …]`: cost of the site against plain Material for MkDocs with the same Markdown."""

from __future__ import annotations

import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from bench.corpus import write_corpus
from bench.running import Run, best, measure

PROGRAMS = Path(sys.executable).parent
SIZES = (1_000, 10_000)
NAV_LIMIT = 1_000
"""Plain Material with ten thousand pages in its nav would write 40 GB."""
QUIET = {"NO_MKDOCS_2_WARNING": "true"}
HEAD = "site_name: Made up\nsite_url: https://example.org/\ntheme: {name: material, font: false}\n"
AGENDAKIT = "agendakit"
BODIES = "bodies of the entries"
WHOLE = "whole entries, as `render` writes them"
NAV, OUTSIDE = "in its nav", "outside its nav"


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A site that was built.

    Attributes:
        blocks: MiB that it takes on the disk, folders included.
        content: MiB that its files hold.
    """

    run: Run
    blocks: float
    content: float
    files: int


def main() -> None:
    sizes = [int(word) for word in sys.argv[1:]] or list(SIZES)
    print(
        "| entries | built by | seconds | of processor time | ms an entry | peak MiB | MiB on disk | in files | files |"
    )
    print("|---|---|---|---|---|---|---|---|---|")
    found = {size: _measured(size) for size in sizes}
    print()
    for size, sites in found.items():
        for name, site in sites.items():
            if name != AGENDAKIT:
                print(f"{size:,} entries: {_ratios(site, sites[AGENDAKIT])} than {name}.")
    if {1_000, 10_000} <= found.keys():
        small, large = (found[size][AGENDAKIT].run.process / size for size in (1_000, 10_000))
        print(f"Time of an entry at 10,000 against 1,000: {large / small:.2f}.")


def _measured(size: int) -> dict[str, Built]:
    with tempfile.TemporaryDirectory() as name:
        ours = Path(name) / AGENDAKIT
        _lay_out(ours, size)
        found = {AGENDAKIT: _built(AGENDAKIT, size, [str(PROGRAMS / "agendakit"), "build", "--quiet"], ours)}
        if size > NAV_LIMIT:
            return found
        for content, lay_out in ((BODIES, _lay_out_bodies), (WHOLE, _lay_out_whole)):
            folder = Path(name) / content.partition(" ")[0]
            lay_out(folder / "docs", ours)
            for where, nav in ((NAV, _nav(folder / "docs")), (OUTSIDE, '  - Home: index.md\nnot_in_nav: "*"\n')):
                (folder / "mkdocs.yml").write_text(f"{HEAD}nav:\n{nav}", encoding="utf-8")
                what = f"Material, {content}, {where}"
                found[what] = _built(what, size, [str(PROGRAMS / "mkdocs"), "build", "--quiet"], folder)
        return found


def _built(what: str, size: int, command: list[str], folder: Path) -> Built:
    """Build a site, those that are quick more than once."""
    times = 2 if size <= NAV_LIMIT and not what.endswith(NAV) else 1

    def fresh() -> Run:
        shutil.rmtree(folder / "site", ignore_errors=True)
        return measure([command], folder, QUIET)

    run = best(times, fresh)
    paths = list((folder / "site").rglob("*"))
    built = Built(
        run=run,
        blocks=sum(path.lstat().st_blocks for path in paths) * 512 / 2**20,
        content=sum(path.lstat().st_size for path in paths if path.is_file()) / 2**20,
        files=sum(path.is_file() for path in paths),
    )
    each = 1_000 * run.process / size
    print(
        f"| {size:,} | {what} | {run.wall:.1f} | {run.process:.1f} | {each:.1f} | {run.memory:.0f} |"
        f" {built.blocks:.0f} | {built.content:.0f} | {built.files:,} |",
        flush=True,
    )
    return built


def _lay_out(folder: Path, size: int) -> None:
    """A catalogue with what a site of it needs."""
    folder.mkdir()
    write_corpus(folder, size)
    (folder / "mkdocs.yml").write_text(f"{HEAD}docs_dir: agendas\nplugins: [agendakit]\n", encoding="utf-8")
    with (folder / "agendakit.toml").open("a", encoding="utf-8") as file:
        file.write('url = "https://example.org/"\n')


def _lay_out_bodies(docs: Path, ours: Path) -> None:
    """The entries as they are written, of which plain Material shows the bodies and drops the front matter."""
    shutil.copytree(ours / "agendas", docs)
    (docs / "index.md").write_text("# Made up\n", encoding="utf-8")


def _lay_out_whole(docs: Path, ours: Path) -> None:
    """The pages of the entries as `agendakit render` writes them, with all that their front matter holds."""
    measure([[str(PROGRAMS / "agendakit"), "render", str(docs)]], ours, {})
    entries = {path.relative_to(ours / "agendas").with_suffix("") for path in (ours / "agendas").rglob("*.md")}
    pages = {docs / (entry.parent if entry.name == "index" else entry) / "index.md" for entry in entries}
    for path in [path for path in docs.rglob("*") if path.is_file() and path not in {*pages, docs / "index.md"}]:
        path.unlink()


def _nav(docs: Path) -> str:
    """Every page, by folder."""
    lines = ["  - Home: index.md"]
    for below in sorted(path for path in docs.iterdir() if path.is_dir() and any(path.rglob("*.md"))):
        lines.append(f"  - {below.name}:")
        lines += [f"      - {path.relative_to(docs)}" for path in sorted(below.rglob("*.md"))]
    return "\n".join(lines) + "\n"


def _ratios(other: Built, ours: Built) -> str:
    quicker = other.run.process / ours.run.process
    return (
        f"{quicker:.1f} times faster by processor time, {other.blocks / ours.blocks:.1f} times smaller on disk"
        f" ({other.content / ours.content:.1f} in files)"
    )


if __name__ == "__main__":
    main()
