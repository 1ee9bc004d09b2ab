"""Whatever was checked before, what is known of it changes no result."""

from __future__ import annotations

import tempfile
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agendakit.cache import Cache
from agendakit.check import check
from agendakit.workspace import Workspace
from examples import CONFIG, TODAY, example_files, sources_of
from mutations import PATHS, PIECES, damaged

edits = st.lists(st.tuples(damaged(), st.integers(0, 1)), min_size=1, max_size=5)
CLOSING = b"\n---\n"
words = st.one_of(
    st.sampled_from([b"\xff", b"kind: concept\n", b"kind: project\n", b"[x](entry:probe-transfer#motivation)", b""]),
    st.sampled_from(PIECES).map(str.encode),
)
in_files = st.lists(
    st.tuples(st.sampled_from(PATHS), st.floats(0, 1), st.sampled_from([0, 0, 1, 7, 40]), words), min_size=2, max_size=6
)


def _seen(checked):
    return (
        checked.diagnostics,
        {path: one.text for path, one in checked.documents.items()},
        set(checked.catalogue.kinds),
    )


def _in_body(text, share, taken, put):
    """The text with something else in its body; in all of it, where it has no front matter."""
    start = text.find(CLOSING) + len(CLOSING) if CLOSING in text else 0
    at = start + round(share * (len(text) - start))
    return text[:at] + put + text[at + taken :]


def _in_prose(text, share, taken, put):
    """The text with something else behind a word of its front matter, where most is prose."""
    spaces = [at for at in range(text.find(CLOSING)) if text[at : at + 1] == b" "]
    if not spaces:
        return text
    at = spaces[min(round(share * len(spaces)), len(spaces) - 1)]
    return text[:at] + b" " + put.strip() + text[at + min(taken, 1) :]


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


@pytest.mark.parametrize("edited", [_in_body, _in_prose])
@given(broken=st.booleans(), steps=in_files)
@settings(max_examples=40, deadline=None)
def test_cached_and_uncached_checks_agree_after_every_edit_of_words(edited, broken, steps):
    with tempfile.TemporaryDirectory() as name, patch.dict("os.environ", {"AGENDAKIT_CACHE": name}):
        workspace = Workspace(folder=Path(name), config=CONFIG)
        files = example_files()
        if broken:
            files[PATHS[0]] = b"---\na: [\n---\n" + files[PATHS[0]].partition(CLOSING)[2]
        for path, *edit in steps:
            files[path] = edited(files[path], *edit)
            sources = sources_of(files)
            cache = Cache(workspace, sources, TODAY)
            found = check(sources, CONFIG, TODAY, cache.known)
            cache.save()
            assert _seen(found) == _seen(check(sources, CONFIG, TODAY))
