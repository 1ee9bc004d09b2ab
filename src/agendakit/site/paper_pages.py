"""The pages of papers, one after the other, so that none grows with the bibliography."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.site.papers_view import cited_works, papers_view
from agendakit.site.place import place_at
from agendakit.site.site_file import SiteFile
from agendakit.site.templating import page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.site.place import Site

PAGE = 100


def paper_pages(site: Site) -> Iterator[SiteFile]:
    """Each work with who names it; one page where there is none."""
    works = cited_works(site)
    last = max(1, -(-len(works) // PAGE))
    addresses = ["papers/", *(f"papers/{number}/" for number in range(2, last + 1))]
    for number, address in enumerate(addresses, 1):
        place = place_at(site, address)
        data = {
            **place.words(),
            "works": papers_view(works[(number - 1) * PAGE : number * PAGE], place),
            "count": len(works),
            "number": number,
            "addresses": addresses,
        }
        title = "Papers" if number == 1 else f"Papers, page {number}"
        content = page("papers.html", data, title=title, description="Every paper, with the entries that name it")
        yield SiteFile(path=f"{address.removesuffix('/')}.md", content=content, listed=number == 1)
