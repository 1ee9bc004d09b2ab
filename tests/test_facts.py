"""What counts as a fact of a file: all that rules about several files look at, and nothing of its prose."""

from __future__ import annotations

from datetime import date
from pathlib import Path, PurePosixPath

import pytest

from agendakit.check import all_rules, check, parse_file
from agendakit.extension import Subject
from agendakit.facts import PROSE, WORDS, facts_of
from agendakit.model import KINDS
from agendakit.model.reflect import fields_of
from agendakit.routes import nodes
from agendakit.workspace import find, read
from examples import ENTRIES, example_files

PROJECT = ENTRIES["project"]
TEXT = example_files()[PROJECT].decode("utf-8")
PARTS = ("front", "structure", "words", "head", "body")
FREE = {"Text", "Line", "Title", "Summary", "Question"}
ABOUT_STRUCTURE = {rule.name for rule in all_rules() if rule.subject is Subject.CATALOGUE and not rule.words}


def facts(text: str):
    parsed = parse_file(PROJECT, text)
    return facts_of(parsed.document, parsed.outcome, ())


@pytest.mark.parametrize(
    ("before", "after", "parts"),
    [
        ("Every step can be looked up.", "Each step can be looked up.", {"front"}),
        ("A table of accuracies", "One table of accuracies", {"front"}),
        ("role: start-here\n", "role: start-here # the first\n", {"front", "body"}),
        ("The method in its first form.", "The method, first written down.", {"front", "body"}),
        ("title: Does a probe survive", "title: Will a probe survive", {"front", "words", "body"}),
        ("summary: Train", "summary: Fit", {"front", "words", "body"}),
        ("A number on one topic", "Some number on one topic", set()),
        ("why: The whole project is one probe.", "why: See [that](x.md).", {"front", "structure", "body"}),
        ("why: The whole project is one probe.", "why: See [@arXiv:1610.01644].", {"front", "structure", "body"}),
        ("    why: The whole project is one probe.\n", "", {"front", "structure", "body"}),
        ("tags: [probing]", "tags: [probes]", {"front", "structure", "body"}),
        ("id: linear-probes", "id: linear-probe", {"front", "structure", "body"}),
        ("tags: [probing]", "tags: [10]", {"front", "structure", "body"}),
        ("difficulty: first-project", "difficulty: frontier", {"front", "structure", "body"}),
        ("- Choosing the layer on the test data.\n", "- Choosing.\n  - Testing.\n", {"front", "structure", "body"}),
        ("---\nkind", "---\n# a comment\nkind", {"front", "structure", "head", "body"}),
        ("## Motivation", "## Reasons", {"structure"}),
        ("says little", "says [little](x.md)", {"structure"}),
        ("kind: project\n", "kind: project\nodd: 1\n", {"front", "structure", "words", "body"}),
    ],
)
def test_an_edit_changes_the_facts_that_others_may_use(before, after, parts):
    assert TEXT.count(before) == 1
    old, new = facts(TEXT), facts(TEXT.replace(before, after))
    longer = {"body"} if len(before) != len(after) and "front" in parts else set()
    assert {part for part in PARTS if getattr(old, part) != getattr(new, part)} == (parts - {"body"}) | longer


def test_a_number_that_is_read_as_text_is_the_text_that_is_written():
    decimal, octal = (facts(TEXT.replace("tags: [probing]", f"tags: [{tag}]")) for tag in ("20", "0x14"))
    assert decimal.structure != octal.structure


def test_of_an_entry_that_does_not_validate_counts_which_works_it_names():
    broken = TEXT.replace("difficulty: first-project", "difficulty: firs-project")
    typed = facts(broken.replace("firs-project", "fir-project").replace("tags: [probing]", "tags: [probes]"))
    assert facts(broken).structure == typed.structure != facts(TEXT).structure
    renamed = broken.replace("- ref: arXiv:1610.01644\n    role", "- ref: arXiv:1610.01645\n    role")
    assert facts(broken).structure != facts(renamed).structure


def all_fields(fields):
    for field in fields:
        yield field
        yield from all_fields(field.children)


def test_what_counts_as_prose_is_free_text_wherever_it_stands():
    fields = [field for kind in KINDS for field in all_fields(fields_of(kind))]
    assert {field.name for field in fields} >= PROSE | WORDS
    assert {field.form for field in fields if field.name in PROSE | WORDS} <= FREE
    assert {field.name for field in fields if field.form == "Text"} <= PROSE
    assert "contact" not in PROSE  # a line whose scheme `unsafe-link` reads


def worded(text: str, values: object) -> str:
    """The text with another word in each prose that stands on one line; places move."""
    for route, value in nodes(values):
        names = [step for step in route if isinstance(step, str)]
        is_prose = names and (names[-1] in PROSE or names[0] in WORDS)
        if is_prose and isinstance(value, str) and text.count(value) == 1 and "\n" not in value:
            text = text.replace(value, f"{value} Indeed")
    return text


def found(files, workspace):
    sources = read(workspace)
    checked = check(type(sources)(files=files, others=sources.others), workspace.config, date(2026, 11, 22))
    return sorted(
        (one.rule, str(one.place.path), one.finding.message)
        for one in checked.diagnostics
        if one.rule in ABOUT_STRUCTURE
    )


def test_no_rule_about_structure_reads_prose():
    workspace = find(Path(__file__).parents[1])
    everything = read(workspace).files
    # A quarter is left out, so that many references lead nowhere.
    files = {path: data for number, (path, data) in enumerate(sorted(everything.items())) if number % 4}
    other = {}
    for path, data in files.items():
        parsed = parse_file(path, data)
        is_entry = path.suffix == ".md" and parsed.outcome is not None and parsed.document.front
        other[PurePosixPath(path)] = worded(str(data), parsed.document.front.values) if is_entry else data
    changed = sum(other[path] != data for path, data in files.items())
    assert changed > len(files) / 2
    before = found(files, workspace)
    assert len({rule for rule, _, _ in before}) > 3
    assert found(other, workspace) == before
