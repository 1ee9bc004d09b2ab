"""The example catalogue as a site: built by MkDocs, served, and its links followed."""

from __future__ import annotations

import functools
import http.server
import shutil
import subprocess
import sys
import threading
from contextlib import contextmanager
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

from examples import FOLDER

if TYPE_CHECKING:
    from pathlib import Path

MKDOCS = """\
site_name: Example
site_url: https://example.org/agendas/
repo_url: https://example.org/repository
docs_dir: agendas
theme: {name: material, font: false}
plugins: [agendakit]
"""
PAGES = (
    "",
    "catalogue/",
    "catalogue/lists/",
    "catalogue/all/",
    "probing/",
    "probing/probe-transfer/",
    "concepts/linear-probes/",
    "know/",
    "map/",
    "map/probing/",
    "papers/",
    "people/",
    "health/",
    "data/",
    "contribute/",
    "contribute/fields/project/",
    "contribute/rules/",
    "contribute/rules/duplicate-key/",
)
"""One of each sort of page."""


def lay_out(folder: Path, files: dict[str, str] | None = None, mkdocs: str = MKDOCS) -> Path:
    """The example catalogue with an mkdocs.yml in a folder, some files replaced or added."""
    shutil.copytree(FOLDER, folder, dirs_exist_ok=True)
    (folder / "mkdocs.yml").write_text(mkdocs, encoding="utf-8")
    for name, text in (files or {}).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def build(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run `agendakit build`; the site lies in `site/`, the output is in one piece."""
    command = [sys.executable, "-m", "agendakit", "build", *options]
    return subprocess.run(command, cwd=folder, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *_):
        pass


@contextmanager
def served(folder: Path, handler: type[Quiet] = Quiet):
    """Serve a folder; gives its address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


class Page(HTMLParser):
    """What a page holds that tests ask for: tags, ids, links, text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.words: list[str] = []
        self.feed(html)

    def handle_data(self, data):
        self.words.append(data)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.tags.append((tag, found))
        if found.get("id"):
            self.ids.append(found["id"])
        for name in ("href", "src"):
            if found.get(name) is not None:
                self.links.append(found[name])


def broken_links(site: Path) -> list[str]:
    """Links within a built site that lead to no file or anchor, as `page: link`."""
    pages = {path: Page(path.read_text(encoding="utf-8")) for path in sorted(site.rglob("*.html"))}
    broken = []
    for path, page in pages.items():
        if path.name == "404.html":  # its links are absolute, for it is shown at any address
            continue
        address = path.relative_to(site).as_posix().removesuffix("index.html")
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = site / unquote(urljoin(f"/{address}", parts.path or ".").removeprefix("/"))
            target = path if not parts.path else target / "index.html" if target.is_dir() else target
            if not target.is_file() or (parts.fragment and parts.fragment not in pages[target].ids):
                broken.append(f"{address}: {link}")
    return broken
