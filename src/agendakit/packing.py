"""Parsed files as bytes, for the cache and between processes; without their texts, which the reader has already."""

from __future__ import annotations

import io
import pickle
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from agendakit.document import Document, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from agendakit.asking import Kept
    from agendakit.check import Parsed


@dataclass(frozen=True, slots=True)
class Batch:
    """Files and what is known of them, by the digest of name and content."""

    parsed: dict[bytes, Parsed]
    kept: dict[bytes, Kept]


def pack(batch: Batch) -> bytes:
    """Bytes that `unpack` reads."""
    stream = io.BytesIO()
    _Packer(stream, protocol=pickle.HIGHEST_PROTOCOL).dump((batch.parsed, batch.kept))
    return stream.getvalue()


def unpack(data: bytes, contents: Mapping[bytes, bytes | str]) -> Batch:
    """The batch, as far as the files' contents are given, by their digests.

    Raises whatever a pickle can raise on bytes that `pack` did not make.
    """
    parsed, kept = pickle.loads(data)  # noqa: S301  # read from a folder that only the user can write
    known = {key: one for key, one in parsed.items() if key in contents}
    for key, one in known.items():
        content = contents[key]
        if isinstance(content, bytes):
            content = text_of(content) if one.document.path.suffix == ".md" else content.decode("utf-8", "replace")
        object.__setattr__(one.document, "text", content)
    return Batch(known, kept)


class _Packer(pickle.Pickler):
    def reducer_override(self, thing: object) -> tuple[Callable[[Mapping[str, object]], Document], tuple[object]]:
        if isinstance(thing, Document):
            return _bare, (_lasting(thing),)
        return cast("tuple[Callable[[Mapping[str, object]], Document], tuple[object]]", NotImplemented)


def _lasting(document: Document) -> dict[str, object]:
    """What a document keeps besides its text."""
    if document.path.suffix == ".md":
        document.slim()
    return {name: value for name, value in vars(document).items() if name != "text"}


def _bare(kept: Mapping[str, object]) -> Document:
    """A document that still lacks its text."""
    document = Document.__new__(Document)
    vars(document).update(kept)
    return document
