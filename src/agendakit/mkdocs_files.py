"""Files as MkDocs knows them: which of the author's are left out, and ours as it wants them."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, InclusionLevel

from agendakit.site.active_files import is_active

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from agendakit.site.site_file import SiteFile

_log = logging.getLogger(f"mkdocs.plugins.{__name__}")


def leave_out_what_escapes(files: Files, catalogue: Path) -> None:
    """MkDocs follows symbolic links to wherever they lead; what lies outside the catalogue stays there."""
    root = catalogue.resolve()
    for file in tuple(files):
        written = file.src_dir and Path(file.src_dir).resolve() == root
        if written and file.abs_src_path and not Path(file.abs_src_path).resolve().is_relative_to(root):
            files.remove(file)


def leave_out_what_runs(files: Files, config: MkDocsConfig) -> None:
    """A page or script beside the entries would run in a reader's browser; mkdocs.yml says which are wanted."""
    wanted = {str(one) for one in (*config.extra_javascript, *config.extra_css)}
    for file in tuple(files):
        if not file.src_dir or Path(file.src_dir) != Path(config.docs_dir) or file.src_uri in wanted:
            continue
        if not file.is_documentation_page() and is_active(Path(file.src_uri), file.content_bytes):
            _log.warning("`%s` can run in a reader's browser, so it is left out.", file.src_uri)
            files.remove(file)


def remove(files: Files, path: str) -> bool:
    """Take a file out by its path in the sources; whether there was one."""
    found = files.get_file_from_path(path)
    if found is None:
        return False
    files.remove(found)
    return True


def verbatim(file: SiteFile, config: MkDocsConfig) -> File:
    """A file that MkDocs copies; the name it knows it by ends so that it makes no page of it."""
    found = File.generated(config, f"{file.path}.txt", content=file.content)
    found.dest_uri = file.path
    return found


def generated(file: SiteFile, config: MkDocsConfig) -> File:
    """A page or datum that MkDocs is handed in place of a file; entries never stand in its navigation."""
    inclusion = InclusionLevel.INCLUDED if file.listed else InclusionLevel.NOT_IN_NAV
    return File.generated(
        config, file.path, content=file.content, inclusion=InclusionLevel.DRAFT if file.draft else inclusion
    )
