"""Parsed files as bytes, for the cache and between processes; without their texts, which the reader of the bytes has."""

from __future__ import annotations

import io
import pickle
from typing import TYPE_CHECKING, cast

from agendakit.document import Document, text_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import PurePosixPath

    from agendakit.check import Parsed
    from agendakit.judging import Kept
    from agendakit.outline import Outline

Packed = dict[bytes, tuple["Parsed", "Kept | None"]]
"""Files and what is known of them, by the digest of their content."""


def pack(files: Packed) -> bytes:
    """Bytes that `unpack` reads."""
    stream = io.BytesIO()
    _Packer(stream, protocol=pickle.HIGHEST_PROTOCOL).dump(files)
    return stream.getvalue()


def unpack(data: bytes, contents: Mapping[bytes, bytes]) -> Packed:
    """Files whose contents are given, by their digests; the others are left out.

    Raises whatever a pickle can raise on bytes that `pack` did not make.
    """
    found = cast("Packed", pickle.loads(data))  # noqa: S301  # read from a folder that only the user can write
    known = {key: pair for key, pair in found.items() if key in contents}
    for key, (parsed, _) in known.items():
        document = parsed.document
        text = text_of(contents[key]) if document.path.suffix == ".md" else contents[key].decode("utf-8", "replace")
        object.__setattr__(document, "text", text)
    return known


class _Packer(pickle.Pickler):
    def reducer_override(self, thing: object) -> object:
        if isinstance(thing, Document):
            kept = (thing.path, thing.front, thing.undecodable, thing.oversized, vars(thing).get("outline"))
            return _bare, kept
        return NotImplemented


def _bare(
    path: PurePosixPath, front: object, undecodable: tuple[int, int] | None, oversized: bool, outline: Outline | None
) -> Document:
    """A document that still lacks its text."""
    document = Document(path=path, text="", front=front, undecodable=undecodable, oversized=oversized)  # type: ignore[arg-type]  # as it was
    if outline is not None:
        vars(document)["outline"] = outline
    return document
