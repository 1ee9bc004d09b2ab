"""A draft for an id that is named and does not exist: where it belongs and what stands in it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from agendakit.model import DRAFT_NEEDS
from agendakit.model.reflect import field_at

if TYPE_CHECKING:
    from pathlib import PurePosixPath

    from agendakit.catalogue import Catalogue

_SHORTEST_TITLE = 5


def place_for(catalogue: Catalogue, kind: str, name: str, near: PurePosixPath) -> PurePosixPath:
    """File of a new entry: agendas get a folder, projects lie beside the file that names them, concepts together."""
    if kind == "agenda":
        return catalogue.root / name / "index.md"
    if kind == "project":
        return near.parent / f"{name}.md"
    folders = Counter(source.document.path.parent for source in catalogue.sources if source.kind == kind)
    folder = folders.most_common(1)[0][0] if folders else catalogue.root / f"{kind}s"
    return folder / f"{name}.md"


def draft_text(kind: str, name: str, today: str) -> str:
    """A draft that validates, each text in it marked as still to be written."""
    title = name.replace("-", " ").capitalize()
    lines = ["---", f"kind: {kind}", "stage: draft"]
    lines.append(f'title: "{title if len(title) >= _SHORTEST_TITLE else f"About {title}"}"')
    for field in DRAFT_NEEDS[kind]:
        info = field_at(kind, (field,)) if field not in ("kind", "title") else None
        if info is not None:
            lines.append(f'{field}: "TODO: {info.doc.replace(chr(34), chr(39))}"')
    return "\n".join([*lines, f"created: {today}", "---", ""])
