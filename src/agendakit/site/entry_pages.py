"""The page of an entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.model import Agenda, Concept, Project, summary_of
from agendakit.site.agenda_view import agenda_view
from agendakit.site.concept_view import concept_view
from agendakit.site.place import place_at
from agendakit.site.project_view import project_view
from agendakit.site.reading import also_cited
from agendakit.site.repository import links_to
from agendakit.site.site_file import SiteFile
from agendakit.site.templating import page

if TYPE_CHECKING:
    from agendakit.catalogue import Source
    from agendakit.site.agenda_view import AgendaView
    from agendakit.site.concept_view import ConceptView
    from agendakit.site.place import Place, Site
    from agendakit.site.project_view import ProjectView


def entry_page(source: Source, site: Site) -> SiteFile:
    """The page of one entry; its file keeps the entry's path, so that links between Markdown files hold."""
    path = source.document.path
    place = place_at(site, site.address(source), path)
    entry = source.entry
    view = _view(source, place)
    refs = [paper.ref for paper in entry.papers or ()]
    refs += [work.ref for work in getattr(entry, "existing_work", None) or ()]
    data = {
        "view": view,
        "edit": links_to(site.config.repository, path, source.id, entry.title),
        "also_cited": lambda: also_cited(place, refs),
        "listed": {paper.citation.anchor for group in view.reading for paper in group.papers},
        **place.words(),
        "linked_data": lambda *_: view.common.linked_data,
    }
    content = page(
        f"{source.kind}.html",
        data,
        title=entry.title,
        description=getattr(entry, "question", "") or summary_of(entry),
    )
    draft = source.id in site.catalogue.drafts
    return SiteFile(path=site.within(path), content=content, source=path, draft=draft)


def _view(source: Source, place: Place) -> ProjectView | AgendaView | ConceptView:
    match source.entry:
        case Project():
            return project_view(source, place)
        case Agenda():
            return agenda_view(source, place)
        case Concept():
            return concept_view(source, place)
