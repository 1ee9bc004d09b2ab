"""The bibliography as BibTeX: for papers and reference managers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.bibtex import keys, of_paper
from agendakit.extension import export

if TYPE_CHECKING:
    from datetime import date

    from agendakit.catalogue import Catalogue
    from agendakit.config import Config


@export("papers.bib")
def bibtex(catalogue: Catalogue, config: Config, today: date) -> str:  # noqa: ARG001  # an export's signature
    """Works in the order of the bibliography; empty where it is."""
    papers = catalogue.bibliography.papers
    named = keys(papers)
    return "\n".join(of_paper(paper, named[paper.id]) for paper in papers)
