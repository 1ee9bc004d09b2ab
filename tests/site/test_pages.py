"""The files of the site."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath

import pytest

from agendakit.check import all_rules
from agendakit.model import KINDS
from agendakit.model.reflect import fields_of
from agendakit.site.pages import build
from agendakit.site.place import Site
from examples import CONFIG, TODAY, check_example

GOLDEN = Path(__file__).parent / "golden"


def files_of(changed=None, *, drafts=False):
    catalogue = check_example(changed or {}).catalogue
    return {file.path: file for file in build(Site(catalogue=catalogue, config=CONFIG, today=TODAY, drafts=drafts))}


@pytest.mark.parametrize(
    ("path", "golden"),
    [
        ("probing/probe-transfer.md", "project.md"),
        ("probing/index.md", "agenda.md"),
        ("concepts/linear-probes.md", "concept.md"),
    ],
)
def test_a_page_is_as_it_was_read_in_review(path, golden):
    content = files_of()[path].content
    file = GOLDEN / golden
    assert content == file.read_text(encoding="utf-8"), f"if this is meant, write it to {file}"


def test_every_entry_rule_and_kind_has_its_page():
    files = files_of()
    for rule in all_rules():
        assert f"contribute/rules/{rule.name}.md" in files
    for kind in KINDS:
        page = files[f"contribute/fields/{kind}.md"].content
        assert all(f'id="{field.name}"' in page for field in fields_of(kind))
    for name in ("linear-probes", "pytorch", "probing", "probe-transfer"):
        assert f"api/v1/entries/{name}.json" in files
        assert f"id/{name}/index.html" in files


def test_drafts_are_shown_only_while_one_writes():
    summary = "This is not finished, and so readers must not see it."
    draft = f"---\nkind: concept\nstage: draft\ntitle: Half a thought\nsummary: {summary}\n---\n"
    changed = {PurePosixPath("agendas/concepts/half.md"): draft}
    published = files_of(changed)
    assert not [path for path, file in published.items() if "half" in path or "Half a thought" in file.content]
    shown = files_of(changed, drafts=True)["concepts/half.md"]
    assert shown.draft
    assert "draft, not on the public site" in shown.content
    assert "id/half/" not in shown.content, "nothing leads to a draft"
    assert "entries/half.json" not in shown.content


def test_an_alias_leads_to_the_entry():
    path = PurePosixPath("agendas/concepts/pytorch.md")
    text = check_example({}).documents[path].text.replace("hours: 20", "hours: 20\naliases: [torch]", 1)
    files = files_of({path: text})
    assert 'href="../../concepts/pytorch/"' in files["id/torch/index.html"].content
    assert 'href="../pytorch/"' in files["concepts/torch/index.html"].content


def test_the_index_numbers_what_the_page_lists():
    files = files_of()
    index = json.loads(files["assets/agendakit/index.json"].content)
    page = files["catalogue.md"].content
    assert sorted(index["ids"]) == ["linear-probes", "probe-transfer", "probing", "pytorch"]
    assert all(f'data-number="{number}"' in page for number in range(4))
    assert index["needs"][index["ids"].index("probe-transfer")] == [index["ids"].index("linear-probes")]
    words = json.loads(files["assets/agendakit/words.json"].content)
    terms = words["terms"].split("\n")
    assert terms == sorted(terms)
    assert len(terms) == len(words["postings"])
    facets = {facet["name"]: facet for facet in index["facets"]}
    derived = {"first_step.compute", "first_step.needs", "mentors"}
    assert set(facets) == derived | {field.name for kind in KINDS for field in fields_of(kind) if field.facet}
    assert facets["first_step.compute"]["values"] == [["laptop", "laptop"]]
    assert facets["effort"]["column"][index["ids"].index("probe-transfer")] == [2]


def test_hostile_titles_are_escaped_everywhere():
    path = PurePosixPath("agendas/probing/probe-transfer.md")
    hostile = "<script>alert(1)</script>"
    text = (
        check_example({})
        .documents[path]
        .text.replace("title: Does a probe survive a change of topic?", f'title: "{hostile}"', 1)
    )
    for file in files_of({path: text}).values():
        if file.path.endswith((".md", ".html")):
            assert hostile not in file.content, file.path


def test_every_entry_stands_in_the_lists_that_need_no_script():
    files = files_of()
    for path in ("all", "difficulty/first-project", "effort/month", "tags/probing"):
        page = files[f"catalogue/{path}.md"].content
        assert "Does a probe survive a change of topic?" in page
        assert path.partition("/")[2].replace("-", " ") in files["catalogue/lists.md"].content


def test_long_lists_go_on_with_a_next_page(monkeypatch):
    from agendakit.site import catalogue_view, list_pages  # noqa: PLC0415

    monkeypatch.setattr(list_pages, "PAGE", 2)
    monkeypatch.setattr(catalogue_view, "PAGE", 2)
    files = files_of()
    assert files["catalogue.md"].content.count('class="ak-card"') == 2
    assert 'href="2/" rel="next"' in files["catalogue/all.md"].content
    assert 'href="../" rel="prev"' in files["catalogue/all/2.md"].content
    cards = [json.loads(files[f"assets/agendakit/cards/{number}.json"].content) for number in range(2)]
    assert [[kind for kind, _ in one] for one in cards] == [["project", "agenda"], ["concept", "concept"]]
    assert "Linear probes" in cards[1][0][1]
