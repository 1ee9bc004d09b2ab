"""A catalogue page of any size in the frame that MkDocs gives it, without building the thousands of other pages."""

from __future__ import annotations

import functools
import gzip
import http.server
import re
import subprocess
import sys
import threading
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from agendakit.check import parse_file, put_together
from agendakit.site.catalogue_data import card_pages, catalogue_graph, catalogue_index, search_files
from agendakit.site.catalogue_view import catalogue_view, ordered
from agendakit.site.data_files import ASSETS
from agendakit.site.place import Site, place_at
from agendakit.site.templating import page
from agendakit.workspace import find, read
from bench.corpus import DAY, write_corpus

if TYPE_CHECKING:
    from collections.abc import Iterator

MKDOCS = """\
site_name: Made up
docs_dir: agendas
theme: {name: material, font: false}
plugins: [agendakit]
"""
_SMALL = 20
_CONTENT = re.compile(r'<div class="ak"><h1 class="ak-hidden">Catalogue</h1>.*')
_TYPES = {".html": "text/html", ".js": "text/javascript", ".json": "application/json", ".css": "text/css"}


def write_site(folder: Path, size: int) -> list[tuple[str, str]]:
    """Write a site of which only the catalogue page and its data are of this size; give titles and texts of entries."""
    small, large, built = folder / "small", folder / "large", folder / "site"
    for catalogue, count in ((small, _SMALL), (large, size)):
        catalogue.mkdir()
        write_corpus(catalogue, count)
    (small / "mkdocs.yml").write_text(MKDOCS, encoding="utf-8")
    subprocess.run([sys.executable, "-m", "agendakit", "build", "-q", "--site-dir", str(built)], cwd=small, check=True)
    site = site_of(large)
    place = place_at(site, "catalogue/")
    words = {"view": catalogue_view(place), **place.words()}
    content = page("catalogue.html", words, title="", description="").rpartition("---\n\n")[2].strip()
    path = built / "catalogue/index.html"
    path.write_text(_CONTENT.sub(lambda _: content, path.read_text(encoding="utf-8"), count=1), encoding="utf-8")
    for name, text in data_of(site):
        target = built / ASSETS / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return [(record.entry.title, record.entry.summary or "") for record in ordered(site.catalogue)]


def site_of(folder: Path) -> Site:
    """The catalogue in a folder, without asking the rules."""
    workspace = find(folder)
    sources = read(workspace)
    parsed = {path: parse_file(path, data) for path, data in sorted(sources.files.items())}
    catalogue = put_together(parsed, sources, workspace.config)
    return Site(catalogue=catalogue, config=workspace.config, today=date.fromisoformat(DAY))


def data_of(site: Site) -> Iterator[tuple[str, str]]:
    """What the browser loads, by its name beside the scripts."""
    yield "index.json", catalogue_index(site)
    yield "graph.json", catalogue_graph(site)
    yield from search_files(site)
    for number, text in enumerate(card_pages(place_at(site, "catalogue/"))):
        yield f"cards/{number}.json", text


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder compressed, as hosts of static pages do; gives its address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Compressed, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@functools.cache
def _packed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), compresslevel=6)


class _Compressed(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        data = _packed(path)
        self.send_response(200)
        self.send_header("Content-Type", _TYPES.get(path.suffix, "application/octet-stream"))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        pass
