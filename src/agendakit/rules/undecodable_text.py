"""A file is not UTF-8.

Entries are text in UTF-8. A file saved in another encoding (Latin-1, UTF-16) shows wrong letters to most readers,
so it is refused instead of guessed at. Most editors offer *Save with encoding*: choose UTF-8.

The finding points at the first byte that is no UTF-8. Examples cannot be shown here, for this page is UTF-8 itself;
the nearest is the character that stands where a program gave up:

```text bad agendas/probing/broken.md
caf\ufffd
```

```text good agendas/probing/fine.md
café
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agendakit.diagnostic import Finding, Level
from agendakit.extension import Context, Subject, rule
from agendakit.places import at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agendakit.document import Document

_BYTES_OF_UTF16 = (0xFE, 0xFF)
_SHARE_OF_NUL = 4
_SAVE = "Save the file as UTF-8; most editors offer that as an encoding when they save."
_REPLACEMENT = "\ufffd"


@rule(Subject.DOCUMENT, Level.ERROR)
def undecodable_text(document: Document, _: Context) -> Iterator[Finding]:
    """Find the first byte that is no UTF-8, or the traces of one in a text that was saved again."""
    if document.undecodable is not None:
        offset, byte = document.undecodable
        yield Finding(
            place=at(document, offset, offset + 1),
            message=f"The byte 0x{byte:02X} here is not UTF-8, so the file cannot be read as text.",
            help=_remedy(offset, byte),
        )
    elif of_two_bytes(document.text):
        yield Finding(
            place=at(document, 0, 1),
            message="The file is saved as UTF-16, not as UTF-8: every other character is a NUL.",
            help=_SAVE,
        )
    elif _REPLACEMENT in document.text:
        offset = document.text.index(_REPLACEMENT)
        yield Finding(
            place=at(document, offset, offset + 1),
            message="A character was lost here: this is the mark that programs leave for bytes they could not read.",
            help="Write the character again, and save the file as UTF-8.",
        )


def of_two_bytes(text: str) -> bool:
    """Whether so many characters are NUL as in a text in UTF-16 that is read as UTF-8."""
    return text.count("\0") > len(text) // _SHARE_OF_NUL


def _remedy(offset: int, byte: int) -> str:
    if offset == 0 and byte in _BYTES_OF_UTF16:
        return f"It seems to be saved as UTF-16. {_SAVE}"
    letter = bytes([byte]).decode("cp1252", "ignore")
    return f"In the encoding Windows-1252 it would be `{letter}`. {_SAVE}" if letter.isprintable() and letter else _SAVE
