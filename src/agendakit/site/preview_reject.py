"""The page of an entry that cannot be shown yet: what is wrong, with the line of source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.inert import printable
from agendakit.site.preview_findings import findings_view
from agendakit.site.promises import page_path
from agendakit.site.site_file import SiteFile
from agendakit.site.templating import page

if TYPE_CHECKING:
    from agendakit.catalogue import Source
    from agendakit.extension import Outcome
    from agendakit.record import Reject
    from agendakit.site.place import Site


def reject_page(entry: Reject | Source, outcome: Outcome, site: Site) -> SiteFile:
    """The page that stands where the entry's own will stand; the outcome is what was found in its file."""
    path = site.within(entry.document.path)
    address = page_path(path).removesuffix("index.html")
    title = written_title(entry)
    data = {
        "kind": entry.kind or "entry",
        "title": title,
        "path": printable(str(entry.document.path)),
        "view": findings_view(outcome, address, framed=True),
    }
    content = page("unreadable.html", data, title=title, description="This entry cannot be shown yet")
    return SiteFile(path=path, content=content, source=entry.document.path)


def written_title(entry: Reject | Source) -> str:
    """As far as it can be read; else the name of the file."""
    front = entry.document.front
    written = front.value_at(("title",)) if front else None
    return printable(written if isinstance(written, str) and written.strip() else entry.document.path.name)
