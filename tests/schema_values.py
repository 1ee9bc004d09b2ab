"""Hypothesis strategies for data that a JSON Schema of ours accepts, and for small ways to spoil it."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st
from jsonschema import Draft202012Validator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hypothesis.strategies import DrawFn, SearchStrategy

Json = Any
Schema = dict[str, Any]
Named = dict[str, "SearchStrategy[Json]"]
Route = tuple[str | int, ...]

_CHARACTERS = st.characters(codec="utf-8", exclude_characters="\r\n")
_ODD_TEXTS = (
    *("", " ", "\n", "\u00a0", "\u2028", "x", "x" * 39, "x" * 81, "x" * 121, "x" * 301, "x" * 2001),
    *("a\n", "a\nb", "a\n\n", "a\r", "a sentence of some length\n", "two lines of\nsome length\n"),
    *("2026", "2026-11", "2026-11-22", "2026-02-30", "2026-02-29", "2026-13", "2026-1-1", "20261122", "2026-W47-7"),
    *("2026-11-22\n", "2026-11\n", "2026-11-22T10:00:00Z", "0000-01-01", "3000-01-01", "٢٠٢٦", "November 2026"),
    *("3 hours", "1 hour\n", "0 hours", "0.0 days", "4-2 days", "1.50 hours", "2–4 days", "2 weeks ", "1 fortnight"),
    *("draft", "published", "retired", "project", "concept", "open", "before", "Before", "first-project", "laptop"),
    *(
        "https://a.b",
        "https://",
        "https://a b",
        "HTTPS://a.b",
        "javascript:alert(1)",
        "mailto:a@b",
        "mailto:a",
        "//a.b",
    ),
    *("a-b", "a--b", "-a", "a-", "A", "é", "a_b", "a.b"),
)
_ODD_VALUES: tuple[Json, ...] = (
    *(None, True, False, 0, 1, -1, 26, 999, 1000, 2026, 2999, 3000, 10**30),
    *(0.0, 0.5, -0.5, 2000, 2000.5, 2026.0, 2026.5, 1e308),
    *([], [[]], [None], ["x"], ["a-b", "a-b"], {}, {"x": 1}, {"id": "a-b"}, {"name": "Ada"}, [{}], [3]),
)


def values_of(schema: Schema) -> SearchStrategy[Json]:
    """Data that a schema with `$defs` accepts; knows only the keywords that our schemas use."""
    named: dict[str, SearchStrategy[Json]] = {}

    def later(part: Schema) -> SearchStrategy[Json]:
        return st.deferred(lambda: _values(part, named))

    named |= {f"#/$defs/{name}": later(part) for name, part in schema.get("$defs", {}).items()}
    return _values(schema, named)


def _values(schema: Schema, named: Named) -> SearchStrategy[Json]:
    if "$ref" in schema:
        return named[schema["$ref"]]
    options = schema.get("anyOf") or schema.get("oneOf")
    if options:
        return st.one_of([_values(option, named) for option in options])
    return st.just(schema["const"]) if "const" in schema else _TYPES[schema["type"]](schema, named)


def _numbers(schema: Schema, _named: Named) -> SearchStrategy[Json]:
    if schema["type"] == "integer":
        return st.integers(schema["minimum"], schema["maximum"])
    return st.integers(1, 2000) | st.floats(0.01, 2000)


def _lists(schema: Schema, named: Named) -> SearchStrategy[Json]:
    return st.lists(_values(schema["items"], named), min_size=schema.get("minItems", 0), max_size=2)


def _texts(schema: Schema, _named: Named) -> SearchStrategy[Json]:
    """Free text where the pattern only says what must not be in it, else what the pattern spells out."""
    pattern, least = schema.get("pattern", "[^"), schema.get("minLength", 1)
    loose = pattern.startswith(("[^", "^[^"))
    exact = pattern.removesuffix("$") + r"\Z"
    texts = st.text(_CHARACTERS, min_size=least, max_size=least + 5) if loose else st.from_regex(exact)
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    return texts.filter(validator.is_valid)


def _objects(schema: Schema, named: Named) -> SearchStrategy[Json]:
    if schema["additionalProperties"] is True:
        return st.dictionaries(st.text(_CHARACTERS), st.none() | st.booleans() | st.text(_CHARACTERS), max_size=2)
    needed = {*schema["required"], *schema.get("then", {}).get("required", ())}
    fields = {name: _values(part, named) for name, part in schema["properties"].items()}
    required = {name: field for name, field in fields.items() if name in needed}
    optional = {name: field for name, field in fields.items() if name not in needed}
    return st.fixed_dictionaries(required, optional=optional)


_TYPES = {"string": _texts, "integer": _numbers, "number": _numbers, "array": _lists, "object": _objects}


@st.composite
def spoilt(draw: DrawFn, values: SearchStrategy[Json]) -> Json:
    """Data with one to three small changes, each of which may or may not make it wrong."""
    value = copy.deepcopy(draw(values))
    for _ in range(draw(st.integers(1, 3))):
        _spoil(draw, value)
    return value


def _spoil(draw: DrawFn, value: Json) -> None:
    route = draw(st.sampled_from([*_routes(value, ())]))
    parent = value
    for step in route[:-1]:
        parent = parent[step]
    match draw(st.sampled_from(["text", "value", "remove", "add", "swap"])):
        case "text":
            parent[route[-1]] = draw(st.sampled_from(_ODD_TEXTS))
        case "value":
            parent[route[-1]] = copy.deepcopy(draw(st.sampled_from(_ODD_VALUES)))
        case "swap":
            parent[route[-1]] = copy.deepcopy(value[draw(st.sampled_from(sorted(value)))])
        case "remove" if len(value) > 1:
            del parent[route[-1]]
        case _ if isinstance(parent, dict):
            parent[draw(st.sampled_from(["colour", "Title", "id", "on", ""]))] = "x"


def _routes(value: Json, above: Route) -> Iterator[Route]:
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, child in children:
        yield (*above, step)
        yield from _routes(child, (*above, step))
