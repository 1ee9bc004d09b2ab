"""Files as MkDocs knows them: which of the author's are left out, and ours as it wants them."""

from __future__ import annotations

import logging
import os
import posixpath
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, InclusionLevel

from agendakit.mkdocs_page import GeneratedPage
from agendakit.site.active_files import is_active

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

    from agendakit.site.site_file import SiteFile

_log = logging.getLogger(f"mkdocs.plugins.{__name__}")


def leave_out(files: Files, config: MkDocsConfig, catalogue: Path) -> None:
    """Take out what MkDocs found and the site must not hold, or does not need."""
    _leave_out_what_escapes(files, catalogue)
    _leave_out_what_runs(files, config)
    _leave_out_what_no_page_loads(files, config)


def _leave_out_what_escapes(files: Files, catalogue: Path) -> None:
    """MkDocs follows symbolic links to wherever they lead; what lies outside the catalogue stays there."""
    root = catalogue.resolve()

    @cache  # thousands of files lie in few folders
    def is_inside(folder: str) -> bool:
        return Path(folder).resolve().is_relative_to(root)

    @cache
    def is_ours(folder: str) -> bool:
        return Path(folder).resolve() == root

    for file in tuple(files):
        path = file.abs_src_path
        if file.src_dir and path and is_ours(file.src_dir):
            inside = is_inside(path if Path(path).is_symlink() else path.rpartition(os.sep)[0])
            if not inside:
                files.remove(file)


def _leave_out_what_runs(files: Files, config: MkDocsConfig) -> None:
    """A page or script beside the entries would run in a reader's browser; mkdocs.yml says which are wanted."""
    wanted = {str(one) for one in (*config.extra_javascript, *config.extra_css)}
    for file in tuple(files):
        if file.is_documentation_page() or file.src_uri in wanted:
            continue
        written = file.src_dir and Path(file.src_dir) == Path(config.docs_dir)
        if written and is_active(Path(file.src_uri), file.content_bytes):
            _log.warning("`%s` can run in a reader's browser, so it is left out.", file.src_uri)
            files.remove(file)


def _leave_out_what_no_page_loads(files: Files, config: MkDocsConfig) -> None:
    """The theme's scripts and maps of its stylesheets: our pages have scripts of their own and load none of them."""
    themes = {Path(folder) for folder in config.theme.dirs}
    for file in tuple(files):
        if (
            file.src_dir
            and Path(file.src_dir) in themes
            and (file.src_uri.startswith("assets/javascripts/") or file.src_uri.endswith(".css.map"))
        ):
            files.remove(file)


def remove(files: Files, path: str) -> bool:
    """Take a file out by its path in the sources; whether there was one."""
    found = files.get_file_from_path(path)
    if found is None:
        return False
    files.remove(found)
    return True


def exclude(files: Files, config: MkDocsConfig, wanted: Collection[str]) -> None:
    """Have MkDocs make no page but of some files; it still knows where the others would lie, and links there."""
    for file in files.documentation_pages():
        if file.src_uri not in wanted:
            file.inclusion = InclusionLevel.EXCLUDED
    for path in named_in(config.nav):
        if path.endswith(".md") and files.get_file_from_path(path) is None:
            files.append(File.generated(config, path, content="", inclusion=InclusionLevel.EXCLUDED))


def name_excluded(nav: Navigation) -> None:
    """Give pages that are not read the titles that the navigation needs."""
    for page in nav.pages:
        if page.file.inclusion is InclusionLevel.EXCLUDED and page.title is None:
            stem = page.file.src_uri.removesuffix(".md").removesuffix("/index").rpartition("/")[2]
            page.title = stem.replace("-", " ").capitalize()


def verbatim(file: SiteFile, config: MkDocsConfig) -> File:
    """A file that MkDocs copies; the name it knows it by ends so that it makes no page of it."""
    found = File.generated(config, f"{file.path}.txt", content=file.content.encode("utf-8"))
    found.dest_uri = file.path
    return found


def generated(file: SiteFile, config: MkDocsConfig, named: Collection[str]) -> File:
    """A page or datum that MkDocs is handed in place of a file; entries never stand in its navigation.

    Args:
        file: What was made.
        config: MkDocs' configuration.
        named: Pages that its navigation names; it makes these itself, for it gives them titles.
    """
    inclusion = InclusionLevel.INCLUDED if file.listed else InclusionLevel.NOT_IN_NAV
    found = File.generated(
        config,
        file.path,
        content=file.content.encode("utf-8"),
        inclusion=InclusionLevel.DRAFT if file.draft else inclusion,
    )
    if found.is_documentation_page() and not file.listed and file.path not in named:
        GeneratedPage(None, found, config)  # it makes itself known to the file
    return found


def named_in(nav: object) -> frozenset[str]:
    """Paths in the navigation of an `mkdocs.yml`."""
    return frozenset(_named(nav))


def _named(nav: object) -> Iterator[str]:
    if isinstance(nav, str):
        yield posixpath.normpath(nav).lstrip("/")  # as MkDocs reads it
    elif isinstance(nav, list | dict):
        for one in nav.values() if isinstance(nav, dict) else nav:
            yield from _named(one)
