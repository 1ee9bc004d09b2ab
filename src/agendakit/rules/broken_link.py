"""A link leads to nothing: no such entry, no such file, no such heading.

To an entry, write `[words](entry:linear-probes)`, which works wherever the two files lie, and goes on working after a
rename. To another file of the catalogue, write its path relative to the file that you are in. `#…` leads to a heading:
its words in lower case with hyphens between them; `#first-step` of a project and `#question-…` of an agenda lead to a
field. An address that begins with `/` depends on where the site lies, so it is not used. Addresses of other sites
(`https://…`) are not looked up.

```md bad project
## Notes

Read about [probes](entry:linear-prob) first.
<!--                ^^^^^^^^^^^^^^^^^ -->
```

```md fixed project
## Notes

Read about [probes](entry:linear-probes) first.
```

```md bad project
## Notes

The [agenda](../probin/index.md) says more.
<!--         ^^^^^^^^^^^^^^^^^^ -->
```

```md bad project
## Notes

[Above](#motivated) and in [the agenda](index.md#where-to-begin).
<!--    ^^^^^^^^^^ -->
```

```md bad project
## Notes

[The site](/agendas/probing/) and a ![curve](curve.png).
```

```md good project
## Notes

[Probes](entry:linear-probes), [above](#motivation), [the agenda](index.md#where-to-start) and
[elsewhere](https://example.org/page).
```
"""

from __future__ import annotations

import posixpath
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, assert_never

from agendakit.addresses import RESERVED
from agendakit.anchors import anchors_of
from agendakit.destinations import Elsewhere, ToEntry, ToFile, ToRoot, destination
from agendakit.diagnostic import Finding, Fix, Level, Place, Safety
from agendakit.edits import replaced
from agendakit.extension import Context, Subject, rule
from agendakit.mentions import links_of
from agendakit.model import Agenda, Project
from agendakit.nearest import did_you_mean, nearest
from agendakit.record import INDEX, Draft

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from agendakit.catalogue import Catalogue
    from agendakit.document import Document
    from agendakit.outline import Link


@rule(Subject.CATALOGUE, Level.ERROR)
def broken_link(catalogue: Catalogue, _: Context) -> Iterator[Finding]:
    """Find links and images in entries and plain pages whose target does not exist, or is not public."""
    targets = _Targets(catalogue)
    for source in catalogue.sources:
        yield from _in(source.document, targets, public=not isinstance(source, Draft))
    for page in catalogue.pages:
        yield from _in(page, targets, public=True)


class _Targets:
    """What links can lead to, gathered once."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        entries = (*catalogue.sources, *catalogue.rejects)
        self.documents: Mapping[PurePosixPath, Document] = {
            document.path: document for document in (*(one.document for one in entries), *catalogue.pages)
        }
        self.ids: Mapping[str, Document] = {one.id: one.document for one in reversed(entries)}
        self.drafts = {draft.document.path for draft in catalogue.drafts.values()}
        self._like: dict[str, tuple[str, ...]] = {}
        self.records = {record.document.path: record for record in catalogue.records.values()}
        holders = {path.parent for path in catalogue.files}
        self.folders = holders | {folder for holder in holders for folder in holder.parents}
        self.by_name: dict[str, list[PurePosixPath]] = {}
        self.by_folder: dict[PurePosixPath, list[PurePosixPath]] = {}
        for path in sorted(catalogue.files):
            self.by_name.setdefault(path.name, []).append(path)
            self.by_folder.setdefault(path.parent, []).append(path)

    def like(self, name: str) -> tuple[str, ...]:
        """Ids near to one that nothing has; a search through all ids, made once for each name."""
        if name not in self._like:
            self._like[name] = nearest(name, self.ids)
        return self._like[name]

    def anchors(self, document: Document) -> frozenset[str]:
        """Anchors of a page: those of its text, and those that its fields get on the site."""
        record = self.records.get(document.path)
        entry = record.entry if record else None
        questions = {f"question-{one.id}" for one in entry.open_questions} if isinstance(entry, Agenda) else set()
        step = {"first-step"} if isinstance(entry, Project) else set()
        return anchors_of(document) | questions | step


def _in(document: Document, targets: _Targets, *, public: bool) -> Iterator[Finding]:
    for link in links_of(document):
        problem = _problem(document, link, targets, public=public)
        if problem is None:
            continue
        message, remedy, instead = problem
        edits = replaced(document, link.span, link.target, instead) if instead else ()
        yield Finding(
            place=Place(document.path, link.span),
            message=message,
            help=remedy,
            fix=Fix(title=f"Write `{instead}`", safety=Safety.UNSAFE, edits=edits) if edits else None,
        )


Problem = tuple[str, str, str]
"""What is wrong, what to do, and what to write instead, empty where that is not sure."""


def _problem(document: Document, link: Link, targets: _Targets, *, public: bool) -> Problem | None:
    if not link.target:
        return "This link leads nowhere.", "Write an address between the parentheses, or take the link out.", ""
    match destination(link.target, document.path):
        case Elsewhere():
            return None
        case ToEntry() as found:
            return _to_entry(found, targets, public=public)
        case ToFile() as found:
            return _to_file(found, document, targets, public=public)
        case ToRoot() as found:
            return _to_root(found, document, targets)
        case never:
            assert_never(never)


def _to_entry(found: ToEntry, targets: _Targets, *, public: bool) -> Problem | None:
    name = targets.catalogue.canonical(found.id)
    if not name:
        return "This link names no entry.", "Write its id behind `entry:`, or take the link out.", ""
    if name not in targets.ids:
        names = targets.like(found.id)
        instead = f"entry:{names[0]}{'#' if found.anchor else ''}{found.anchor}" if len(names) == 1 else ""
        remedy = did_you_mean(names) or "Name an entry that exists, or take the link out."
        return f"No entry has the id `{found.id}`.", remedy, instead
    return _in_page(targets.ids[name], found.anchor, f"entry:{found.id}", targets, public=public)


def _to_file(found: ToFile, document: Document, targets: _Targets, *, public: bool) -> Problem | None:
    root = targets.catalogue.root
    if not found.path.is_relative_to(root):
        return (
            f"This link leads out of the catalogue, to `{found.path}`.",
            "Link to an address (`https://…`), or put the file into the catalogue.",
            "",
        )
    if found.path in targets.catalogue.files and not found.is_folder:
        target = targets.documents.get(found.path)
        shown = "" if found.path == document.path else _from(document, found.path)
        return _in_page(target, found.anchor, shown, targets, public=public) if target else None
    if _is_generated(found.path.relative_to(root), targets):
        return None
    return _missing(found, document, targets)


def _in_page(target: Document, anchor: str, shown: str, targets: _Targets, *, public: bool) -> Problem | None:
    if public and target.path in targets.drafts:
        return (
            f"`{shown}` is a draft, so readers of this page cannot open it.",
            "Publish the draft first, or take the link out.",
            "",
        )
    anchors = targets.anchors(target) if anchor and not target.outline.too_dense else frozenset({anchor})
    if anchor in anchors:
        return None
    names = nearest(anchor, anchors)
    where = f"`{shown}` has no heading" if shown else "No heading of this page has the anchor"
    return (
        f"{where} `#{anchor}`.",
        did_you_mean([f"#{name}" for name in names])
        or "Write the words of the heading in lower case, with hyphens between them.",
        f"{shown}#{names[0]}" if len(names) == 1 else "",
    )


def _missing(found: ToFile, document: Document, targets: _Targets) -> Problem:
    catalogue = targets.catalogue
    shown = found.path.relative_to(catalogue.root)
    if found.path in targets.folders:
        index = found.path / f"{INDEX}.md"
        instead = _from(document, index) if index in catalogue.files else ""
        remedy = f"Link to `{instead}`." if instead else "Link to one of the files in it."
        return f"`{shown}` is a folder, which is no page.", remedy, instead
    candidates = _alike(found, targets)
    written = [_from(document, path) for path in candidates]
    remedy = did_you_mean(written) or "Write the path relative to this file, or the address of the site that has it."
    return f"The catalogue has no file `{shown}`.", remedy, written[0] if len(written) == 1 else ""


def _alike(found: ToFile, targets: _Targets) -> list[PurePosixPath]:
    """Files that the author may have meant: in the same folder, or of the same name in another."""
    # Windows writes paths with backslashes, which the web does not take for separators.
    plain = PurePosixPath(posixpath.normpath(found.path.as_posix().replace("\\", "/")))
    path = plain.with_suffix(".md") if found.is_folder or not plain.suffix else plain
    if path in targets.catalogue.files:
        return [path]
    namesakes = targets.by_name.get(path.name, [])
    if len(namesakes) == 1:
        return namesakes
    folders = {one.parent.as_posix(): one for one in namesakes}
    siblings = {one.name: one for one in targets.by_folder.get(path.parent, ())}
    near_folders = nearest(path.parent.as_posix(), folders)
    return [folders[one] for one in near_folders] or [siblings[one] for one in nearest(path.name, siblings)]


def _to_root(found: ToRoot, document: Document, targets: _Targets) -> Problem:
    """An address from the root, and what it would be relative to this file if a file can be meant."""
    root = targets.catalogue.root
    plain = found.path.strip("/")
    possible = (root / plain, root / f"{plain}.md", root / plain / f"{INDEX}.md", PurePosixPath(plain))
    meant = next((path for path in possible if path in targets.catalogue.files), None)
    instead = _from(document, meant) if meant else ""
    remedy = f"Write `{instead}`." if instead else "Write the path relative to this file."
    return "This address begins at the root of the server, where the site need not lie.", remedy, instead


def _is_generated(path: PurePosixPath, targets: _Targets) -> bool:
    """Whether a page of that path is made when the site is built: `map/index.md`, or any below, as `api/v1/…`."""
    first = path.parts[0] if path.parts else ""
    name = first.removesuffix(".md")
    if name not in RESERVED:
        return False
    own = targets.catalogue.root / name in targets.folders
    return not own or path.as_posix() in (f"{name}.md", f"{name}/{INDEX}.md")


def _from(document: Document, path: PurePosixPath) -> str:
    return posixpath.relpath(path.as_posix(), document.path.parent.as_posix())
