"""BibTeX files as Zotero and others write them."""

from __future__ import annotations

import pytest

from agendakit.bibtex_file import parse

ZOTERO = r"""
@misc{example_reading_2022,
	title = {Reading {Beliefs} of {Models} {Without} {Labels}},
	url = {http://arxiv.org/abs/2005.00001},
	doi = {10.48550/arXiv.2005.00001},
	abstract = {Some models know more than they say; we ask for 100\% of it \$x\_y\$.},
	urldate = {2024-01-02},
	publisher = {arXiv},
	author = {Example, Ada and van Example, Ludwig and M{\"u}ller, {\O}yvind},
	month = dec,
	year = {2022},
	note = {arXiv:2005.00001 [cs]},
	keywords = {Computer Science - Machine Learning},
	file = {PDF:/home/ada/paper.pdf:application/pdf},
}
"""


def _item(text):
    (work,) = parse(text).works
    return work.item


def test_an_entry_of_zotero_becomes_an_item():
    assert _item(ZOTERO) == {
        "id": "arXiv:2005.00001",
        "type": "article",
        "title": "Reading Beliefs of Models Without Labels",
        "author": [
            {"family": "Example", "given": "Ada"},
            {"family": "Example", "given": "Ludwig", "non-dropping-particle": "van"},
            {"family": "Müller", "given": "Øyvind"},
        ],
        "issued": {"date-parts": [[2022, 12]]},
        "publisher": "arXiv",
        "number": "arXiv:2005.00001",
        "URL": "https://arxiv.org/abs/2005.00001",
    }


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ("eprint = {2005.00001}, archiveprefix = {arXiv}, doi = {10.5555/x}", "arXiv:2005.00001"),
        ("eprint = {2005.00001}, eprinttype = {arxiv}", "arXiv:2005.00001"),
        ("number = {arXiv:2005.00001}", "arXiv:2005.00001"),
        ("journal = {arXiv preprint arXiv:2005.00001}", "arXiv:2005.00001"),
        ("doi = {10.5555/Ex\\_1}, url = {https://example.org}", "doi:10.5555/ex_1"),
        ("doi = {https://doi.org/10.5555/EX}", "doi:10.5555/ex"),
        ("url = {https://example.org/a\\_b}", "https://example.org/a_b"),
    ],
)
def test_the_name_is_found_wherever_it_is_put(fields, name):
    assert _item(f"@article{{x, title = {{A title}}, {fields}}}")["id"] == name


@pytest.mark.parametrize(
    ("author", "people"),
    [
        ("{The Example Group}", [{"literal": "The Example Group"}]),
        ("Example, Ada and others", [{"family": "Example", "given": "Ada"}]),
        ("{Barnes and Example}", [{"literal": "Barnes and Example"}]),
        ("King, Jr., Example", [{"family": "King", "given": "Example", "suffix": "Jr."}]),
        ("A, B, C, D, E", [{"literal": "A, B, C, D, E"}]),
    ],
)
def test_people_and_groups_are_told_apart(author, people):
    assert _item(f"@book{{x, title = {{T}}, url = {{https://example.org}}, author = {{{author}}}}}")["author"] == people


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        ("year = 2020", [2020]),
        ("year = 2020, month = feb", [2020, 2]),
        ("year = {2020}, month = {3}", [2020, 3]),
        ("date = {2020-05-17}", [2020, 5, 17]),
        ("year = {in press}", None),
    ],
)
def test_the_date_is_read_from_either_form(fields, date):
    item = _item(f"@book{{x, title = {{T}}, url = {{https://example.org}}, {fields}}}")
    assert item.get("issued") == ({"date-parts": [date]} if date else None)


def test_a_work_without_any_name_has_no_item_but_is_told():
    (work,) = parse("@article{x, title = {A title}, year = 1990}").works
    assert (work.item, work.title, work.year, work.line) == (None, "A title", "1990", 1)


def test_what_is_broken_is_said_and_the_rest_read():
    found = parse(
        "@article{a, title = {A}, doi = {10.5555/a}}\n@article{b, title = {B\n@article{a, title={C}, doi={10.5555/c}}\n"
    )
    assert [work.item["id"] for work in found.works] == ["doi:10.5555/a", "doi:10.5555/c"]
    assert found.broken == (2,)


def test_works_come_in_the_order_of_the_file():
    found = parse(
        "".join(f"@article{{{key}, title = {{{key}}}, doi = {{10.5555/{n}}}}}\n" for n, key in enumerate("aab"))
    )
    assert [work.item["id"] for work in found.works] == ["doi:10.5555/0", "doi:10.5555/1", "doi:10.5555/2"]
