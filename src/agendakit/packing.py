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


class _Packer(pickle.Pickler):
    def reducer_override(self, thing: object) -> tuple[Callable[[Mapping[str, object]], Document], tuple[object]]:
        if isinstance(thing, Document):
            kept = {name: value for name, value in vars(thing).items() if name not in ("text", "lines")}
            return _bare, (kept,)
        return cast("tuple[Callable[[Mapping[str, object]], Document], tuple[object]]", NotImplemented)


def _bare(kept: Mapping[str, object]) -> Document:
    """A document that still lacks its text."""
    document = Document.__new__(Document)
    vars(document).update(kept)
    return document
