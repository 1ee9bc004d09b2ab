"""Files as people in a hurry write them: each mistake is named once, at its place, and mended where that is safe."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from agendakit.check import check
from agendakit.fix import fix
from examples import CONFIG, ENTRIES, FOLDER, TODAY, check_example, sources_of
from mutations import PATHS, damaged

PATH = ENTRIES["project"]
PROJECT = (FOLDER / PATH).read_text(encoding="utf-8")
_, FRONT, BODY = PROJECT.split("---\n", 2)
CODE = "```"

# What is in the example, what somebody wrote instead, the rule that speaks, words that it says.
SLIPS = [
    # Copied from a word processor or a web page.
    ("effort: 2-4 days", "effort:\u00a02-4 days", "hidden-character", "no-break space (U+00A0)"),
    ("effort: 2-4 days", "effort\u00a0: 2-4 days", "hidden-character", "no-break space (U+00A0)"),
    ("effort: 2-4 days", "effort:\u30002-4 days", "hidden-character", "ideographic space (U+3000)"),
    ("  do: Train", "\u00a0\u00a0do: Train", "hidden-character", "no-break space (U+00A0)"),
    ("  - a probe", "  -\u00a0a probe", "hidden-character", "no-break space (U+00A0)"),
    ("effort: 2-4", "\u200beffort: 2-4", "hidden-character", "zero width space"),
    ("2-4 days", "2\u20134 days", "invalid-value", "Write `2-4 days`."),
    ("2-4 days", "2\u22124\u00a0days", "invalid-value", "Write `2-4 days`."),
    ("effort: 2-4 days", "effort: \u201c2-4 days\u201d", "invalid-value", "Write `2-4 days`."),
    ("first-project", "\u201efirst-project\u201c", "invalid-value", "Write `first-project`"),
    ("first-project", "first\u2011project", "invalid-value", "Write `first-project`"),
    ("tags: [probing]", "tags: [\u201cprobing\u201d]", "invalid-value", "Write `probing`."),
    ("tags: [probing]", "tags: \uff3bprobing\uff3d", "invalid-value", "Write `[probing]`."),
    ("effort: 2-4", "effort\uff1a2-4", "broken-front-matter", "The sign `\uff1a` stands here"),
    ("  - a probe", "  \u2022 a probe", "invalid-value", "not with `\u2022`"),
    ("compute: laptop", "\u201ccompute\u201d: laptop", "unknown-field", "Did you mean `compute`?"),
    ("## How you", "##\u00a0How you", "missing-section", "no heading"),
    # Typed in a hurry.
    ("Every step can be looked up.", '"Every step can be looked up.",', "broken-front-matter", "Take the comma out."),
    ("tags: [probing]", "tags: [probing],", "broken-front-matter", "Take the comma out."),
    ("2-4 days", "2 to 4 d", "invalid-value", "Write `2-4 days`."),
    ("2-4 days", "1,5 days", "invalid-value", "Write `1.5 days`."),
    ("2-4 days", "two weeks", "invalid-value", "Write `2 weeks`."),
    ("time: 2 hours", "time: 2h", "invalid-value", "Write `2 hours`."),
    ("as_of: 2026-01-10", "as_of: 22.01.2026", "invalid-value", "Write `2026-01-22`."),
    ("as_of: 2026-01-10", "as_of: 01/22/2026", "invalid-value", "Write `2026-01-22`."),
    ("as_of: 2026-01-10", "as_of: 22. Januar 2026", "invalid-value", "Write `2026-01-22`."),
    ("as_of: 2026-01-10", "as_of: 20260122", "invalid-value", "Write `2026-01-22`."),
    ("difficulty: first", "difficulty:first", "broken-front-matter", "A space is missing behind the colon"),
    ("kind: project", "kind:project", "broken-front-matter", "A space is missing behind the colon"),
    ("compute: laptop", "compute = laptop", "broken-front-matter", "The sign `=` stands here"),
    ("compute: laptop", "**compute:** laptop", "broken-front-matter", "marks of Markdown"),
    ("  time: 2", "\ttime: 2", "broken-front-matter", "A tab indents this line"),
    ("  - a probe", "  -\ta probe", "broken-front-matter", "A tab stands behind the hyphen"),
    ("  - a probe", "  -a probe", "invalid-value", "a hyphen and a space"),
    ("baselines:\n  - a", "baselines: - a", "broken-front-matter", "on the line of its key"),
    ("Every step", "@ada: every step", "broken-front-matter", "cannot begin with an at sign"),
    ("Every step", "`every` step", "broken-front-matter", "cannot begin with a backtick"),
    ("Every step", "[Easy] every step", "broken-front-matter", "read as a list"),
    ("Every step can", '"Every" step can', "broken-front-matter", "end before it does"),
    ("Every step can be looked up.", "'It's easy.'", "broken-front-matter", "end before it does"),
    ("Every step can be looked up.", '"C:\\data"', "broken-front-matter", "Use single quotes"),
    ("Every step", "#1 is that every step", "invalid-value", "a number sign makes a comment"),
    ("  - a probe", "  - > 50% for a probe", "broken-front-matter", "announces a text"),
    ("  - a probe", "  - *a* probe", "broken-front-matter", "a sign of YAML"),
    ("tags: [probing]", "tags: #probing", "invalid-value", "Write `[probing]`."),
    ("tags: [probing]", "tags: probing", "invalid-value", "takes a list"),
    ("tags: [probing]", "tags: [Probing]", "invalid-value", "Write `probing`."),
    ("name: Ada Example", "name: Ada Example\n    github: '@ada'", "invalid-value", "Write `ada`."),
    ("name: Ada Example", "name: Ada Example\n    github: https://github.com/ada/", "invalid-value", "Write `ada`."),
    ("done_when:\n  - A", "done_when: A", "invalid-value", "takes a list"),
    ("  - name: Ada", "  name: Ada", "invalid-value", "takes a list, and this is one object"),
    ("question:", "agenda: [probing]\nquestion:", "invalid-value", "takes one value"),
    ("title:", "Title:", "unknown-field", "Did you mean `title`?"),
    ("difficulty_reason:", "difficultyReason:", "unknown-field", "Did you mean `difficulty_reason`?"),
    ("kind: project", "KIND: Project", "missing-kind", "Write `kind`, in small letters."),
    ("pitfalls:", "<!-- more -->\npitfalls:", "broken-front-matter", "a comment begins with `#`"),
    ("---\n\n## Mot", "...\n\n## Mot", "broken-front-matter", "not exactly `---`"),
    ("---\n\n## Mot", "\u2014-\n\n## Mot", "broken-front-matter", "not exactly `---`"),
    ("---\nkind", "\n---\nkind", "broken-front-matter", "the very first line"),
    ("## Core uncertainties", "## Uncertainties core", "misspelt-section", "Write `## Core uncertainties`."),
]

# The same for what is left to the author.
OPEN = [
    ("as_of: 2026-01-10", "as_of: 03/04/2025", "invalid-value", "`2025-04-03` or `2025-03-04`"),
    ("as_of: 2026-01-10", "as_of: Nov 2025", "invalid-value", "Write the day too"),
    ("2-4 days", "3", "invalid-value", "Say of what"),
    ("2-4 days", "about 3 days", "invalid-value", "Write `3 days`."),
    ("compute: laptop", "compute laptop", "broken-front-matter", "A colon is missing behind `compute`."),
    ("question:", "agenda: [probing, elk]\nquestion:", "invalid-value", "Keep one of them"),
    ("tags: [probing]", "tags: none", "invalid-value", "Write `[]` if there are none"),
    ("compute: laptop", "compute: l\u0430ptop", "invalid-value", "cyrillic small letter a, U+0430"),
    ("tags:", "zzzz: 3\ntags:", "unknown-field", "`agendakit explain project` lists the fields"),
    ("title:", "Title: Another title\ntitle:", "unknown-field", "`agendakit explain project` lists the fields"),
    ("  time: 2", "  zzzz: 3\n  time: 2", "unknown-field", "The fields here are `do`"),
    ("tags:", "keywords: x\ntags:", "unknown-field", "Write `tags`, a list."),
    ("  time: 2", " time: 2", "broken-front-matter", "Indent it by 2 spaces, like `do` in line 34."),
    ("  time: 2", "   time: 2", "broken-front-matter", "Indent it by 2 spaces, like `do` in line 34."),
    ("  time: 2", "time: 2", "broken-front-matter", "Indent it by 2 spaces, like `do` in line 34."),
    ("effort: 2", " effort: 2", "broken-front-matter", "Begin it at the margin, like `difficulty_reason` in line 26."),
    (
        "    why: The method",
        "   why: The method",
        "broken-front-matter",
        "Indent it by 4 spaces, like `part` in line 13.",
    ),
    ("labels\n", "labels\n - another\n", "broken-front-matter", "like the item in line 43"),
    (
        "Every step can",
        "Every step\ncan",
        "broken-front-matter",
        "goes on with the text of `difficulty_reason` in line 26",
    ),
    ("Every step", "'Tis easy. Every step", "broken-front-matter", "an apostrophe"),
    ("Every step can be looked up.", '"The angle $\\theta$"', "hidden-character", "the `\\t` of this formula"),
    ("tags:", "---\ntags:", "missing-field", "Fields stand behind the `---`"),
    (
        "## How",
        f"{CODE}python\nimport torch\n\n## How",
        "missing-section",
        "A code block is opened here and never closed",
    ),
    ("## How", "<!-- later\n\n## How", "missing-section", "A comment is opened here and never closed"),
    ("## How you can work on it", "**How you can work on it**", "missing-section", "no heading"),
    ("A number", "<<<<<<< HEAD\nA number", "merge-conflict", "A merge that git could not finish"),
    ("effort:", "<<<<<<< HEAD\neffort: 1 day\n=======\neffort:", "merge-conflict", "A merge that git could not finish"),
    ("---\nkind", "# A title\n\n---\nkind", "broken-front-matter", "do not stand at its very beginning"),
    ("---\nkind", "----\nkind", "broken-front-matter", "its first line is not the `---`"),
]

# Files that begin as those of other programs do.
WHOLE = [
    ('+++\nkind = "project"\ntitle = "Noise"\n+++\n', "broken-front-matter", "written in TOML"),
    ('{"kind": "project", "title": "Noise"}\n', "broken-front-matter", "written in JSON"),
    ("| kind | project |\n|---|---|\n| title | Noise |\n", "broken-front-matter", "in a table"),
    (f"{CODE}yaml\n{FRONT}{CODE}\n", "broken-front-matter", "in a code block"),
    (f"# Noise\n\n{FRONT}", "broken-front-matter", "do not stand at its very beginning"),
    ("---\n- kind: project\n---\n", "broken-front-matter", "is a list"),
    (PROJECT.encode("utf-16"), "undecodable-text", "UTF-16"),
    (PROJECT.encode("utf-16-be"), "undecodable-text", "UTF-16"),
    (PROJECT.replace("Ada", "\u00c4da").encode("latin-1"), "undecodable-text", "it would be `\u00c4`"),
]

PLAIN_PAGES = [
    f"# How to add an entry\n\nA project begins like this:\n\n{CODE}yaml\nkind: project\n{CODE}\n",
    "# Kinds\n\nThere are three kinds: agenda, project and concept.\n",
    "Be kind: project leads read every word.\n",
    "---\ntitle: About\n---\n\nkind: project\n",
    f"# Merging\n\n{CODE}\n<<<<<<< HEAD\n{CODE}\n",
    "C'est la question\u00a0: que faire\u00a0?\n",
]


def serious(text, path=PATH):
    """What is said of one file, hints left out."""
    found = check_example({path: text}).diagnostics
    return [one for one in found if one.place.path == path and one.level != "hint"]


def written(before, after):
    assert before in PROJECT
    return PROJECT.replace(before, after, 1)


@pytest.mark.parametrize(("before", "after", "rule", "words"), SLIPS + OPEN)
def test_a_slip_is_named_once_in_words_that_fit(before, after, rule, words):
    found = serious(written(before, after))
    named = [one for one in found if one.rule == rule and words in f"{one.finding.message} {one.finding.help}"]
    assert len(named) == 1, [(one.rule, one.finding.message, one.finding.help) for one in found]
    assert len({one.rule for one in found}) == 1


@pytest.mark.parametrize(("text", "rule", "words"), WHOLE, ids=lambda value: str(value)[:20])
def test_a_file_of_another_sort_is_named_once(text, rule, words):
    (one,) = serious(text)
    assert one.rule == rule
    assert words in f"{one.finding.message} {one.finding.help}"


@pytest.mark.parametrize(("before", "after"), [case[:2] for case in SLIPS])
def test_a_slip_with_one_remedy_is_mended(before, after):
    text = written(before, after)
    fixed = fix(sources_of({PATH: text}), lambda some: check(some, CONFIG, TODAY), lambda found: found.diagnostics)
    assert not [one for one in fixed.checked.diagnostics if one.place.path == PATH and one.level != "hint"]
    assert not fixed.refused


@pytest.mark.parametrize(("before", "after"), [case[:2] for case in OPEN])
def test_a_slip_that_can_be_argued_about_is_left_alone(before, after):
    text = written(before, after)
    fixed = fix(sources_of({PATH: text}), lambda some: check(some, CONFIG, TODAY), lambda found: found.diagnostics)
    assert not fixed.texts


@pytest.mark.parametrize(("before", "after"), [case[:2] for case in (*SLIPS, *OPEN)])
def test_line_ends_make_no_difference(before, after):
    told = [(one.rule, one.finding.message) for one in serious(written(before, after))]
    assert [(one.rule, one.finding.message) for one in serious(written(before, after).replace("\n", "\r\n"))] == told


@pytest.mark.parametrize("text", PLAIN_PAGES)
def test_a_plain_page_is_no_broken_entry(text):
    path = PATH.with_name("plain-page.md")
    assert not [
        one for one in serious(text, path) if one.rule in ("broken-front-matter", "merge-conflict", "hidden-character")
    ]


@pytest.mark.parametrize(("before", "after"), [(": ", ":\u00a0"), (": ", "\uff1a"), ("  ", "\t")], ids=ascii)
def test_all_lines_that_are_alike_are_mended_at_once(before, after):
    text = f"---\n{FRONT.replace(before, after)}---\n{BODY}"
    fixed = fix(sources_of({PATH: text}), lambda some: check(some, CONFIG, TODAY), lambda found: found.diagnostics)
    assert not [one for one in fixed.checked.diagnostics if one.place.path == PATH and one.level != "hint"]
    assert len(fixed.mended) == 1


def test_no_break_spaces_in_a_text_are_part_of_the_writing():
    text = written("Every step can", "Chaque \u00e9tape\u00a0; \u00ab\u00a0toutes\u00a0\u00bb can")
    assert not serious(text)
    folded = written("question:", "risks: >-\n  Une question\u00a0: laquelle\u00a0?\nquestion:")
    assert not serious(folded)


@given(damaged())
@settings(max_examples=100, deadline=None)
def test_an_entry_that_is_not_understood_is_told_why(case):
    number, text = case
    checked = check_example({PATHS[number]: text})
    for reject in checked.catalogue.rejects:
        assert [one for one in checked.diagnostics if one.place.path == reject.document.path]
