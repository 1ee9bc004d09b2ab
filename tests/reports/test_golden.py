"""Each format as it was when somebody last looked at it; AGENDAKIT_GOLDEN=1 writes the files anew."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from agendakit import __version__, reports
from agendakit.cli._step_summary import step_summary
from agendakit.extension import Outcome, Report, collect
from agendakit.outcome import summarise
from examples import ENTRIES, FOLDER, check_example

GOLDEN = Path(__file__).parent / "golden"
PROJECT = ENTRIES["project"]
SHOWN = ("ambiguous-scalar", "duplicate-key", "dangling-reference", "thin-entry")
RENDER = {**{report.name: report.render for report in collect(reports, Report)}, "step-summary": step_summary}


def shown():
    text = (FOLDER / PROJECT).read_text(encoding="utf-8")
    text = text.replace("compute: laptop\n", "compute: laptop\ncost: no\ncompute: cluster\n")
    checked = check_example({PROJECT: text.replace("- id: linear-probes", "- id: linear-prob")})
    diagnostics = tuple(one for one in checked.diagnostics if one.rule in SHOWN and one.place.path == PROJECT)
    return Outcome(diagnostics=diagnostics, documents=checked.documents, summary=summarise(checked, diagnostics))


@pytest.mark.parametrize("name", RENDER)
def test_a_report_looks_as_it_did(name):
    text = RENDER[name](shown()).replace(f'"{__version__}"', '"VERSION"')
    text = re.sub(r'"(text|markdown)": ".*\\n.*"', r'"\1": "MANUAL"', text)
    path = GOLDEN / f"{name}.txt"
    if "AGENDAKIT_GOLDEN" in os.environ:
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
