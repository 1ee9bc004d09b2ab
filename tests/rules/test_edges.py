"""Cases at the edges of rules, too many for a manual page: each a body, a file or fields, with what is pointed at."""

from __future__ import annotations

from datetime import date
from pathlib import PurePosixPath

import pytest

from agendakit.text import splice
from examples import ENTRIES, TODAY, check_example, example_files

PROJECT = example_files()[ENTRIES["project"]].decode()
CONCEPT = example_files()[ENTRIES["concept"]].decode()
AGENDA = example_files()[ENTRIES["agenda"]].decode()


def found(rule, files, today=TODAY):
    """Source under the carets of each finding of a rule."""
    checked = check_example(files, today)
    places = [one.place for one in checked.diagnostics if one.rule == rule]
    return [place.span.of(checked.documents[place.path].text) for place in places]


def in_body(rule, body, today=TODAY):
    return found(rule, {ENTRIES["project"]: f"{PROJECT}\n{body}\n"}, today)


def in_fields(rule, old, new, today=TODAY):
    assert old in PROJECT
    return found(rule, {ENTRIES["project"]: PROJECT.replace(old, new, 1)}, today)


BROKEN = [
    "[x](entry:)",
    "[x](entry:nothing-alike)",
    "[x](entry:linear-probes#no-such-heading)",
    "[x](nowhere.md)",
    "[x](../concepts/)",
    "[x](../concepts/linear-probes/)",
    "[x](/concepts/linear-probes/)",
    "[x](../../outside.md)",
    "[x](..\\concepts\\pytorch.md)",
    "[x]()",
    "[x](#nowhere)",
    "![x](<no such curve.png>)",
    "[x][y]\n\n[y]: nowhere.md",
]
WHOLE = [
    "[x](entry:linear-probes)",
    "[x](ENTRY:linear-probes)",
    "[x](../concepts/pytorch.md)",
    "[x](index.md?x=1#why-this-matters)",
    "[x](entry:probing#question-transfer)",
    "[x](entry:probe-transfer#first-step)",
    "[x](#motivation)",
    "[x](#)",
    "[x](../map/index.md)",
    "[x](//example.org/x) <https://example.org> [y](mailto:ada@example.org)",
    "`[x](nowhere.md)`",
    "```\n[x](nowhere.md)\n```",
    "$[x](nowhere.md)$",
]


@pytest.mark.parametrize("body", BROKEN)
def test_a_link_to_nothing_is_found_once(body):
    assert len(in_body("broken-link", f"## Notes\n\n{body}")) == 1


@pytest.mark.parametrize("body", WHOLE)
def test_a_link_to_something_is_no_finding(body):
    assert in_body("broken-link", f"## Notes\n\n{body}") == []


def test_links_in_texts_of_the_front_matter_are_read():
    text = "note: See [x](entry:linear-prob), `[y](entry:no)` and [@arXiv:2201.00001]."
    old = "note: Introduces probes and does not test transfer."
    assert in_fields("broken-link", old, text) == ["entry:linear-prob"]
    assert in_fields("unlocked-paper", old, text) == ["arXiv:2201.00001"]


def test_links_of_plain_pages_are_read():
    page = {PurePosixPath("agendas/about.md"): "[x](entry:nope) and [y](probing/index.md#what-is-known)\n"}
    assert found("broken-link", page) == ["entry:nope"]


def test_a_published_entry_may_not_link_to_a_draft_and_a_draft_may():
    draft = PurePosixPath("agendas/probing/later.md")
    summary = "summary: What a probe needs that nobody has written down so far."
    text = f"---\nkind: concept\nstage: draft\ntitle: Later on\n{summary}\n---\n\n[back](later.md)\n"
    files = {draft: text, ENTRIES["project"]: f"{PROJECT}\n[x](entry:later) [y](later.md)\n"}
    assert found("broken-link", files) == ["entry:later", "later.md"]


UNSAFE = [
    ("[x](javascript:alert(1))", "javascript:alert(1)"),
    ("[x](JaVaScRiPt&colon;alert(1))", "JaVaScRiPt&colon;alert(1)"),
    ("[x](&#106;avascript:alert)", "&#106;avascript:alert"),
    ("[x](java&#10;script:alert)", "java&#10;script:alert"),
    ("[x](<java&Tab;script:alert>)", "<java&Tab;script:alert>"),
    ("![x](data:image/svg+xml,y)", "data:image/svg+xml,y"),
    ("<vbscript:x>", "<vbscript:x>"),
    ("[x](file:///etc/passwd)", "file:///etc/passwd"),
    ('<a href="javascript:alert(1)">x</a>', '"javascript:alert(1)"'),
    ("[x][y]\n\n[y]: javascript:alert", "[x][y]"),
]


@pytest.mark.parametrize(("body", "pointed"), UNSAFE)
def test_an_unsafe_scheme_is_found_in_every_disguise(body, pointed):
    assert in_body("unsafe-link", f"## Notes\n\n{body}") == [pointed]


@pytest.mark.parametrize("body", ["[x](https://example.org/?javascript:y)", "[x](a/javascript.md)", "`javascript:y`"])
def test_a_safe_address_that_holds_the_word_is_no_finding(body):
    assert in_body("unsafe-link", f"## Notes\n\n{body}") == []


def test_an_unsafe_link_is_an_error_even_in_a_retired_entry_and_behind_a_comment():
    comment = "<!-- agendakit: allow unsafe-link, because I say so -->"
    retired = PROJECT.replace("kind: project", "kind: project\nstage: retired", 1)
    checked = check_example({ENTRIES["project"]: f"{retired}\n{comment}\n[x](javascript:y)\n"})
    assert [one.level for one in checked.diagnostics if one.rule == "unsafe-link"] == ["error"]


HEADINGS = [
    ("## Motivation", "## motivation"),
    ("## Motivation", "## **Motivation**"),
    ("## Motivation", "## 1. Motivation"),
    ("## Motivation", "### Motivation"),
    ("## Motivation", "## Motivaton"),
    ("## Core uncertainties", "## Core Uncertainties:"),
    ("## Core uncertainties", "## Core uncertanties ##"),
]


@pytest.mark.parametrize(("title", "written"), HEADINGS)
def test_a_misspelt_section_is_one_error_and_its_fix_leaves_none(title, written):
    checked = check_example({ENTRIES["project"]: PROJECT.replace(title, written)})
    (one,) = [one for one in checked.diagnostics if one.level == "error"]
    assert one.rule == "misspelt-section"
    mended = splice(checked.documents[ENTRIES["project"]].text, one.finding.fix.edits)
    again = check_example({ENTRIES["project"]: mended})
    assert not [one for one in again.diagnostics if one.level != "hint"]


@pytest.mark.parametrize("heading", ["## Motives of others", "## What is new", "## Steps"])
def test_a_heading_of_ones_own_is_not_misspelt(heading):
    assert in_body("misspelt-section", f"{heading}\n\nWords.") == []


def test_each_missing_section_is_named_beside_its_neighbour():
    body = PROJECT.replace("## Motivation\n", "").replace("## Core uncertainties\n", "")
    assert found("missing-section", {ENTRIES["project"]: body}) == ["How you can work on it"] * 2
    nothing = PROJECT[: PROJECT.index("## Motivation")]
    assert found("missing-section", {ENTRIES["project"]: nothing}) == ["project"] * 3


def test_a_heading_with_only_a_comment_below_it_is_empty_and_one_with_a_subheading_is_not():
    assert in_body("empty-section", "## A\n\n<!-- later -->\n\n## B\n\n### C\n\nWords.") == ["A"]


def test_a_longer_cycle_is_spelt_from_one_edge_to_the_other():
    files = {
        PurePosixPath(f"agendas/concepts/{name}.md"): CONCEPT.replace("id: pytorch", f"id: {needed}")
        for name, needed in (("aaa", "bbb"), ("bbb", "ccc"), ("ccc", "aaa"))
    }
    checked = check_example(files)
    (one,) = [one for one in checked.diagnostics if one.rule == "prerequisite-cycle"]
    assert one.finding.message == "`aaa` needs `bbb`, which needs `ccc`, which needs `aaa`."
    assert [note.message for note in one.finding.related] == ["`bbb` needs `ccc`", "`ccc` needs `aaa`"]


IDENTIFIERS = [
    ("arXiv:2212.3827", "malformed-identifier"),
    ("arXiv:9912.12345", "malformed-identifier"),
    ("arXiv:1313.1234", "malformed-identifier"),
    ("2212.03827v2", "malformed-identifier"),
    ("10.1145/", "malformed-identifier"),
    ("somewhere", "malformed-identifier"),
    ("arXiv:1610.01645", "unlocked-paper"),
    ("doi:10.5555/example.1", "unlocked-paper"),
    ("https://example.org/report", "unlocked-paper"),
]


@pytest.mark.parametrize(("ref", "rule"), IDENTIFIERS)
def test_a_name_of_a_work_has_one_thing_wrong_with_it(ref, rule):
    text = PROJECT.replace("- ref: arXiv:1610.01644\n    note", f"- ref: {ref}\n    note")
    found = [one.rule for one in check_example({ENTRIES["project"]: text}).diagnostics if one.level == "error"]
    assert found == [rule]


def test_a_mistaken_digit_is_asked_about():
    text = PROJECT.replace("- ref: arXiv:1610.01644\n    note", "- ref: arXiv:1610.01664\n    note")
    checked = check_example({ENTRIES["project"]: text})
    (one,) = [one for one in checked.diagnostics if one.rule == "unlocked-paper"]
    assert one.finding.help.startswith("Did you mean `arXiv:1610.01644`?")


def test_a_resource_needs_the_bibliography_only_under_an_identifier():
    address = CONCEPT.replace("ref: arXiv:1610.01644", "ref: https://example.org/tutorial")
    doi = CONCEPT.replace("ref: arXiv:1610.01644", "ref: 10.5555/example.1")
    assert found("unlocked-paper", {ENTRIES["concept"]: address}) == []
    assert found("unlocked-paper", {ENTRIES["concept"]: doi}) == ["10.5555/example.1"]


PLACEHOLDERS = [
    "TODO: say more",
    "lorem ipsum dolor",
    "<your name>",
    "[insert link here]",
    "To be written.",
    "...",
    "??",
]
NO_PLACEHOLDERS = [
    "the method has to be written down",
    "`TODO` in code",
    "a [note](https://example.org) and [add][x]\n\n[x]: https://example.org",
    "```\nTODO\n...\n```",
    "wait … and see",
    "Todos los santos",
]


@pytest.mark.parametrize("body", PLACEHOLDERS)
def test_a_placeholder_is_found(body):
    assert len(in_body("placeholder-text", f"## Notes\n\n{body}")) == 1


@pytest.mark.parametrize("body", NO_PLACEHOLDERS)
def test_words_that_are_meant_are_no_placeholder(body):
    assert in_body("placeholder-text", f"## Notes\n\n{body}") == []


def test_an_unquoted_year_is_a_date_too():
    source = "epistemic_status:"
    added = "source:\n  title: A list of ideas\n  date: 2062\nepistemic_status:"
    assert in_fields("future-date", source, added) == ["2062"]
    assert in_fields("future-date", source, added.replace("2062", "2026")) == []


def test_a_compiled_entry_may_be_as_old_as_its_source():
    older = PROJECT.replace("as_of: 2026-01-10", "as_of: 2025-06-30")
    compiled = older.replace(
        "epistemic_status:", "source:\n  title: A list of ideas\n  date: 2025-06\nepistemic_status:"
    )
    assert found("reversed-dates", {ENTRIES["project"]: older}) == ["2025-06-30"]
    assert found("reversed-dates", {ENTRIES["project"]: compiled}) == []


@pytest.mark.parametrize(
    ("since", "until", "count"), [("2026-08-31", "2027-02-28", 0), ("2026-08-31", "2027-03-01", 1)]
)
def test_six_months_end_with_a_shorter_month(since, until, count):
    claims = f"claims:\n  - by: Bo Example\n    since: {since}\n    until: {until}\nquestion:"
    assert len(in_fields("overlong-claim", "question:", claims, date(2026, 9, 1))) == count


def test_a_comment_for_a_later_rule_is_no_concern_of_an_entry_that_does_not_validate():
    comment = "<!-- agendakit: allow raw-html, because angle brackets are meant -->"
    rejected = PROJECT.replace("type: empirical", "type: empiric")
    assert found("unused-allow", {ENTRIES["project"]: f"{rejected}\n{comment}\n"}) == []
    assert found("unused-allow", {ENTRIES["project"]: f"{PROJECT}\n{comment}\n"}) == [comment]


def test_implied_prerequisites_go_without_their_neighbours():
    items = "prerequisites:\n  - pytorch\n  - id: linear-probes\n    why: The whole project is one probe.\n"
    text = PROJECT[: PROJECT.index("prerequisites:")] + items + PROJECT[PROJECT.index("epistemic_status:") :]
    checked = check_example({ENTRIES["project"]: text})
    (one,) = [one for one in checked.diagnostics if one.rule == "implied-prerequisite"]
    assert splice(text, one.finding.fix.edits) == text.replace("  - pytorch\n", "")


def test_items_in_brackets_are_left_to_the_author():
    text = PROJECT[: PROJECT.index("prerequisites:")] + "prerequisites: [pytorch, linear-probes]\n"
    text += PROJECT[PROJECT.index("epistemic_status:") :]
    (one,) = [
        one for one in check_example({ENTRIES["project"]: text}).diagnostics if one.rule == "implied-prerequisite"
    ]
    assert one.finding.fix is None


def test_the_same_page_from_a_file_and_a_folder_is_reported_once():
    files = {PurePosixPath("agendas/probing.md"): AGENDA, PurePosixPath("agendas/concepts/pytorch/index.md"): "A page."}
    checked = check_example(files)
    reported = sorted(one.place.path.as_posix() for one in checked.diagnostics if one.rule == "duplicate-id")
    assert reported == ["agendas/concepts/pytorch.md", "agendas/probing.md"]
