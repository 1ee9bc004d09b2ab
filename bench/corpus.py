"""Catalogues of any size like a real one: the same kinds, lengths, links and papers an entry, and nothing to mend.

The same size gives the same bytes on every machine.
"""

from __future__ import annotations

import json
import re
import textwrap
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from bench.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SEED = 20261122
DAY = "2026-11-22"
_AGENDAS, _CONCEPTS = 0.047, 0.471
"""Parts of the entries, as in the starter catalogue; the rest are projects."""
_NEAR = 60
_REF = re.compile(r"arXiv:[\d.]+\d")
_DIFFICULTIES = ("first-project", "second-project", "intermediate", "advanced", "frontier")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Names that entries may refer to."""

    agendas: tuple[str, ...]
    concepts: tuple[str, ...]
    papers: tuple[str, ...]
    tags: tuple[str, ...]


def write_corpus(folder: Path, size: int) -> None:
    """Write a catalogue of so many entries, with its configuration and its bibliography."""
    random = Random(SEED)
    words = Words(random)
    agendas, concepts = max(1, round(size * _AGENDAS)), round(size * _CONCEPTS)
    plan = Plan(
        agendas=tuple(words.slug(number) for number in range(agendas)),
        concepts=tuple(words.slug(agendas + number) for number in range(concepts)),
        papers=tuple(f"arXiv:{15 + number % 8}{number % 12 + 1:02}.{number + 1:05}" for number in range(size)),
        tags=tuple(words.slug(number) for number in range(max(3, size // 30))),
    )
    files = dict(_files(plan, size - agendas - concepts, words))
    for name, text in files.items():
        path = folder / "agendas" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    (folder / "agendas/papers.json").write_text(_papers(plan, "\n".join(files.values()), words), encoding="utf-8")
    (folder / "agendakit.toml").write_text('name = "Made up"\n', encoding="utf-8")


def _files(plan: Plan, projects: int, words: Words) -> Iterator[tuple[str, str]]:
    for name in plan.agendas:
        yield f"{name}/index.md", _agenda(plan, words)
    for number, name in enumerate(plan.concepts):
        yield f"concepts/{name}.md", _concept(plan, number, words)
    for number in range(projects):
        agenda = number % len(plan.agendas)
        name = words.slug(len(plan.agendas) + len(plan.concepts) + number)
        yield f"{plan.agendas[agenda]}/{name}.md", _project(plan, number, words)


def _agenda(plan: Plan, words: Words) -> str:
    front = [
        "kind: agenda",
        f"title: {words.some(5, 9).capitalize()}",
        f"summary: {_folded(words, 24)}",
        *_vouched(plan, words, papers=10),
        "status: active",
        f"theory_of_change: {_folded(words, 60)}",
        "assumptions:",
        *(f"  - claim: {words.sentence(9, 17)}\n    why: {_folded(words, 42, indent=6)}" for _ in range(4)),
        "open_questions:",
        *(f"  - id: q-{letter}\n    question: {words.some(13, 22).capitalize()}?" for letter in "abcdef"),
        "good_work:",
        *(f"  - {words.some(12, 22)}" for _ in range(5)),
        "foregone:",
        *(f"  - {words.some(11, 20)}" for _ in range(4)),
    ]
    writer = Writer(plan, words, link=0.6, citation=0.4)
    body = (
        *("## Why this matters", *writer.paragraphs(2)),
        *("## What is known", *writer.paragraphs(2), writer.items("- ", 6)),
        *("## Open questions", writer.items("1. ", 6)),
        *("## Where to start", *writer.paragraphs(1)),
        *("## Core uncertainties", writer.items("- ", 5)),
    )
    return _entry(front, "\n\n".join(body))


def _concept(plan: Plan, number: int, words: Words) -> str:
    front = [
        "kind: concept",
        f"title: {words.some(2, 4).capitalize()} {plan.concepts[number].rpartition('-')[2]}",
        f"summary: {_folded(words, 24)}",
        f"created: {DAY}",
        f"also_called: [{words.some(2, 3)}, {words.some(1, 2)}]",
        *_paper_uses(plan, words, 2 + number % 2),
        *_prerequisites(plan, words, number, 1 + number % 2),
        f"hours: {words.random.randint(2, 20)}",
        "resources:",
        *(_resource(plan, words) for _ in range(3 + number % 2)),
        "check_yourself:",
        *(f"  - {words.some(14, 22).capitalize()}?" for _ in range(4)),
    ]
    return _entry(front, "\n\n".join(Writer(plan, words, link=0.23, citation=0.45).paragraphs(3)))


def _project(plan: Plan, number: int, words: Words) -> str:
    # Each agenda gets easy projects first, as a curator would see to.
    difficulty = _DIFFICULTIES[number // len(plan.agendas) % len(_DIFFICULTIES)]
    front = [
        "kind: project",
        f"title: {words.some(6, 11).capitalize()}?",
        f"summary: {_folded(words, 24)}",
        *_vouched(plan, words, papers=5),
        *_prerequisites(plan, words, words.random.randrange(len(plan.concepts)), 4),
        f"addresses: [q-{'abcdef'[number // len(plan.agendas) % 6]}]",
        f"question: {_folded(words, 24)[:-1]}?",
        "type: empirical",
        "existing_work:",
        *(_known_work(plan, words) for _ in range(2 + number % 2)),
        f"difficulty: {difficulty}",
        f"difficulty_reason: {_folded(words, 19)}",
        f"effort: {'1-2' if number % 2 else '2-3'} weeks",
        "compute: small-gpu",
        f"cost: {words.some(8, 14)}",
        "novelty: some-new-ideas",
        "importance: useful",
        "suits:",
        *(f"  - {words.some(8, 14)}" for _ in range(2)),
        f"not_for:\n  - {words.some(7, 12)}",
        f"teaches: [{', '.join(words.random.sample(plan.concepts, min(2, len(plan.concepts))))}]",
        "first_step:",
        f"  do: {_folded(words, 82, indent=4)}",
        "  time: 2 hours",
        f"  observe: {_folded(words, 70, indent=4)}",
        "  compute: laptop",
        f"  needs:\n    - {words.some(5, 9)}\n    - {words.some(4, 8)}",
        *_lists(words),
        "materials:",
        *(_material(words) for _ in range(2 + number % 2)),
    ]
    writer = Writer(plan, words, link=0.04, citation=0.02)
    # The closing bracket with a colon sends a whole body to the Markdown parser, as a twelfth of the real ones do.
    loop = "for row in rows[1:]:\n    print(row)\n" if number % 12 == 0 else ""
    code = f"```python\nimport numpy as np\n\nprint(np.arange(4) @ np.arange(4))\n{loop}```"
    body = (
        *("## Motivation", *writer.paragraphs(2)),
        *("## How you can work on it", *([code] if number % 3 == 0 else ()), writer.items("1. ", 4)),
        *("## Core uncertainties", *writer.paragraphs(1), writer.items("- ", 2)),
    )
    return _entry(front, "\n\n".join(body))


def _lists(words: Words) -> Iterator[str]:
    lists = (("done_when", 4, 25), ("stop_if", 2, 23), ("baselines", 3, 11), ("pitfalls", 4, 21), ("outputs", 1, 10))
    for name, count, length in lists:
        yield "\n".join([f"{name}:", *(f"  - {words.sentence(length - 4, length + 4)}" for _ in range(count))])


def _known_work(plan: Plan, words: Words) -> str:
    return f"  - ref: {words.random.choice(plan.papers)}\n    note: {words.sentence(14, 24)}"


def _material(words: Words) -> str:
    title, name = words.some(4, 10).capitalize(), words.some(1, 1)
    return f"  - title: {title}\n    url: https://example.org/{name}\n    form: code\n    access: open"


def _vouched(plan: Plan, words: Words, papers: int) -> Iterator[str]:
    yield f"created: {DAY}\nas_of: {DAY}"
    yield f"authors:\n  - name: Ada Example\n    role: author\n    background: {words.sentence()}"
    # Values over several lines are left to the YAML parser; one real entry in sixty has some.
    break_ = ",\n  " if words.random.random() < 1 / 30 else ", "
    yield f"maintainers:\n  - name: Ada Example\ntags: [{break_.join(words.random.sample(plan.tags, 2))}]"
    yield f"also_called: [{words.some(2, 3)}]"
    yield f"source:\n  title: {words.some(5, 9).capitalize()}\n  url: https://example.org/{words.some(1, 1)}"
    yield from _paper_uses(plan, words, papers)
    yield f"epistemic_status: {_folded(words, 55)}"


def _paper_uses(plan: Plan, words: Words, count: int) -> Iterator[str]:
    yield "papers:"
    for number, ref in enumerate(words.random.sample(plan.papers, count)):
        role = "background" if number else "start-here"
        yield f"  - ref: {ref}\n    role: {role}\n    part: {words.sentence(9, 14)}\n    why: {words.sentence(12, 20)}"


def _prerequisites(plan: Plan, words: Words, before: int, count: int) -> Iterator[str]:
    # Subjects are small worlds: what a concept needs comes from its own sixty.
    start = before // _NEAR * _NEAR
    known = plan.concepts[start:before]
    chosen = words.random.sample(known, min(count, len(known)))
    yield "prerequisites:" if chosen else "prerequisites: []"
    for name in chosen:
        yield f"  - id: {name}\n    why: {words.sentence(10, 18)}"


def _resource(plan: Plan, words: Words) -> str:
    ref = words.random.choice(plan.papers)
    lines = [f"title: {words.some(4, 9).capitalize()}", f"ref: {ref}", "form: paper", "hours: 2"]
    return "  - " + "\n    ".join([*lines, f"part: {words.some(5, 10)}", f"why: {words.sentence(8, 12)}"])


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes bodies.

    Attributes:
        link: Chance that a paragraph or an item has a link to an entry.
        citation: The same for the citation of a paper.
    """

    plan: Plan
    words: Words
    link: float
    citation: float

    def paragraphs(self, count: int) -> Iterator[str]:
        for _ in range(count):
            yield textwrap.fill(self._sentences(4), 110, break_on_hyphens=False)

    def items(self, mark: str, count: int) -> str:
        """A list, whose items stand on one line or two."""
        texts = (mark + self._sentences(1) for _ in range(count))
        indent = " " * len(mark)
        return "\n".join(textwrap.fill(text, 110, subsequent_indent=indent, break_on_hyphens=False) for text in texts)

    def _sentences(self, count: int) -> str:
        random = self.words.random
        sentences = [self.words.sentence() for _ in range(count)]
        if random.random() < self.link:
            sentences.append(f"See [{self.words.some(1, 3)}](entry:{random.choice(self.plan.concepts)}).")
        if random.random() < self.citation:
            sentences.append(
                f"It was found [@{random.choice(self.plan.papers)}] that $x_{{i}}$ is {self.words.some(2, 5)}."
            )
        return " ".join(sentences)


def _folded(words: Words, count: int, indent: int = 2) -> str:
    text = textwrap.fill(words.sentence(count, count + 6), 110, break_on_hyphens=False)
    return ">-\n" + textwrap.indent(text, " " * indent)


def _entry(front: list[str], body: str) -> str:
    return "\n".join(["---", *front, "---", "", body, ""])


def _papers(plan: Plan, texts: str, words: Words) -> str:
    used = set(_REF.findall(texts))
    items = [
        {
            "id": ref,
            "type": "article",
            "title": words.some(5, 12).capitalize(),
            "author": [{"family": "Example", "given": "Ada"}, {"family": "Sample", "given": "Grace"}],
            "issued": {"date-parts": [[2025]]},
            "URL": f"https://arxiv.org/abs/{ref.removeprefix('arXiv:')}",
        }
        for ref in plan.papers
        if ref in used
    ]
    return json.dumps(items, indent=1) + "\n"
