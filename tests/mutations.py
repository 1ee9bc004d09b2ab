"""Texts that authors might write: the example's entries with random damage, and arbitrary text."""

from __future__ import annotations

from hypothesis import strategies as st

from examples import ENTRIES, example_files

PIECES = [
    "a: b",
    " #1 ",
    ": ",
    '"',
    "'",
    "\t",
    "\r",
    "\n",
    "\r\n",
    "---\n",
    "- ",
    "[x](entry:linear-prob)",
    "[@arXiv:1610.01644]",
    "<!-- agendakit: allow broken-link, because it is one -->\n",
    "<!--",
    "## Motivaton\n",
    "$x$",
    "&a ",
    "*a",
    "no",
    "12:30",
    "\u200b",
    "\u202e",
    "\x00",
    "\x1b[31m",
    "\u2028",
    "\x85",
    "\ufeff",
    "😀",
    "::error::x",
    "##[error]",
    "effort: no\n",
    "title: x: y\n",
    "prerequisites: [linear-prob]\n",
    "kind: projct\n",
    "[" * 60,
    "{" * 40,
    "- " * 40,
]
PATHS = sorted(ENTRIES.values())


@st.composite
def damaged(draw: st.DrawFn) -> tuple[int, str]:
    """Number of an entry of the example, and its text after a few random insertions and deletions."""
    number = draw(st.integers(0, len(PATHS) - 1))
    text = example_files()[PATHS[number]].decode("utf-8")
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        taken = draw(st.sampled_from([0, 0, 1, 2, 7, 40]))
        put = draw(st.one_of(st.sampled_from(PIECES), st.text(max_size=5)))
        text = text[:at] + put + text[at + taken :]
    return number, "".join(character for character in text if not "\ud800" <= character <= "\udfff")


anything = st.one_of(
    st.binary(max_size=300),
    st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace")),
    st.lists(st.sampled_from(PIECES), max_size=30).map(lambda pieces: ("---\n" + "".join(pieces)).encode("utf-8")),
    damaged().map(lambda pair: pair[1].encode("utf-8")),
)
"""Bytes of a file, from arbitrary to nearly right."""
