"""What several workers of a test run need and one of them makes."""

from __future__ import annotations

import fcntl
import os


def made_once(tmp_path_factory, name, make):
    """A folder that the first worker makes, with a function that is given its path; the others wait for it."""
    own = tmp_path_factory.getbasetemp()
    root = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    folder, made = root / name, root / f"{name}.made"
    with (root / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            make(folder)
            made.touch()
    return folder
