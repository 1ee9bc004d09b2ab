from __future__ import annotations

from markdown_it import MarkdownIt

from agendakit.exports.llms import llms
from examples import CONFIG, ENTRIES, TODAY, check_example, example_files
from hostile_catalogue import NAME, catalogue_of


def read(text):
    """Headings, and of each section the links with their words, as a reader of CommonMark sees them."""
    headings: list[tuple[str, str]] = []
    links: dict[str, list[tuple[str, str]]] = {}
    kinds = set()
    tokens = MarkdownIt().parse(text)
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type != "inline":
            continue
        assert before is not None
        words = ""
        href = ""
        for child in token.children or ():
            kinds.add(child.type)
            if child.type == "link_open":
                href = str(child.attrs["href"])
            elif child.type == "link_close":
                links.setdefault(headings[-1][1], []).append((words, href))
            else:
                words += child.content
        if before.type == "heading_open":
            headings.append((before.tag, words))
    return headings, links, kinds


def test_it_has_the_form_of_the_convention():
    text = llms.render(check_example({}).catalogue, CONFIG, TODAY)
    headings, links, _ = read(text)
    assert headings[0] == ("h1", "Example")
    assert text.split("\n")[2].startswith("> ")
    assert [words for _, words in headings[1:]] == ["What probes can tell about a model", "Data", "Optional"]
    assert links["What probes can tell about a model"] == [
        ("What probes can tell about a model", "https://example.org/agendas/probing/"),
        ("Does a probe survive a change of topic?", "https://example.org/agendas/probing/probe-transfer/"),
    ]
    assert {href.rpartition("/")[2] for _, href in links["Data"]} >= {"catalogue.json", "papers.bib"}


def test_a_hostile_title_is_the_words_of_one_link():
    catalogue = catalogue_of()
    headings, links, kinds = read(llms.render(catalogue, CONFIG, TODAY))
    assert kinds == {"text", "link_open", "link_close"}, "no code, emphasis, image or HTML"
    _, project = links["What probes can tell about a model"]
    assert project[0] == " ".join(catalogue.records["probe-transfer"].entry.title.translate({0: " ", 7: " "}).split())
    assert NAME not in dict(headings)


def test_a_project_without_an_agenda_is_listed_all_the_same():
    text = example_files()[ENTRIES["project"]].decode().replace("addresses: [transfer]\n", "", 1)
    path = ENTRIES["project"].parents[1] / "alone/probe-alone.md"
    _, links, _ = read(llms.render(check_example({path: text}).catalogue, CONFIG, TODAY))
    assert [href for _, href in links["Other projects"]] == ["https://example.org/agendas/alone/probe-alone/"]


def test_retired_entries_are_left_out():
    path = ENTRIES["concept"]
    text = example_files()[path].decode().replace("kind: concept", "kind: concept\nstage: retired", 1)
    assert "concepts/linear-probes" not in llms.render(check_example({path: text}).catalogue, CONFIG, TODAY)
