"""What is recognised at the cursor while the YAML is still broken."""

from __future__ import annotations

import pytest

from agendakit import frontmatter
from agendakit.lsp.cursor import Key, Value, wanted_at
from agendakit.text import LineIndex
from lsp_session import CURSOR

KEYS = {
    "kind: project\n‸": ((), {"kind"}),
    "kind: project\ntit‸": ((), {"kind"}),
    "kind: project\ntit‸\nstatus: open": ((), {"kind", "status"}),
    "first_step:\n  do: x\n  ‸": (("first_step",), {"do"}),
    "first_step:\n  ‸\n  do: x\nstatus: open": (("first_step",), {"do"}),
    "papers:\n  - ref: x\n    ‸": (("papers",), {"ref"}),
    "papers:\n  - ref: x\n  - ro‸": (("papers",), set()),
    "papers:\n- ref: x\n  ro‸\n- ref: y\n  why: z": (("papers",), {"ref"}),
    "papers:\n  - ref: x\n    why: y\n    ‸\n    part: z": (("papers",), {"ref", "why", "part"}),
    "first_step:\n  tried:\n    - by: A\n      ‸": (("first_step", "tried"), {"by"}),
    "papers: [{ref: x, ‸": (("papers",), {"ref"}),
    "summary: >\n  several\n  lines\n‸": ((), {"summary"}),
}

VALUES = {
    "difficulty: ‸": (("difficulty",), "", False),
    "difficulty:‸": (("difficulty",), "", False),
    "difficulty: fir‸st-project": (("difficulty",), "first-project", False),
    "difficulty: 'fir‸st'": (("difficulty",), "first", False),
    "first_step:\n  compute: lap‸": (("first_step", "compute"), "lap", False),
    "papers:\n  - ref: arXiv:16‸10.01": (("papers", "ref"), "arXiv:1610.01", False),
    "papers:\n  - ref: x\n    role: ‸": (("papers", "role"), "", False),
    "prerequisites:\n  - lin‸": (("prerequisites",), "lin", True),
    "prerequisites:\n- ‸": (("prerequisites",), "", True),
    "teaches: [‸]": (("teaches",), "", True),
    "teaches: [a, li‸": (("teaches",), "li", True),
    "prerequisites: [{id: li‸": (("prerequisites", "id"), "li", False),
    "prerequisites:\n  - {id: x, need: ‸}": (("prerequisites", "need"), "", False),
    "teaches: [a,\n  li‸": (("teaches",), "li", True),
}

NOTHING = (
    "summary: >\n  some ‸",
    "summary: |\n  some\n  difficulty: ‸",
    "title: something\n  long‸",
    "# difficulty: ‸",
    "difficulty: first # ‸",
    "teaches: [a] ‸",
    "title: a\nfree words‸",
)


def _wanted(front):
    text = f"---\n{front.replace(CURSOR, '')}\n---\n"
    source, _ = frontmatter.split(text)
    assert source is not None
    return text, wanted_at(LineIndex(text), source, 4 + front.index(CURSOR))


@pytest.mark.parametrize("front", KEYS)
def test_a_key_is_wanted_in_its_object(front):
    _, found = _wanted(front)
    keys = [one for one in found if isinstance(one, Key)]
    assert [(one.container, set(one.present)) for one in keys] == [KEYS[front]]


@pytest.mark.parametrize("front", VALUES)
def test_a_value_is_wanted_for_its_field(front):
    text, found = _wanted(front)
    values = [one for one in found if isinstance(one, Value)]
    assert [(one.names, one.span.of(text), one.is_item) for one in values] == [VALUES[front]]


@pytest.mark.parametrize("front", NOTHING)
def test_nothing_is_wanted_inside_a_text(front):
    text, found = _wanted(front)
    assert [one for one in found if not (isinstance(one, Value) and one.names == ("title",))] == [], text


def test_a_value_right_behind_the_colon_needs_a_space():
    _, (found,) = _wanted("difficulty:‸")
    assert isinstance(found, Value)
    assert found.lead == " "


def test_an_open_fence_is_front_matter_already():
    text = "---\nkind: pro"
    source, _ = frontmatter.split(text)
    assert source is not None
    (found,) = wanted_at(LineIndex(text), source, len(text))
    assert isinstance(found, Value)
    assert found.names == ("kind",)
