"""Metadata of papers from arXiv and from the registries of DOIs: the only network of the kit.

Polite: it says who asks, asks arXiv once in three seconds at most and for many papers at a time, tries again later
when a service is busy. Careful: requests begin at the two services alone, a redirect leads only to a host on a short
list, and each answer is bounded in time and size.

Source: arXiv API Terms of Use ("no more than one request every three seconds"); citation.crosscite.org/docs.html
(content negotiation at doi.org, which redirects to the registry that holds the name).
"""

from __future__ import annotations

import json
import os
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode, urlsplit

from agendakit.arxiv import items_of
from agendakit.csl import Item, UnusableAnswerError, tidied
from agendakit.polite import Asking, LedElsewhereError, NoAnswerError, NotThereError, Service
from agendakit.words import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from agendakit.identifiers import Identifier

ARXIV_VARIABLE, DOI_VARIABLE = "AGENDAKIT_ARXIV_URL", "AGENDAKIT_DOI_URL"
"""Environment variables that name other base addresses, for a mirror or for tests."""

_ARXIV_URL, _DOI_URL = "https://export.arxiv.org/api/query", "https://doi.org/"
_REGISTRIES = frozenset(
    {"api.crossref.org", "data.crosscite.org", "data.datacite.org", "api.datacite.org", "data.medra.org"}
)
_CSL = "application/vnd.citationstyles.csl+json"
_AT_ONCE = 50


class FetchError(Exception):
    """A service cannot be reached or does not answer as it should; the message is one sentence for the user."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What came back.

    Attributes:
        items: CSL-JSON items in the order of the request.
        failed: Why there is none, by the key of a paper.
    """

    items: tuple[Item, ...]
    failed: Mapping[str, str]


@dataclass(slots=True)
class Services:
    """The two services, with the time of the last request to each."""

    arxiv: Service
    doi: Service
    tell: Callable[[str], None] = field(default=lambda _: None)


def services(tell: Callable[[str], None] = lambda _: None, sleep: Callable[[float], None] | None = None) -> Services:
    """The real services, or those that the environment names.

    Args:
        tell: Takes a line about each request, before it is made.
        sleep: Waits for some seconds.
    """
    sleep = sleep or time.sleep
    arxiv = os.environ.get(ARXIV_VARIABLE) or _ARXIV_URL
    doi = os.environ.get(DOI_VARIABLE) or _DOI_URL
    return Services(
        arxiv=Service(name="arXiv", url=arxiv, hosts=_hosts(arxiv, {"arxiv.org"}), pause=3.0, sleep=sleep, tell=tell),
        doi=Service(
            name="doi.org", url=doi, hosts=_hosts(doi, {"www.doi.org", *_REGISTRIES}), pause=0.5, sleep=sleep, tell=tell
        ),
        tell=tell,
    )


def fetch(identifiers: Iterable[Identifier], asked: Services) -> Fetched:
    """Ask for some papers; addresses, which no registry knows, are among the failed.

    Raises:
        FetchError: a service cannot be reached; nothing that came back before is given.
    """
    wanted = {identifier.key: identifier for identifier in identifiers}
    items: dict[str, Item] = {}
    failed: dict[str, str] = {}
    try:
        _from_arxiv([key for key in wanted if key.startswith("arXiv:")], asked, items, failed)
        for key, identifier in wanted.items():
            if key.startswith("doi:"):
                _from_registry(identifier, asked, items, failed)
            elif not key.startswith("arXiv:"):
                failed[key] = "is an address, whose title nobody can look up: add it by hand with --title"
    except NoAnswerError as error:
        raise FetchError(f"{error} Nothing was changed.") from None
    return Fetched(items=tuple(items[key] for key in wanted if key in items), failed=failed)


def _from_arxiv(keys: list[str], asked: Services, items: dict[str, Item], failed: dict[str, str]) -> None:
    for start in range(0, len(keys), _AT_ONCE):
        part = keys[start : start + _AT_ONCE]
        of = f" of {len(keys):,}" if len(part) < len(keys) else ""
        asked.tell(f"Asking arXiv for {counted(len(part), 'paper')}{of} …")
        found = _arxiv_items(part, asked.arxiv)
        if not found:
            # An empty feed is how arXiv sometimes says that it is busy.
            found = _arxiv_items(part, asked.arxiv)
        items |= {key: found[key] for key in part if key in found}
        failed |= {key: "is not known to arXiv" for key in part if key not in found}


def _arxiv_items(keys: list[str], service: Service) -> dict[str, Item]:
    numbers = ",".join(key.removeprefix("arXiv:") for key in keys)
    query = urlencode({"id_list": numbers, "max_results": len(keys)}, safe=",/")
    try:
        return items_of(service.get(Asking(url=f"{service.url}?{query}", accept="application/atom+xml")))
    except NotThereError:
        return {}
    except UnusableAnswerError as error:
        raise NoAnswerError(
            f"What arXiv answered {error}; a network that asks to log in first does that. Try again later."
        ) from None


def _from_registry(identifier: Identifier, asked: Services, items: dict[str, Item], failed: dict[str, str]) -> None:
    name = identifier.key.removeprefix("doi:")
    asked.tell(f"Asking doi.org for {name} …")
    address = f"{asked.doi.url.rstrip('/')}/{quote(name, safe='/:;()._-')}"
    try:
        answer = asked.doi.get(Asking(url=address, accept=_CSL))
        items[identifier.key] = tidied(
            json.loads(answer.decode("utf-8-sig", "replace")), identifier.key, identifier.url
        )
    except NotThereError:
        failed[identifier.key] = "is not known to doi.org"
    except LedElsewhereError as error:
        failed[identifier.key] = f"could not be read: {str(error).rstrip('.')}"
    except (ValueError, RecursionError) as error:
        words = str(error) if isinstance(error, UnusableAnswerError) else "is no description of a work"
        failed[identifier.key] = f"could not be read: what its registry answered {words}"


def _hosts(url: str, more: Iterable[str]) -> frozenset[str]:
    """Hosts that redirects may lead to: the service's own, and others only where it is the real one."""
    own = urlsplit(url).netloc.lower()
    return frozenset({own, *more}) if url in (_ARXIV_URL, _DOI_URL) else frozenset({own})
