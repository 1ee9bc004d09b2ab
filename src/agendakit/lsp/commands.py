"""Commands that a code action leads to, because they need the network or another program."""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING

from agendakit.identifiers import Identifier, identify

if TYPE_CHECKING:
    from agendakit.workspace import Workspace

ADD_PAPER = "agendakit.addPaper"


def registered_name(ref: str) -> str:
    """The arXiv number or DOI under which a registry knows a paper, empty where there is none to ask."""
    identifier = identify(ref)
    if isinstance(identifier, Identifier) and identifier.key.startswith(("arXiv:", "doi:")):
        return identifier.key.removeprefix("doi:")
    return ""


async def add_paper(workspace: Workspace, name: str) -> str:
    """Run `agendakit papers add`; gives its words where it failed, else nothing."""
    config = ["--config", str(workspace.config_path)] if workspace.config_path else []
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "agendakit", *config, "papers", "add", "--", name),
        cwd=workspace.folder,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    words, _ = await process.communicate()
    return words.decode("utf-8", "replace").strip() if process.returncode else ""
