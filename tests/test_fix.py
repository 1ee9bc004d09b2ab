from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath

import pytest

from agendakit.check import check
from agendakit.diagnostic import Diagnostic, Finding, Fix, Level, Place, Safety
from agendakit.fix import fix
from agendakit.text import Edit, Span
from examples import CONFIG, ENTRIES, FOLDER, TODAY, sources_of

PATH = ENTRIES["project"]
TEXT = (FOLDER / PATH).read_text(encoding="utf-8")


def fixed(text=TEXT, *, unsafe=False, made_up=()):
    """The project after fixing; `made_up` stands for findings of rules that do not exist, as (old, new) texts."""

    def checking(sources):
        checked = check(sources, CONFIG, TODAY)
        now = checked.documents[PATH].text
        more = tuple(finding(now, *pair) for pair in made_up if pair[0] in now)
        return replace(checked, diagnostics=(*checked.diagnostics, *more))

    return fix(sources_of({PATH: text}), checking, lambda checked: checked.diagnostics, unsafe=unsafe)


def finding(text, before, after):
    start = text.index(before)
    span = Span(start, start + len(before))
    mend = Fix(title="Mend", safety=Safety.SAFE, edits=(Edit(span, after),))
    found = Finding(place=Place(PATH, span), message=f"{before!r}.", help="Mend it.", fix=mend)
    return Diagnostic(rule="made-up", level=Level.WARNING, finding=found, entry="probe-transfer")


def test_a_safe_fix_changes_the_named_value_and_no_other_byte():
    text = TEXT.replace("compute: laptop\n", "compute:   laptop   # mine\n\n\ncost: no  # free\n")
    assert fixed(text).texts[PATH] == text.replace("cost: no  #", 'cost: "no"  #')


def test_an_unsafe_fix_is_left_out_unless_asked_for():
    text = TEXT.replace("- id: linear-probes", "- id: linear-prob")
    assert not fixed(text).texts
    assert fixed(text, unsafe=True).texts[PATH] == TEXT


def test_fixes_come_in_rounds_until_nothing_is_left():
    text = TEXT.replace("difficulty_reason: Every", "difficulty_reason: One: every").replace(
        "  do: Train", "  do: Two: train"
    )
    after = fixed(text)
    assert '"One: every' in after.texts[PATH]
    assert '"Two: train' in after.texts[PATH]
    assert len(after.mended) == 2


def test_line_breaks_stay_as_they_were():
    text = TEXT.replace("compute: laptop\n", "compute: laptop\ncost: no\n").replace("\n", "\r\n")
    assert fixed(text).texts[PATH] == text.replace("cost: no", 'cost: "no"')


def test_a_line_that_a_fix_adds_ends_as_the_others_do():
    text = TEXT.replace("\n", "\r\n")
    after = fixed(text, made_up=[("compute: laptop\r\nnovelty", "compute: laptop\ncost: nothing\nnovelty")])
    assert after.texts[PATH] == text.replace("\r\nnovelty", "\r\ncost: nothing\r\nnovelty")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("compute: laptop", 'compute: "laptop'),
        ("compute: laptop", "compute: labtop"),
        ("compute: laptop\n", ""),
        ("compute: laptop", "compute: laptop\n---\n"),
        ("tags: [probing]", "tags: [probing"),
        ("tags: [probing]", "tags: &a [probing]"),
        ("  do: Train", "do: Train"),
        ("## Motivation", "<!-- ## Motivation"),
        ("## Motivation", "```\n## Motivation"),
        ("A number on one topic", "A number on one topic"),
        ("on one topic says", "[x](entry:nothing) says"),
    ],
    ids=lambda text: text.replace("\n", "/"),
)
def test_a_fix_that_does_harm_or_nothing_is_refused(before, after):
    outcome = fixed(made_up=[(before, after)])
    assert not outcome.texts
    assert [one.rule for one in outcome.refused] == ["made-up"]


def test_one_bad_fix_does_not_keep_the_good_ones_back():
    text = TEXT.replace("compute: laptop", "compute: laptop\ncost: no")
    outcome = fixed(text, made_up=[("tags: [probing]", "tags: [probing"), ("novelty: known-methods", "novelty: x")])
    assert outcome.texts[PATH] == text.replace("cost: no", 'cost: "no"')
    assert len(outcome.refused) == 2


def test_overlapping_fixes_wait_for_each_other():
    outcome = fixed(made_up=[("says little", "says less"), ("topic says", "theme says")])
    assert "one theme says less." in outcome.texts[PATH]


def test_fixes_that_undo_each_other_are_refused():
    outcome = fixed(made_up=[("says little", "says much"), ("says much", "says little")])
    assert not outcome.texts


def test_an_item_can_be_taken_out_of_a_list():
    text = TEXT.replace("  - No layer", "  - Take me out.\n  - No layer")
    outcome = fixed(text, made_up=[("  - Take me out.\n", "")])
    assert outcome.texts[PATH] == TEXT


def test_a_file_that_cannot_be_decoded_is_left_alone():
    outcome = fixed(TEXT.encode() + b"\xff", made_up=[("says little", "says less")])
    assert not outcome.texts


def test_only_what_is_wanted_is_mended():
    text = TEXT.replace("compute: laptop", "compute: laptop\ncost: no")
    outcome = fix(sources_of({PATH: text}), lambda some: check(some, CONFIG, TODAY), lambda _: ())
    assert not outcome.texts
    assert not outcome.refused


def test_several_files_are_mended_in_one_round():
    other = PurePosixPath("agendas/probing/second.md")
    text = TEXT.replace("compute: laptop", "compute: laptop\ncost: no")
    sources = sources_of({PATH: text, other: text})
    outcome = fix(sources, lambda some: check(some, CONFIG, TODAY), lambda found: found.diagnostics)
    assert set(outcome.texts) == {PATH, other}


def test_a_field_that_is_mended_may_ask_for_others():
    # Only of an entry whose type is known can it be told that an experiment needs papers.
    begin, end = TEXT.index("papers:\n"), TEXT.index("prerequisites:\n")
    text = (TEXT[:begin] + TEXT[end:]).replace("created: 2026-01-10", "created: yesterday")
    done = fixed(text.replace("type: empirical", "type: Empirical"))
    assert "type: empirical\n" in done.texts[PATH]
    assert done.refused == ()
