"""What is new since an earlier state of the catalogue.

A finding is old if the earlier catalogue has one of the same rule, entry, route and message. Entries keep their
identity when they move, for their id is the name of the file; when that changes, the aliases tell, else the title.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from agendakit.sameness import Key, key_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from agendakit.catalogue import Catalogue
    from agendakit.check import Checked
    from agendakit.diagnostic import Diagnostic

_QUOTED = re.compile(r"(?<=`)[^`]+(?=`)")


def new_since(before: Checked, after: Checked) -> tuple[Diagnostic, ...]:
    """Findings that the earlier catalogue does not have, in their order; of several alike, the last ones are new."""
    names = {**renamed_pages(before, after), **renamed(before.catalogue, after.catalogue)}
    known = Counter(_now(key_of(diagnostic), names) for diagnostic in before.diagnostics)
    return tuple(_beyond(known, after.diagnostics, {}))


def mended_since(before: Checked, after: Checked) -> tuple[Diagnostic, ...]:
    """Findings of the earlier catalogue that the later one does not have, in their order."""
    names = {**renamed_pages(before, after), **renamed(before.catalogue, after.catalogue)}
    left = Counter(key_of(diagnostic) for diagnostic in after.diagnostics)
    return tuple(_beyond(left, before.diagnostics, names))


def renamed(before: Catalogue, after: Catalogue) -> dict[str, str]:
    """New id by old id, for entries that are gone and stand under another id: by alias, else by an equal title."""
    gone = before.kinds.keys() - after.kinds.keys()
    come = after.kinds.keys() - before.kinds.keys()
    earlier, later = _titles(before, gone), _titles(after, come)
    by_title = {earlier[title]: later[title] for title in earlier.keys() & later.keys()}
    by_alias = {name: after.aliases[name] for name in gone if after.aliases.get(name) in come}
    taken = set(by_alias.values())
    return {**{old: new for old, new in sorted(by_title.items()) if new not in taken}, **by_alias}


def renamed_pages(before: Checked, after: Checked) -> dict[str, str]:
    """New path by old path, for files that lie elsewhere with the same text."""
    gone = before.documents.keys() - after.documents.keys()
    come = {after.documents[path].text: str(path) for path in after.documents.keys() - before.documents.keys()}
    return {str(path): come[text] for path in gone if (text := before.documents[path].text) in come}


def _titles(catalogue: Catalogue, names: Collection[str]) -> dict[tuple[str, str], str]:
    """Id by kind and title as written, of the entries of that name that have one."""
    found: dict[tuple[str, str], str] = {}
    for one in (*catalogue.sources, *catalogue.rejects):
        title = one.document.front.value_at(("title",)) if one.document.front else None
        if one.id in names and isinstance(title, str):
            found.setdefault((one.kind, title), one.id)
    return found


def _now(key: Key, names: Mapping[str, str]) -> Key:
    """The key that a finding has under the new names."""
    rule, entry, route, message = key
    words = _QUOTED.sub(lambda match: names.get(match.group(), match.group()), message)
    return rule, names.get(entry, entry), route, words


def _beyond(known: Counter[Key], diagnostics: tuple[Diagnostic, ...], names: Mapping[str, str]) -> Iterator[Diagnostic]:
    for diagnostic in diagnostics:
        key = _now(key_of(diagnostic), names)
        if known[key]:
            known[key] -= 1
        else:
            yield diagnostic
