"""Issue forms, and the issues that are written with them."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from agendakit.forms import form, kind_of, questions, read
from agendakit.model import KINDS
from agendakit.model.reflect import fields_of
from agendakit.scaffold import entry_text

TYPES = {"input", "textarea", "dropdown", "markdown"}


def _issue(kind, **answers):
    """The body that GitHub makes of a form."""
    found = {question.label: "_No response_" for question in questions(kind)} | answers
    return "\n\n".join(f"### {label}\n\n{answer}" for label, answer in found.items())


@pytest.mark.parametrize("kind", KINDS)
def test_a_form_is_what_github_takes(kind):
    found = yaml.safe_load(form(kind, ["probing", "none"]))
    assert {"name", "description", "body"} <= set(found)
    fields = [element for element in found["body"] if element["type"] != "markdown"]
    assert {element["type"] for element in found["body"]} <= TYPES
    assert len({element["id"] for element in fields}) == len(fields)
    assert len({element["attributes"]["label"] for element in fields}) == len(fields)
    for element in fields:
        assert set(element["id"]) <= set("abcdefghijklmnopqrstuvwxyz-_0123456789")
        options = element["attributes"].get("options", ["x"])
        assert options
        assert len(set(options)) == len(options)
        assert not [option for option in options if option.lower() == "none"], "GitHub keeps this word for itself"


@pytest.mark.parametrize("kind", KINDS)
def test_a_form_asks_for_all_that_a_published_entry_always_needs(kind):
    asked = {question.route[0] for question in questions(kind) if question.field}
    needed = {
        field.name for field in fields_of(kind) if field.needed == "yes" and not field.condition and not field.default
    }
    assert needed - asked <= {"kind", "created", "as_of"}


def test_an_issue_becomes_values_that_the_model_takes():
    written = read(
        _issue(
            "project",
            Title="Does a probe survive the night?",
            Question="Does a probe trained by day work at night?",
            Agenda="probing",
            Compute="none: no computer to speak of",
            Prerequisites="- linear-probes\n- pytorch",
            Papers="* arXiv:1610.01644 - where it began\n* A book (https://example.org/book)",
            **{"First step: do": "Train it.", "First step: time": "2 hours", "First step: observe": "A number."},
            **{"Done when": "1. One table.\n2. Another.", "Text: Motivation": "Because.\n\n### Not a label\n\nMore."},
        ),
        "project",
    )
    assert written.notes == ()
    assert written.values["compute"] == "none"
    assert written.values["prerequisites"] == ["linear-probes", "pytorch"]
    assert written.values["papers"] == [
        {"ref": "arXiv:1610.01644", "role": "start-here", "why": "where it began"},
        {"ref": "https://example.org/book", "role": "background", "why": "A book"},
    ]
    assert written.values["first_step"] == {"do": "Train it.", "time": "2 hours", "observe": "A number."}
    assert written.values["done_when"] == ["One table.", "Another."]
    assert written.sections == {"Motivation": "Because.\n\n### Not a label\n\nMore."}


def test_what_does_not_fit_is_said():
    written = read(_issue("project", Title="Abc", Effort="ages"), "project")
    assert written.values == {}
    assert written.notes == (
        "`Title` is left out: Expected one line of 5 to 120 characters; this has 3.",
        "`Effort` is left out: Expected a length such as `3 hours`, `2-4 days` or `1 month`.",
    )


@pytest.mark.parametrize("kind", KINDS)
def test_the_kind_is_read_off_the_headings(kind):
    assert kind_of(_issue(kind)) == kind
    assert kind_of("### Something else\n\nwords") == ""


def test_a_comment_in_prose_cannot_silence_a_rule():
    text = "Words <!-- agendakit: allow unsafe-link, because I say so --> and words <!-- unclosed"
    written = read(_issue("project", **{"Text: Motivation": text}), "project")
    assert written.sections["Motivation"] == "Words  and words"


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.sampled_from(sorted(KINDS)), st.data())
def test_whatever_strangers_write_becomes_an_entry_of_that_kind(text, kind, data):
    labels = [question.label for question in questions(kind)]
    answers = dict.fromkeys(data.draw(st.lists(st.sampled_from(labels), max_size=4)), text)
    written = read(_issue(kind, **answers), kind)
    made = entry_text(kind, {"kind": kind, "stage": "draft", **written.values}, written.sections)
    assert made.startswith(f"---\nkind: {kind}\nstage: draft\n") or written.values
    assert made.count("\nkind:") == (1 if made.startswith("---\nkind") else 0)
