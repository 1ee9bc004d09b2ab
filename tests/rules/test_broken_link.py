"""What to write instead of a link that leads nowhere."""

from __future__ import annotations

import pytest

from examples import ENTRIES, check_example, example_files

PROJECT = example_files()[ENTRIES["project"]].decode()


@pytest.mark.parametrize("target", ["/concepts/pytorch.md", "/concepts/pytorch/", "/agendas/concepts/pytorch.md"])
def test_a_path_is_proposed_as_it_is_from_the_file_with_the_link(target):
    found = check_example({ENTRIES["project"]: f"{PROJECT}\nSee [PyTorch]({target}).\n"}).diagnostics
    (one,) = [one.finding for one in found if one.rule == "broken-link"]
    assert one.help == "Write `../concepts/pytorch.md`."
    assert one.fix is not None
    assert [edit.text for edit in one.fix.edits] == ["../concepts/pytorch.md"]
