"""What the command line tells the plugin arrives."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from agendakit.handover import Handover, handed_over, received
from agendakit.site.preview_choice import Wish

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize(
    "handover",
    [
        Handover(),
        Handover(config=Path("/a b/agendakit.toml"), started=Path("/tmp/started")),  # noqa: S108  # only a name
        Handover(wishes=(Wish("changed", ""), Wish('of "two"\nlines', "agendas/a:b"))),
    ],
)
def test_what_is_told_is_received(handover):
    assert received(handed_over(handover)) == handover


def test_variables_of_ci_templates_are_not_taken_for_what_is_told():
    template = yaml.safe_load((ROOT / "ci/gitlab.yml").read_text(encoding="utf-8"))
    assert "AGENDAKIT_CONFIG" in template["variables"]
    assert received(template["variables"]) == Handover()


def test_an_engine_called_by_its_own_name_is_told_nothing():
    assert received({}) == Handover()
