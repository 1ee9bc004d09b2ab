"""A catalogue that an editor shows."""

from __future__ import annotations

import pytest

from lsp_session import copy_example, open_session


@pytest.fixture
def folder(tmp_path):
    """The example catalogue."""
    return copy_example(tmp_path)


@pytest.fixture
def session(folder):
    """A session of it, judged once."""
    return open_session(folder)
