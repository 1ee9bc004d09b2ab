"""Services on loopback that answer as they are told: well, slowly, wrongly, or not at all."""

from __future__ import annotations

import json
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

ATOM = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">
  <title type="html">ArXiv Query</title>
  {entries}
</feed>
"""
ENTRY = """<entry>
    <id>http://arxiv.org/abs/{number}v3</id>
    <published>2020-05-17T10:00:00Z</published>
    <title>Example paper
      {number}</title>
    <summary>An example.</summary>
    <author><name>Ada Example</name></author>
    <author><name>Ludwig van Example</name></author>
  </entry>"""


@dataclass
class Answer:
    """One answer: status, headers, body, and seconds to wait before it and between pieces of it."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0
    drip: float = 0.0
    cut: bool = False


@dataclass
class Loopback:
    """A running server.

    Attributes:
        seen: Path and headers of each request, in order.
        script: Answers to give one after the other; the last one is given again and again.
    """

    url: str
    script: list
    seen: list = field(default_factory=list)


@contextmanager
def serving(*script):
    """A server that gives answers, or what functions make of the path asked for."""
    server = _Server(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    here = Loopback(f"http://127.0.0.1:{server.server_port}/", list(script))
    server.here = here
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield here
    finally:
        server.shutdown()
        server.server_close()


def arxiv(known):
    """What arXiv's interface answers, which knows some numbers."""

    def answer(path):
        asked = parse_qs(urlsplit(path).query).get("id_list", [""])[0].split(",")
        entries = "".join(ENTRY.format(number=number) for number in asked if number in known)
        return Answer(ATOM.format(entries=entries).encode(), headers={"Content-Type": "application/atom+xml"})

    return answer


def registry(known):
    """What a registry answers, which knows some names and what to say of each."""

    def answer(path):
        name = unquote(path).lstrip("/")
        if name not in known:
            return Answer(b"<html>DOI not found</html>", 404)
        return Answer(json.dumps(known[name]).encode())

    return answer


class _Server(ThreadingHTTPServer):
    here: Loopback


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        assert isinstance(self.server, _Server)
        here = self.server.here
        here.seen.append((self.path, dict(self.headers)))
        answer = here.script.pop(0) if len(here.script) > 1 else here.script[0]
        answer = answer(self.path) if callable(answer) else answer
        time.sleep(answer.delay)
        try:
            self._give(answer)
        except OSError:
            self.close_connection = True

    def _give(self, answer):
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer.body) + (100 if answer.cut else 0)))
        self.end_headers()
        if not answer.drip:
            self.wfile.write(answer.body)
            return
        for byte in answer.body:
            self.wfile.write(bytes([byte]))
            self.wfile.flush()
            time.sleep(answer.drip)

    def log_message(self, *_):
        pass
