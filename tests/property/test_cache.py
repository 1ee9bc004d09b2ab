"""Whatever was checked before, what is known of it changes no result."""

from __future__ import annotations

import tempfile
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from agendakit.cache import Cache
from agendakit.check import check
from agendakit.workspace import Workspace
from examples import CONFIG, TODAY, sources_of
from mutations import PATHS, damaged

edits = st.lists(st.tuples(damaged(), st.integers(0, 1)), min_size=1, max_size=5)


def _seen(checked):
    return (
        checked.diagnostics,
        {path: one.text for path, one in checked.documents.items()},
        set(checked.catalogue.kinds),
    )


@given(edits)
@settings(max_examples=40, deadline=None)
def test_cached_and_uncached_checks_agree_after_every_edit(steps):
    with tempfile.TemporaryDirectory() as name, patch.dict("os.environ", {"AGENDAKIT_CACHE": name}):
        workspace = Workspace(folder=Path(name), config=CONFIG)
        changed = {}
        for (number, text), days in steps:
            changed[PATHS[number]] = text.encode()
            today = TODAY + timedelta(days=days * 400)
            sources = sources_of(changed)
            cache = Cache(workspace, sources, today)
            found = check(sources, CONFIG, today, cache.known)
            cache.save()
            assert _seen(found) == _seen(check(sources, CONFIG, today))
