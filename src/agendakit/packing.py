"""Parsed files as bytes, for the cache and between processes; without their texts, which the reader has already."""

from __future__ import annotations

import io
import pickle
from typing import TYPE_CHECKING, cast

from agendakit.document import Document, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from agendakit.check import Parsed
    from agendakit.judging import Kept

Packed = dict[bytes, tuple["Parsed", "Kept | None"]]
"""Files and what is known of them, by the digest of their content."""


def pack(files: Packed) -> bytes:
    """Bytes that `unpack` reads."""
    stream = io.BytesIO()
    _Packer(stream, protocol=pickle.HIGHEST_PROTOCOL).dump(files)
    return stream.getvalue()


def unpack(data: bytes, contents: Mapping[bytes, bytes | str]) -> Packed:
    """Files whose contents are given, by their digests; the others are left out.

    Raises whatever a pickle can raise on bytes that `pack` did not make.
    """
    found = cast("Packed", pickle.loads(data))  # noqa: S301  # read from a folder that only the user can write
    known = {key: pair for key, pair in found.items() if key in contents}
    for key, (parsed, _) in known.items():
        content = contents[key]
        if isinstance(content, bytes):
            content = text_of(content) if parsed.document.path.suffix == ".md" else content.decode("utf-8", "replace")
        object.__setattr__(parsed.document, "text", content)
    return known


_DERIVED = ("kind", "body_start", "outline", "allows")
_LEFT_OUT = ("text", "lines", "front")


class _Packer(pickle.Pickler):
    def reducer_override(self, thing: object) -> tuple[Callable[[Mapping[str, object]], Document], tuple[object]]:
        if isinstance(thing, Document):
            return _bare, (_lasting(thing),)
        return cast("tuple[Callable[[Mapping[str, object]], Document], tuple[object]]", NotImplemented)


def _lasting(document: Document) -> dict[str, object]:
    """What a document keeps: few readers ask for its front matter again, so that is read again for them."""
    if document.path.suffix == ".md":
        for name in _DERIVED:
            getattr(document, name)
    return {name: value for name, value in vars(document).items() if name not in _LEFT_OUT}


def _bare(kept: Mapping[str, object]) -> Document:
    """A document that still lacks its text."""
    document = Document.__new__(Document)
    vars(document).update(kept)
    return document
