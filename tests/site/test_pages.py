"""The files of the site."""

from __future__ import annotations

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


def test_an_address_that_is_shortened_leads_on():
    files = files_of()
    for folder, target in {"concepts": "../catalogue/?kind=concept", "id": "../catalogue/"}.items():
        assert f'content="0; url={target}"' in files[f"{folder}/index.html"].content
    for folder in ("difficulty", "effort", "tags"):
        assert 'href="../lists/"' in files[f"catalogue/{folder}/index.html"].content


def test_a_page_of_the_author_stands_where_a_shortened_address_would_lead_on():
    files = files_of({PurePosixPath("agendas/concepts/index.md"): "# All our concepts\n"})
    assert "concepts/index.html" not in files


def test_the_health_page_names_a_difficulty_as_other_pages_do():
    page = files_of()["health.md"].content
    assert "first project; first step takes" in page
    assert "first-project" not in page


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
    from agendakit.site import list_pages  # noqa: PLC0415

    monkeypatch.setattr(list_pages, "PAGE", 2)
    files = files_of()
    assert 'href="2/" rel="next"' in files["catalogue/all.md"].content
    assert 'href="../" rel="prev"' in files["catalogue/all/2.md"].content


def test_what_takes_an_evening_also_fits_into_a_weekend_and_a_month():
    path = PurePosixPath("agendas/probing/probe-transfer.md")
    text = check_example({}).documents[path].text.replace("effort: 2-4 days", "effort: 3 hours", 1)
    files = files_of({path: text})
    listed = {name for name in ("evening", "weekend", "month", "longer") if f"catalogue/effort/{name}.md" in files}
    assert listed == {"evening", "weekend", "month"}
    assert "Projects: up to a weekend" in files["catalogue/effort/weekend.md"].content


def test_what_is_retired_counts_in_no_list_but_its_own():
    path = PurePosixPath("agendas/probing/probe-transfer.md")
    text = check_example({}).documents[path].text.replace("kind: project", "kind: project\nstage: retired", 1)
    files = files_of({path: text})
    assert "catalogue/difficulty/first-project.md" not in files
    assert "probe-transfer" in files["catalogue/retired.md"].content
    assert "3 entries" in files["catalogue.md"].content
    assert 'data-number="3"' not in files["catalogue.md"].content
    assert "0 projects" in files["catalogue.md"].content


def test_hours_to_learn_are_said_as_a_sum_that_a_reader_can_check():
    path = PurePosixPath("agendas/concepts/linear-probes.md")
    text = check_example({}).documents[path].text.replace("hours: 8", "hours: 124", 1)
    page = files_of({path: text})["probing/probe-transfer.md"].content
    assert "124 hours to learn" in page
