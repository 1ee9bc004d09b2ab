"""What arXiv answers, made into items."""

from __future__ import annotations

import pytest

from agendakit.arxiv import items_of, name_of
from loopback import ATOM

ENTRY = """<entry><id>http://arxiv.org/abs/{id}</id><published>2020-05-17T10:00:00Z</published>
<title>{title}</title><author><name>Ada Example</name></author>{more}</entry>"""


def _feed(more="", title="A title", name="2005.00001v2"):
    return ATOM.format(entries=ENTRY.format(id=name, title=title, more=more)).encode()


def _item(**parts):
    (item,) = items_of(_feed(**parts)).values()
    return item


def test_an_entry_becomes_an_item_without_its_version():
    assert _item() == {
        "id": "arXiv:2005.00001",
        "type": "article",
        "title": "A title",
        "author": [{"family": "Example", "given": "Ada"}],
        "issued": {"date-parts": [[2020, 5, 17]]},
        "publisher": "arXiv",
        "number": "arXiv:2005.00001",
        "URL": "https://arxiv.org/abs/2005.00001",
    }


def test_an_old_number_keeps_its_archive():
    assert _item(name="hep-th/9901001v1")["id"] == "arXiv:hep-th/9901001"


def test_the_doi_of_the_published_version_is_kept():
    assert _item(more="<arxiv:doi>10.5555/EXAMPLE</arxiv:doi>")["DOI"] == "10.5555/example"


@pytest.mark.parametrize(
    ("more", "withdrawn"),
    [
        ("<arxiv:comment>This paper has been withdrawn by the author</arxiv:comment>", True),
        ("<summary>This paper was withdrawn because of an error.</summary>", True),
        ("<arxiv:comment>12 pages</arxiv:comment>", False),
    ],
)
def test_a_withdrawn_paper_is_marked(more, withdrawn):
    assert (_item(more=more).get("custom") == {"retracted": True}) is withdrawn


def test_an_entry_that_reports_an_error_is_left_out():
    error = "<entry><id>http://arxiv.org/api/errors#incorrect_id</id><title>Error</title></entry>"
    assert items_of(ATOM.format(entries=error).encode()) == {}


@pytest.mark.parametrize(
    ("full", "parts"),
    [
        ("Ada Example", {"family": "Example", "given": "Ada"}),
        ("Ludwig van Example", {"family": "Example", "given": "Ludwig", "non-dropping-particle": "van"}),
        ("Ada de la Example", {"family": "Example", "given": "Ada", "non-dropping-particle": "de la"}),
        ("Ada B. Example Jr.", {"family": "Example", "given": "Ada B.", "suffix": "Jr."}),
        ("Van Example", {"family": "Example", "given": "Van"}),
        ("Exampleson", {"literal": "Exampleson"}),
        ("The Example Collaboration", {"literal": "The Example Collaboration"}),
        ("Example Team", {"literal": "Example Team"}),
    ],
)
def test_a_name_is_split_as_styles_need_it(full, parts):
    assert name_of(full) == parts
