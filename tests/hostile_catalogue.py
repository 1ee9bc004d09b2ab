"""The example catalogue with texts that try to be obeyed by whatever reads an export."""

from __future__ import annotations

import json
from pathlib import PurePosixPath

from examples import ENTRIES, check_example, example_files

HOSTILE = (
    '=HYPERLINK("https://evil.example","x")\t]]> </title><script>alert(1)</script> &amp; "quoted", [words](x) `code` '
    "\\input{x} } % {comment $x_1^2$ ~ # \x00 \x07 \x85 \u2028 \ufffe \x9b31m | a; b"
)
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "＝1", "-2+3")
PAPER = {
    "id": "https://evil.example/a{b}c\\d?x=1%202",
    "type": "article-journal",
    "title": HOSTILE,
    "author": [{"family": "O} and {Evil, and Sons", "given": "Eve % and"}, {"literal": "The {Group} and others"}],
    "issued": {"date-parts": [[2026, 1]]},
    "container-title": HOSTILE,
    "volume": "} @article{x,",
    "page": "1-2",
    "URL": "https://evil.example/a{b}c\\d?x=1%202",
    "x-own": "a field of the catalogue",
}
NAME = 'Eve = " <b> & } %'


def catalogue_of(title: str = HOSTILE):
    """Catalogue whose project and bibliography carry the texts; decoded whole, or the test is wrong."""
    path = ENTRIES["project"]
    text = example_files()[path].decode()
    text = text.replace("title: Does a probe survive a change of topic?", f"title: {json.dumps(title[:110])}", 1)
    text = text.replace(
        "question: Does a probe trained on one topic work on another?", f"question: {json.dumps(title)}", 1
    )
    text = text.replace("  - name: Ada Example", f"  - name: {json.dumps(NAME)}", 1)
    bibliography = PurePosixPath("agendas/papers.json")
    papers = [*json.loads(example_files()[bibliography]), PAPER]
    catalogue = check_example({path: text, bibliography: json.dumps(papers)}).catalogue
    assert "probe-transfer" in catalogue.records
    assert len(catalogue.bibliography.papers) == 2
    return catalogue
