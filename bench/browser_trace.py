"""What each keystroke costs the thread that also draws, from a trace of Chromium."""

from __future__ import annotations

import json
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CATEGORIES = ["devtools.timeline", "__metadata"]
_SCRIPT = frozenset({"EventDispatch", "FunctionCall", "RunMicrotasks", "TimerFire", "EvaluateScript"})
_DRAWING = frozenset({"UpdateLayoutTree", "Layout", "PrePaint", "Paint", "Layerize", "Commit"})


@dataclass(frozen=True, slots=True)
class Keystroke:
    """Milliseconds of processor time until the next key: of script, and of style, layout and paint outside it."""

    script: float
    drawing: float


def keystrokes(trace: bytes) -> list[Keystroke]:
    """Cost of each key that was pressed; a trace counts the time of the thread, whatever else the machine does."""
    events: list[dict[str, Any]] = json.loads(trace)["traceEvents"]
    main = _main_thread(events)
    work = sorted((one for one in events if one.get("ph") == "X" and _thread(one) == main), key=lambda one: one["ts"])
    pressed = [one["ts"] for one in work if one["name"] == "EventDispatch" and one["args"]["data"]["type"] == "keydown"]
    costs = [[0.0, 0.0] for _ in pressed]
    for one in _outermost(work):
        place = bisect_right(pressed, one["ts"]) - 1
        if place >= 0:
            costs[place][one["name"] in _DRAWING] += one.get("tdur", one["dur"]) / 1000
    return [Keystroke(script, drawing) for script, drawing in costs]


def _main_thread(events: Iterable[dict[str, Any]]) -> tuple[int, int]:
    """The page's: of the threads of that name, the one on which keys were pressed."""
    return next(
        _thread(one)
        for one in events
        if one.get("name") == "EventDispatch" and one.get("args", {}).get("data", {}).get("type") == "keydown"
    )


def _outermost(work: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Script and drawing, without what lies within another of them."""
    end = 0.0
    for one in work:
        if one["name"] in _SCRIPT | _DRAWING and one["ts"] >= end:
            end = one["ts"] + one["dur"]
            yield one


def _thread(event: dict[str, Any]) -> tuple[int, int]:
    return event["pid"], event["tid"]
