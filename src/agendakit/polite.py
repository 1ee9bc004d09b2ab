"""One HTTP service asked with restraint: bounded in time and size, at a steady pace, again when it is busy."""

from __future__ import annotations

import http.client
import math
import socket
import threading
import time
import urllib.error
import urllib.request
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import IO, TYPE_CHECKING
from urllib.parse import urlsplit

from agendakit import __version__
from agendakit.words import counted

if TYPE_CHECKING:
    from collections.abc import Callable

USER_AGENT = f"agendakit/{__version__} (+https://github.com/agendakit/agendakit)"
MAX_BYTES = 4 * 1024 * 1024
SOCKET_SECONDS, ANSWER_SECONDS = 15.0, 45.0
"""Longest silence within an answer, and longest time from the request to the end of the answer."""

_TRIES = 4
_MAX_WAIT = 60.0
_BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})
_ABSENT = frozenset({400, 404, 406, 410})
_CHUNK = 64 * 1024


class NotThereError(Exception):
    """The service does not know what it was asked for."""


class NoAnswerError(Exception):
    """No answer that can be used; the message is one sentence."""


class LedElsewhereError(NoAnswerError):
    """A redirect leads to a host that is not asked from here; the message names it."""


class _BusyError(Exception):
    """Worth asking again, after some seconds."""

    def __init__(self, reason: str, wait: float = 0.0) -> None:
        super().__init__(reason)
        self.wait = wait


@dataclass(frozen=True, slots=True)
class Asking:
    """A request: where to, and which form of answer is wanted."""

    url: str
    accept: str


@dataclass(slots=True, kw_only=True)
class Service:
    """A service on the network.

    Attributes:
        hosts: Hosts (with port, where they have one) that a redirect may lead to.
        pause: Least seconds between the end of a request and the next one.
        seconds: Longest time for one answer.
        tell: Takes a line about each wait that is longer than the pause.
    """

    name: str
    url: str
    hosts: frozenset[str]
    pause: float
    seconds: float = ANSWER_SECONDS
    sleep: Callable[[float], None] = time.sleep
    tell: Callable[[str], None] = field(default=lambda _: None)
    _free: float = field(default=0.0, init=False)

    def get(self, asking: Asking) -> bytes:
        """Body of an answer.

        Raises:
            NotThereError: the service says that there is nothing.
            NoAnswerError: it cannot be reached, stays busy, or answers in a way that is not safe to follow.
        """
        wait, reason = self.pause, ""
        for number in range(_TRIES):
            if number:
                self.tell(f"{self.name} {reason}: asking again in {counted(math.ceil(wait), 'second')} …")
                self.sleep(wait)
            try:
                return self._once(asking)
            except _BusyError as error:
                reason = str(error)
                if error.wait > _MAX_WAIT:
                    raise NoAnswerError(f"{self.name} {reason}. Try again in {_in_words(error.wait)}.") from None
                wait = max(error.wait, self.pause * 2 ** (number + 1))
        raise NoAnswerError(f"{self.name} {reason}. Try again later.")

    def _once(self, asking: Asking) -> bytes:
        ahead = self._free - time.monotonic()
        if ahead > 0:
            self.sleep(ahead)
        try:
            return self._within_time(asking)
        finally:
            self._free = time.monotonic() + self.pause

    def _within_time(self, asking: Asking) -> bytes:
        """One request in a thread of its own: a socket's time limit starts anew with each byte that drips in."""
        outcome: list[bytes | Exception] = []

        def work() -> None:
            try:
                outcome.append(self._ask(asking))
            except Exception as error:  # noqa: BLE001  # raised again where it is waited for
                outcome.append(error)

        thread = threading.Thread(target=work, daemon=True)
        thread.start()
        thread.join(self.seconds)
        if not outcome:
            raise _BusyError(f"takes longer than {counted(math.ceil(self.seconds), 'second')} to answer")
        if isinstance(outcome[0], Exception):
            raise outcome[0]
        return outcome[0]

    def _ask(self, asking: Asking) -> bytes:
        headers = {"User-Agent": USER_AGENT, "Accept": asking.accept}
        request = urllib.request.Request(asking.url, headers=headers)  # noqa: S310  # the opener knows http alone
        try:
            with _opener(self).open(request, timeout=min(SOCKET_SECONDS, self.seconds)) as response:
                return _body(response, self.name)
        except urllib.error.HTTPError as error:
            with error:
                raise self._refused(error) from None
        except (TimeoutError, urllib.error.URLError, http.client.HTTPException, OSError, ValueError) as error:
            raise self._unreached(error) from None

    def _refused(self, error: urllib.error.HTTPError) -> Exception:
        if error.code in _ABSENT:
            return NotThereError()
        if error.code in _BUSY:
            return _BusyError(f"is busy (it answers {error.code})", _seconds(error.headers.get("Retry-After")))
        if 300 <= error.code < 400:
            return NoAnswerError(f"{self.name} redirects in a circle, or to nowhere.")
        return NoAnswerError(f"{self.name} refuses the request (it answers {error.code}).")

    def _unreached(self, error: Exception) -> Exception:
        reason = error.reason if isinstance(error, urllib.error.URLError) else error
        if isinstance(reason, TimeoutError):
            return _BusyError("does not answer in time")
        if isinstance(reason, socket.gaierror | ConnectionRefusedError) or getattr(reason, "errno", None) in _NO_ROUTE:
            host = urlsplit(self.url).hostname or self.url
            return NoAnswerError(f"{self.name} cannot be reached at `{host}`: is there a network?")
        if isinstance(reason, ConnectionError | http.client.HTTPException):
            return _BusyError("breaks off before its answer is complete")
        untrusted = getattr(reason, "verify_message", None)  # of a certificate
        if untrusted:
            return NoAnswerError(f"{self.name} cannot be trusted ({untrusted}): is a login or a proxy in between?")
        return NoAnswerError(f"{self.name} cannot be reached: {reason}.")


_NO_ROUTE = frozenset({101, 113, 110, 51, 65})
"""ENETUNREACH, EHOSTUNREACH and ETIMEDOUT of Linux; the first two of macOS."""


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows a redirect only to a host of the service, and never from https to http."""

    max_redirections = 5

    def __init__(self, service: Service) -> None:
        self.service = service

    def redirect_request(  # noqa: PLR0913, PLR0917  # the signature is urllib's
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        parts = urlsplit(newurl)
        schemes = {"https", urlsplit(self.service.url).scheme}
        if parts.netloc.lower() not in self.service.hosts or parts.scheme not in schemes:
            where = parts.netloc or newurl
            fp.close()
            raise LedElsewhereError(f"{self.service.name} redirects to `{where[:80]}`, which is not asked from here.")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _opener(service: Service) -> urllib.request.OpenerDirector:
    """An opener that knows http and https alone, neither files nor ftp."""
    opener = urllib.request.OpenerDirector()
    opener.add_handler(urllib.request.ProxyHandler())
    for handler in (
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        _Redirects(service),
    ):
        opener.add_handler(handler)
    return opener


def _body(response: http.client.HTTPResponse, name: str) -> bytes:
    pieces, size = [], 0
    while piece := response.read1(_CHUNK):
        size += len(piece)
        if size > MAX_BYTES:
            raise NoAnswerError(f"{name} answers with more than {MAX_BYTES // 1024**2} MiB.")
        pieces.append(piece)
    promised = response.headers.get("Content-Length", "")
    if promised.isdecimal() and int(promised) > size:
        raise http.client.IncompleteRead(b"".join(pieces))
    return b"".join(pieces)


def _seconds(retry_after: str | None) -> float:
    """Seconds to wait, which may be given as a day and time instead; 0 where neither stands there."""
    words = (retry_after or "").strip()
    if words.isdecimal():
        return float(words)
    with suppress(ValueError):
        return max((parsedate_to_datetime(words) - datetime.now(UTC)).total_seconds(), 0.0)
    return 0.0


def _in_words(seconds: float) -> str:
    minutes = math.ceil(seconds / 60)
    return counted(minutes, "minute") if minutes <= 90 else counted(math.ceil(minutes / 60), "hour")
