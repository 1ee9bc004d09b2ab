"""`agendakit export`."""

from __future__ import annotations

import pytest

from agendakit import exports
from agendakit.extension import Export, collect

FORMATS = {export.name: export for export in collect(exports, Export)}
PROMISED = {"json", "jsonl", "csv", "bibtex", "csl", "jsonld", "atom", "llms"}


def test_every_promised_format_is_there_under_a_file_name_of_its_own():
    assert set(FORMATS) == PROMISED
    assert len({export.file_name for export in FORMATS.values()}) == len(PROMISED)
    assert {"feed.xml", "papers.bib", "llms.txt"} < {export.file_name for export in FORMATS.values()}


@pytest.mark.parametrize("name", sorted(PROMISED))
def test_a_format_is_printed_or_written_to_a_file(desk, name):
    printed = desk.run("export", name, "--today", "2026-02-01")
    assert printed.code == 0
    assert printed.out.endswith("\n")
    assert desk.run("export", name, "--today", "2026-02-01", "--output", "out").out == ""
    assert desk.read("out") == printed.out


def test_what_is_left_out_is_said(desk):
    path = "agendas/probing/probe-transfer.md"
    desk.write(path, desk.read(path).replace("compute: laptop", "compute: abacus", 1))
    done = desk.run("export", "jsonl")
    assert "probe-transfer" in done.err
    assert '"id":"probe-transfer"' not in done.out
