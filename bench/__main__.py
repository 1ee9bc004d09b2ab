"""`python -m bench [SIZE …]`: cost of a check against sizes and against check-jsonschema, as a table and ratios."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from bench.corpus import DAY, write_corpus
from bench.running import Run, best, measure

ROOT = Path(__file__).parent.parent
PROGRAMS = Path(sys.executable).parent
SIZES = (100, 1_000, 10_000)
EDITS = ("one body changed", "one reason changed", "one title changed")
CHECK = [str(PROGRAMS / "agendakit"), "check", "--strict", "--today", DAY]


def main() -> None:
    sizes = [int(word) for word in sys.argv[1:]] or list(SIZES)
    print("| entries | what | seconds | of processor time | ms an entry | MiB |")
    print("|---|---|---|---|---|---|")
    found = {size: _measured(size) for size in sizes}
    print()
    for size, runs in found.items():
        cold, peer = runs["cold"], runs["check-jsonschema"]
        print(f"{size:,} entries, cold: {_ratio(peer, cold)} than check-jsonschema.")
        for changed in EDITS:
            print(f"{size:,} entries, {changed}: {_ratio(cold, runs[changed])} than cold.")
    if {1_000, 10_000} <= found.keys():
        small, large = (_marginal(found[size]["cold"], found[100]["cold"], size) for size in (1_000, 10_000))
        print(f"Cost of an entry at 10,000 against 1,000, less what 100 cost: {large / small:.2f}.")


def _measured(size: int) -> dict[str, Run]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "catalogue"
        folder.mkdir()
        write_corpus(folder, size)
        # An installed program has its bytecode, so this one may write it too; the first run does.
        environment = {"AGENDAKIT_CACHE": str(Path(name) / "cache"), "PYTHONDONTWRITEBYTECODE": ""}
        measure([CHECK], folder, environment)
        times = 1 if size >= 10_000 else 3
        hook = next((folder / "agendas/concepts").glob("*.md"))
        entry = next((folder / "agendas/concepts").glob("*b.md"), hook)

        def body() -> Run:
            entry.write_text(entry.read_text(encoding="utf-8") + "\nOne more sentence.\n", encoding="utf-8")
            return measure([CHECK], folder, environment)

        def written_before(key: str) -> Run:
            text = entry.read_text(encoding="utf-8")
            entry.write_text(text.replace(f"{key}: ", f"{key}: Again ", 1), encoding="utf-8")
            return measure([CHECK], folder, environment)

        def filled() -> Run:
            shutil.rmtree(environment["AGENDAKIT_CACHE"], ignore_errors=True)
            return measure([CHECK], folder, environment)

        runs = {
            "cold": best(times, lambda: measure([[*CHECK, "--no-cache"]], folder, environment)),
            "filling the cache": best(1, filled),
            "nothing changed": best(times, lambda: measure([CHECK], folder, environment)),
            "one body changed": best(3, body),
            "one reason changed": best(3, lambda: written_before("    why")),
            "one title changed": best(3, lambda: written_before("\ntitle")),
            "one file, as the hook": best(3, lambda: measure([[*CHECK, str(hook)]], folder, environment)),
            "check-jsonschema": best(1, lambda: measure(_peer(folder, Path(name)), folder, {})),
        }
    for what, run in runs.items():
        each = 1_000 * run.process / size
        print(f"| {size:,} | {what} | {run.wall:.2f} | {run.process:.2f} | {each:.2f} | {run.memory:.0f} |", flush=True)
    return runs


def _peer(folder: Path, beside: Path) -> list[list[str]]:
    """check-jsonschema on the same front matter, which it needs as files of its own; writing them is not counted."""
    commands = []
    for kind in ("agenda", "concept", "project"):
        below = beside / "front" / kind
        below.mkdir(parents=True, exist_ok=True)
        for path in folder.rglob("*.md"):
            front = path.read_text(encoding="utf-8").split("---\n")[1]
            if front.startswith(f"kind: {kind}\n"):
                (below / f"{path.parent.name}-{path.stem}.yaml").write_text(front, encoding="utf-8")
        schema = str(ROOT / f"schemas/{kind}.schema.json")
        program = str(PROGRAMS / "check-jsonschema")
        commands.append([program, "--schemafile", schema, *map(str, sorted(below.iterdir()))])
    return commands


def _ratio(slow: Run, quick: Run) -> str:
    return f"{slow.wall / quick.wall:.1f} times faster ({slow.process / quick.process:.1f} by processor time)"


def _marginal(run: Run, smallest: Run, size: int) -> float:
    return (run.process - smallest.process) / (size - 100)


if __name__ == "__main__":
    main()
