"""The figures that the manual of `near-duplicate` states hold on the labelled pairs."""

from __future__ import annotations

import json
import re
from pathlib import Path, PurePosixPath

from agendakit.check import Sources, all_rules, check
from agendakit.config import Config
from examples import TODAY
from small_entries import PUBLISHED

LABELLED = json.loads((Path(__file__).parent / "near_duplicates.json").read_text(encoding="utf-8"))
SAME = {frozenset(pair) for pair in LABELLED["same"]}
APART = {frozenset(pair) for pair in LABELLED["apart"]}
MANUAL = next(rule.manual for rule in all_rules() if rule.name == "near-duplicate")


def _path(name, entry):
    # An agenda's id is its folder's name.
    return PurePosixPath(f"agendas/{name}/index.md" if entry["kind"] == "agenda" else f"agendas/all/{name}.md")


def _file(entry):
    fields = {"stage": "draft", **entry}
    return "".join(["---\n", *(f"{key}: {json.dumps(value)}\n" for key, value in fields.items()), "---\n"])


def _files(entries):
    return {_path(name, entry): _file(entry) for name, entry in entries.items()}


def _reported(entries):
    checked = check(Sources(files=_files(entries)), Config(), TODAY)
    assert not checked.catalogue.rejects
    ids = {_path(name, entry): name for name, entry in entries.items()}
    return {
        frozenset((ids[one.place.path], ids[one.finding.related[0].place.path]))
        for one in checked.diagnostics
        if one.rule == "near-duplicate"
    }


def test_the_labelled_pairs_are_as_many_as_the_manual_says():
    counts = [int(number) for number in re.findall(r"\b(\d+)\b(?! ?\.|\.)", MANUAL.split("Measured on")[1])[:3]]
    assert counts == [len(SAME | APART), len(SAME), len(APART)]
    assert not SAME & APART


def test_recall_and_precision_are_what_the_manual_says():
    reported = _reported(LABELLED["entries"])
    recall = len(reported & SAME) / len(SAME)
    precision = len(reported & SAME) / len(reported)
    stated = [float(number) for number in re.findall(r"(?:recall|precision) (0\.\d\d)", MANUAL)]
    assert [round(recall, 2), round(precision, 2)] == stated


def test_three_entries_that_say_the_same_are_all_found():
    name = next(iter(sorted(SAME, key=sorted)))
    one, other = (LABELLED["entries"][part] for part in sorted(name))
    others = {key: entry for key, entry in LABELLED["entries"].items() if key not in name}
    twice = {**others, "first": one, "second": dict(one), "third": other}
    assert frozenset(("first", "second")) in _reported(twice)


def test_an_entry_that_links_to_the_other_is_left_alone():
    one, other = sorted(next(iter(sorted(SAME, key=sorted))))
    files = _files(LABELLED["entries"])
    files[_path(other, LABELLED["entries"][other])] += f"\nIt differs from [the other](entry:{one}).\n"
    checked = check(Sources(files=files), Config(), TODAY)
    assert not [d for d in checked.diagnostics if d.rule == "near-duplicate" and d.entry in (one, other)]


def _titled(title, **fields):
    return {"kind": "concept", "title": title, "summary": "Thirty or forty letters about something.", **fields}


def test_one_title_is_enough_though_one_names_the_other():
    needs = [{"id": "older", "why": "to begin with"}]
    older = _titled("Linear probes", created="2026-01-01")
    younger = _titled("linear  Probes", created="2026-01-02", prerequisites=needs)
    assert _placed({"older": older, "younger": younger}) == ["younger"]


def test_one_title_on_one_day_is_told_in_both():
    entry = _titled("Linear probes", created="2026-01-01")
    assert _placed({"here": entry, "there": entry}) == ["here", "there"]


def test_a_retired_entry_may_have_the_title_of_its_successor():
    older = PUBLISHED["concept"] | {"stage": "retired"}
    assert not _placed({"older": older, "newer": _titled(str(older["title"]))})


def test_a_retired_entry_that_says_the_same_is_told():
    front = PUBLISHED["concept"] | {"summary": str(LABELLED["entries"][next(iter(LABELLED["entries"]))]["summary"])}
    assert _placed({"older": front | {"stage": "retired"}, "newer": front | {"created": "2026-02-01"}}) == ["newer"]


def _placed(entries):
    """Ids of the entries in which something is found."""
    found = check(Sources(files=_files(entries)), Config(), TODAY).diagnostics
    return [one.entry for one in found if one.rule == "near-duplicate"]


def test_the_remedy_for_one_title_is_another_title():
    entry = _titled("Linear probes")
    found = check(Sources(files=_files({"here": entry, "there": entry})), Config(), TODAY).diagnostics
    helps = {one.finding.help for one in found if one.rule == "near-duplicate"}
    assert helps == {"Merge the two; if they differ, give one a title that says how."}
