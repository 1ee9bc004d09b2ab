"""Asking services on loopback that answer well, slowly, wrongly and not at all."""

from __future__ import annotations

import socket
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from agendakit.fetch import ARXIV_VARIABLE, DOI_VARIABLE, FetchError, fetch, services
from agendakit.identifiers import Identifier, identify
from agendakit.polite import MAX_BYTES, USER_AGENT
from loopback import Answer, arxiv, registry, serving


def named(ref):
    found = identify(ref)
    assert isinstance(found, Identifier)
    return found


ONE, TWO = named("arXiv:2005.00001"), named("arXiv:2005.00002")
NAME = named("10.5555/Example.1")
WORK = {"title": "A work", "type": "journal-article", "author": [{"family": "Example", "given": "Ada"}]}


@pytest.fixture
def asked(monkeypatch):
    """Services at two addresses of the test's, without any real pause; `slept` holds the pauses."""
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    slept: list[float] = []

    def make(url, seconds=5.0):
        monkeypatch.setenv(ARXIV_VARIABLE, f"{url}api/query")
        monkeypatch.setenv(DOI_VARIABLE, url)
        found = services(sleep=slept.append)
        found.arxiv.seconds = found.doi.seconds = seconds
        return found

    make.slept = slept  # type: ignore[attr-defined]  # the test reads it there
    return make


def test_many_papers_are_one_polite_request(asked):
    with serving(arxiv({"2005.00001", "2005.00002"})) as server:
        fetched = fetch([ONE, TWO], asked(server.url))
    assert [item["id"] for item in fetched.items] == ["arXiv:2005.00001", "arXiv:2005.00002"]
    assert fetched.failed == {}
    ((path, headers),) = server.seen
    assert path == "/api/query?id_list=2005.00001,2005.00002&max_results=2"
    assert headers["User-Agent"] == USER_AGENT
    assert "agendakit" in USER_AGENT


def test_arxiv_is_asked_once_in_three_seconds_at_most(asked):
    identifiers = [named(f"arXiv:2005.{number:05}") for number in range(1, 121)]
    with serving(arxiv({one.key.removeprefix("arXiv:") for one in identifiers})) as server:
        fetched = fetch(identifiers, asked(server.url))
    assert len(fetched.items) == 120
    assert len(server.seen) == 3
    assert len(asked.slept) == 2
    assert all(2.5 < pause <= 3 for pause in asked.slept)


def test_what_a_service_does_not_know_is_said_for_each_paper(asked):
    with serving(arxiv({"2005.00001"})) as server:
        fetched = fetch([ONE, TWO], asked(server.url))
    assert [item["id"] for item in fetched.items] == ["arXiv:2005.00001"]
    assert fetched.failed == {"arXiv:2005.00002": "is not known to arXiv"}


def test_an_empty_feed_is_asked_for_again(asked):
    with serving(arxiv(set()), arxiv({"2005.00001"})) as server:
        assert fetch([ONE], asked(server.url)).items
    assert len(server.seen) == 2


def test_a_doi_is_asked_for_as_csl(asked):
    with serving(registry({"10.5555/example.1": WORK})) as server:
        fetched = fetch([NAME], asked(server.url))
    assert fetched.items[0]["id"] == "doi:10.5555/example.1"
    assert server.seen[0][1]["Accept"] == "application/vnd.citationstyles.csl+json"


def test_a_doi_with_odd_characters_arrives_whole(asked):
    odd = named("10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2")
    with serving(registry({odd.key.removeprefix("doi:"): WORK})) as server:
        assert fetch([odd], asked(server.url)).items


def test_an_address_is_asked_of_nobody(asked):
    with serving(Answer(b"{}")) as server:
        fetched = fetch([named("https://example.org/post")], asked(server.url))
    assert not fetched.items
    assert "by hand" in fetched.failed["https://example.org/post"]
    assert server.seen == []


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_busy_service_is_asked_again_later_and_later(asked, status):
    with serving(Answer(status=status), Answer(status=status), arxiv({"2005.00001"})) as server:
        fetched = fetch([ONE], asked(server.url))
    assert fetched.items
    assert asked.slept[0] >= 6
    assert max(asked.slept) >= 12


def test_a_service_that_says_when_is_asked_then(asked):
    with serving(Answer(status=429, headers={"Retry-After": "40"}), arxiv({"2005.00001"})) as server:
        fetch([ONE], asked(server.url))
    assert max(asked.slept) == 40


def test_a_service_that_says_much_later_is_left_alone(asked):
    with (
        serving(Answer(status=429, headers={"Retry-After": "3600"})) as server,
        pytest.raises(FetchError, match=r"is busy \(it answers 429\)\. Try again in 60 minutes\."),
    ):
        fetch([ONE], asked(server.url))
    assert len(server.seen) == 1


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (timedelta(seconds=5), None),
        (timedelta(hours=5), "in 5 hours"),
        (timedelta(minutes=20), "in 20 minutes"),
        (timedelta(days=-1), None),
    ],
)
def test_a_service_that_names_a_time_of_day_is_understood(asked, when, words):
    headers = {"Retry-After": format_datetime(datetime.now(UTC) + when, usegmt=True)}
    with serving(Answer(status=429, headers=headers), arxiv({"2005.00001"})) as server:
        if words is None:
            assert fetch([ONE], asked(server.url)).items
        else:
            with pytest.raises(FetchError, match=words):
                fetch([ONE], asked(server.url))


def test_each_wait_is_announced(asked):
    said: list[str] = []
    with serving(Answer(status=503), Answer(b"half", cut=True), arxiv({"2005.00001"})) as server:
        asked(server.url)  # sets the addresses
        fetch([ONE], services(said.append, sleep=lambda _: None))
    assert said == [
        "Asking arXiv for 1 paper …",
        "arXiv is busy (it answers 503): asking again in 6 seconds …",
        "arXiv breaks off before its answer is complete: asking again in 12 seconds …",
    ]


WRONG = [
    (Answer(b"<html>Service unavailable</html>"), "no list of papers"),
    (Answer(b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><feed>&a;</feed>'), "no list of papers"),
    (Answer(b"\xff\xfe\x00broken"), "no list of papers"),
    (Answer(b"x" * (MAX_BYTES + 1)), "more than 4 MiB"),
    (Answer(b"gone", 403), "refuses"),
    (Answer(b"half of it", cut=True), "breaks off"),
    (Answer(status=302, headers={"Location": "http://localhost:1/elsewhere"}), "redirects to `localhost:1`"),
    (Answer(status=302, headers={"Location": "file:///etc/passwd"}), "or to nowhere"),
    (Answer(status=301, headers={"Location": "//example.org/x"}), "redirects to `example.org`"),
    (Answer(status=302, headers={"Location": "/api/query"}), "redirects in a circle"),
    (Answer(status=302), "to nowhere"),
]


@pytest.mark.parametrize(("answer", "words"), WRONG, ids=[words for _, words in WRONG])
def test_a_wrong_answer_is_one_sentence(asked, answer, words):
    with serving(answer) as server, pytest.raises(FetchError, match=words) as raised:
        fetch([ONE], asked(server.url))
    assert str(raised.value).endswith("Nothing was changed.")
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("answer", [Answer(b"late", delay=3), Answer(b"drop by drop, without end", drip=0.2)])
def test_a_slow_answer_is_given_up(asked, answer):
    with serving(answer) as server, pytest.raises(FetchError, match=r"longer than|in time"):
        fetch([ONE], asked(server.url, seconds=0.5))
    assert len(server.seen) == 4


def test_a_service_that_hangs_up_is_one_sentence(asked):
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    with pytest.raises(FetchError, match="is there a network") as raised:
        fetch([ONE], asked(f"http://127.0.0.1:{port}/"))
    assert str(raised.value).endswith("Nothing was changed.")


WRONG_WORKS = [
    (Answer(b"<html>landing page</html>"), "no description of a work"),
    (Answer(b"[" * 100_000), "no description of a work"),
    (Answer(b"null"), "no description of a work"),
    (Answer(b'{"type": "book"}'), "no title"),
    (Answer(status=302, headers={"Location": "https://publisher.example/paper"}), "redirects to `publisher.example`"),
    (Answer(b"", 404), "is not known to doi.org"),
]


@pytest.mark.parametrize(("answer", "words"), WRONG_WORKS, ids=[words for _, words in WRONG_WORKS])
def test_one_bad_doi_does_not_spoil_the_others(asked, answer, words):
    other = named("10.5555/example.2")
    with serving(answer, registry({"10.5555/example.2": WORK})) as server:
        fetched = fetch([NAME, other], asked(server.url))
    assert [item["id"] for item in fetched.items] == ["doi:10.5555/example.2"]
    assert words in fetched.failed["doi:10.5555/example.1"]
    assert not fetched.failed["doi:10.5555/example.1"].endswith(".")


def test_a_network_that_dies_in_the_middle_gives_nothing(asked):
    with serving(registry({"10.5555/example.1": WORK}), Answer(b"half", cut=True)) as server, pytest.raises(FetchError):
        fetch([NAME, named("10.5555/example.2")], asked(server.url))


def test_the_real_services_follow_redirects_to_registries_alone(monkeypatch):
    monkeypatch.delenv(ARXIV_VARIABLE, raising=False)
    monkeypatch.delenv(DOI_VARIABLE, raising=False)
    real = services()
    assert real.arxiv.url.startswith("https://export.arxiv.org/")
    assert real.arxiv.hosts == {"export.arxiv.org", "arxiv.org"}
    assert {"doi.org", "api.crossref.org", "data.crosscite.org"} <= real.doi.hosts
    assert real.arxiv.pause == 3
    assert replace(real.arxiv).seconds <= 60
