"""`agendakit papers`."""

from __future__ import annotations

import json

import pytest

from agendakit.fetch import ARXIV_VARIABLE, DOI_VARIABLE
from loopback import Answer, arxiv, registry, serving

PAPERS = "agendas/papers.json"
PROJECT = "agendas/probing/probe-transfer.md"
WORK = {"title": "A work", "type": "journal-article", "issued": {"date-parts": [[2020]]}}


@pytest.fixture
def network(monkeypatch):
    """Point the command line at an address; at nothing to begin with."""
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("time.sleep", lambda _: None)

    def point(url):
        monkeypatch.setenv(ARXIV_VARIABLE, f"{url}api/query")
        monkeypatch.setenv(DOI_VARIABLE, url)

    point("http://127.0.0.1:1/")
    return point


def _ids(desk):
    return [item["id"] for item in json.loads(desk.read(PAPERS))]


def _name(desk, ref):
    desk.write(PROJECT, desk.read(PROJECT).replace("papers:\n", f"papers:\n  - ref: {ref}\n    role: background\n"))


def test_a_paper_is_added_in_its_place(desk, network):
    with serving(arxiv({"2005.00001"})) as server:
        network(server.url)
        found = desk.run("papers", "add", "https://arxiv.org/pdf/2005.00001v2")
    assert found.code == 0
    assert found.out == "arXiv:2005.00001: Example paper 2005.00001\n"
    assert _ids(desk) == ["arXiv:1610.01644", "arXiv:2005.00001"]
    assert desk.run("papers", "check").code == 0


def test_a_listed_paper_is_not_asked_for(desk, network):
    before = desk.contents()
    found = desk.run("papers", "add", "arXiv:1610.01644")
    assert found.code == 0
    assert "listed already" in found.err
    assert desk.contents() == before


def test_without_a_network_one_sentence_is_said_and_nothing_changed(desk, network):
    before = desk.contents()
    found = desk.run("papers", "add", "arXiv:2005.00001", "10.5555/example.1")
    assert found.code == 2
    assert found.err.splitlines()[-1] == (
        "Error: arXiv cannot be reached at `127.0.0.1`: is there a network? Nothing was changed."
        ' Without the network, name what you know: `agendakit papers add arXiv:2005.00001 --title "…" --author "…"'
        " --year …`."
    )
    assert desk.contents() == before


def test_what_is_not_known_is_said_and_the_rest_added(desk, network):
    with serving(registry({"10.5555/example.1": WORK})) as server:
        network(server.url)
        found = desk.run("papers", "add", "10.5555/example.1", "10.5555/example.2")
    assert found.code == 1
    assert "`10.5555/example.2` is not known to doi.org." in found.err
    assert "doi:10.5555/example.1" in _ids(desk)


def test_without_a_network_a_paper_with_a_number_is_added_by_hand(desk, network):
    found = desk.run("papers", "add", "arXiv:2005.00001", "--title", "A paper", "--author", "Ada Example")
    assert (found.code, found.out) == (0, "arXiv:2005.00001: A paper\n")
    _name(desk, "arXiv:2005.00001")
    assert desk.run("papers", "lock").code == 0
    assert desk.run("check", "--strict").code == 0


def test_by_hand_nothing_is_asked(desk, network):
    hand = (
        "--title",
        "A  post",
        "--author",
        "Ada Example",
        "--author",
        "Example Team",
        "--year",
        "2024",
        "--in",
        "Blog",
    )
    found = desk.run("papers", "add", "https://example.org/post/", *hand)
    assert found.code == 0
    assert json.loads(desk.read(PAPERS))[-1] == {
        "id": "https://example.org/post",
        "type": "webpage",
        "title": "A post",
        "author": [{"family": "Example", "given": "Ada"}, {"literal": "Example Team"}],
        "issued": {"date-parts": [[2024]]},
        "container-title": "Blog",
        "URL": "https://example.org/post/",
    }


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Example, Ada", {"family": "Example", "given": "Ada"}),
        ("de Example Fictional,  Ada B.", {"family": "de Example Fictional", "given": "Ada B."}),
        ("Ada Example, Jr.", {"family": "Example", "given": "Ada", "suffix": "Jr."}),
        ("Ada van Example", {"family": "Example", "given": "Ada", "non-dropping-particle": "van"}),
        ("Example Team, Nowhere", {"literal": "Example Team, Nowhere"}),
    ],
)
def test_a_name_by_hand_may_stand_in_either_order(desk, network, name, parts):
    assert desk.run("papers", "add", "https://example.org/x", "--title", "A post", "--author", name).code == 0
    assert json.loads(desk.read(PAPERS))[-1]["author"] == [parts]


def test_by_hand_what_is_replaced_is_said(desk, network):
    add = ("papers", "add", "https://example.org/x", "--title")
    assert "replaced" not in desk.run(*add, "A post").err
    assert "is listed already and is replaced; it was: A post" in desk.run(*add, "Another post").err
    assert json.loads(desk.read(PAPERS))[-1]["title"] == "Another post"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("2005.00001",), "Did you mean `arXiv:2005.00001`?"),
        (("nonsense",), "neither an arXiv number"),
        (("https://example.org/x", "--year", "2020"), "needs its --title"),
        (("https://example.org/x", "https://example.org/y", "--title", "T"), "one at a time"),
    ],
)
def test_a_mistake_is_said_before_anything_is_asked(desk, network, arguments, words):
    found = desk.run("papers", "add", *arguments)
    assert found.code == 2
    assert words in found.err


def test_lock_adds_what_entries_name(desk, network):
    _name(desk, "arXiv:2005.00001")
    _name(desk, "https://example.org/post")
    assert desk.run("papers", "check").code == 1
    with serving(arxiv({"2005.00001"})) as server:
        network(server.url)
        found = desk.run("papers", "lock")
    assert found.code == 1
    assert 'agendakit papers add https://example.org/post --title "…"' in found.err
    assert "arXiv:2005.00001" in _ids(desk)


def test_lock_with_nothing_to_do_asks_nobody(desk, network):
    found = desk.run("papers", "lock")
    assert (found.code, found.out) == (0, "")


def test_lock_all_marks_what_was_retracted_and_changes_nothing_else(desk, network):
    with serving(registry({"10.5555/example.1": WORK})) as server:
        network(server.url)
        desk.run("papers", "add", "10.5555/example.1")
    before = json.loads(desk.read(PAPERS))
    retracted = {**WORK, "title": "Another title", "updated-by": [{"type": "retraction"}]}
    answers = [arxiv({"1610.01644"}), registry({"10.5555/example.1": retracted})]
    with serving(*answers) as server:
        network(server.url)
        assert desk.run("papers", "lock", "--all").out == "doi:10.5555/example.1 was retracted: A work\n"
    after = json.loads(desk.read(PAPERS))
    assert after[-1] == {**before[-1], "custom": {"retracted": True}}
    assert after[:-1] == before[:-1]


def test_a_bibtex_file_adds_what_is_new_and_says_what_is_not(desk):
    desk.write(
        "library.bib",
        "@misc{a, title={New}, eprint={2005.00001}, archiveprefix={arXiv}}\n"
        "@misc{b, title={Understanding intermediate layers}, doi={10.48550/arXiv.1610.01644}}\n"
        "@misc{c, title={Nameless}}\n"
        "@misc{d, title={Again}, url={https://arxiv.org/abs/2005.00001}}\n",
    )
    before = desk.contents()
    assert desk.run("papers", "import", "library.bib", "--dry-run").code == 1
    assert desk.contents() == before
    found = desk.run("papers", "import", "library.bib")
    assert found.code == 1
    assert found.out == "arXiv:2005.00001: New\n"
    assert "library.bib:2: `b` is listed already as arXiv:1610.01644." in found.err
    assert "line 3: `c` has neither arXiv number, DOI nor address" in found.err
    assert "line 4: `d` is arXiv:2005.00001, which stands in the file before" in found.err
    assert desk.run("papers", "import", "library.bib").out == ""


def test_a_file_without_any_work_says_so(desk):
    desk.write("notes.bib", "nothing of the sort\n")
    before = desk.contents()
    found = desk.run("papers", "import", "notes.bib")
    assert (found.code, found.err) == (0, "`notes.bib` holds no work in BibTeX; nothing was added.\n")
    assert desk.contents() == before


def test_a_work_without_a_name_is_matched_by_title_and_year(desk):
    title = json.loads(desk.read(PAPERS))[0]["title"]
    desk.write("library.bib", f"@misc{{a, title={{{{{title.upper()}}}}}, year=2016}}\n")
    found = desk.run("papers", "import", "library.bib")
    assert found.code == 0
    assert "is listed already as arXiv:1610.01644" in found.err


def test_check_tells_what_is_missing_unused_and_broken(desk):
    _name(desk, "arXiv:2005.00001")
    items = json.loads(desk.read(PAPERS))
    items += [
        {"id": "https://example.org/x", "type": "webpage", "title": "X"},
        {"id": "odd", "type": "book", "title": "Y"},
    ]
    desk.write(PAPERS, json.dumps([*items, {"id": "z"}]))
    found = desk.run("papers", "check", "--json")
    assert found.code == 1
    assert found.data["missing"] == [{"id": "arXiv:2005.00001", "entries": ["probe-transfer"]}]
    assert found.data["unused"] == ["https://example.org/x", "odd"]
    assert len(found.data["broken"]) == 2
    assert desk.run("papers", "check").code == 1


def test_a_broken_file_is_never_written_over(desk):
    desk.write(PAPERS, "[{}]")
    found = desk.run("papers", "add", "https://example.org/x", "--title", "T")
    assert found.code == 2
    assert desk.read(PAPERS) == "[{}]"


def test_a_network_that_dies_in_the_middle_changes_nothing(desk, network):
    before = desk.contents()
    with serving(registry({"10.5555/example.1": WORK}), Answer(b"half", cut=True)) as server:
        network(server.url)
        found = desk.run("papers", "add", "10.5555/example.1", "10.5555/example.2")
    assert found.code == 2
    assert desk.contents() == before
