"""Front matter with nothing in it but what an entry needs, by kind and stage."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

Front = dict[str, object]

_VOUCHED: Front = {
    "created": "2026-01-10",
    "as_of": "2026-01-10",
    "authors": [{"name": "Ada Example"}],
    "papers": [{"ref": "arXiv:1610.01644", "role": "start-here"}],
    "epistemic_status": "An example; nothing in it was run.",
}

PUBLISHED: Mapping[str, Front] = MappingProxyType(
    {
        "agenda": {
            "kind": "agenda",
            "title": "What probes can tell",
            "summary": "A small agenda about linear probes, made for the tests.",
            **_VOUCHED,
            "status": "active",
            "theory_of_change": "If probes can be trusted, a developer can act on what they read.",
            "assumptions": [{"claim": "What a model represents can be read by a linear map."}],
        },
        "project": {
            "kind": "project",
            "title": "Does a probe survive a change of topic?",
            **_VOUCHED,
            "prerequisites": [],
            "question": "Does a probe trained on one topic work on another?",
            "type": "empirical",
            "difficulty": "first-project",
            "difficulty_reason": "Every step can be looked up.",
            "effort": "2-4 days",
            "compute": "laptop",
            "first_step": {"do": "Train a probe.", "time": "2 hours", "observe": "An accuracy above chance."},
            "done_when": ["A table of accuracies for two topics."],
        },
        "concept": {
            "kind": "concept",
            "title": "Linear probes",
            "summary": "Training a linear classifier on a model's hidden states.",
            "created": "2026-01-10",
            "hours": 8,
            "resources": [{"title": "A tutorial", "ref": "https://example.org/probes"}],
            "check_yourself": ["What does a probe on shuffled labels tell you?"],
        },
    }
)

DRAFTS: Mapping[str, Front] = MappingProxyType(
    {
        kind: {
            "stage": "draft",
            **{key: front[key] for key in ("kind", "title", "summary", "question") if key in front},
        }
        for kind, front in PUBLISHED.items()
    }
)


def with_field(of: str, /, **fields: object) -> Front:
    """A published entry of a kind with some fields set."""
    return {**PUBLISHED[of], **fields}
