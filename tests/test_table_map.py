"""Maps that cannot be used are explained in plain words."""

from __future__ import annotations

import pytest

from agendakit.table_map import MapError, parse

FIELDS = '[fields]\ntitle = "Name"\n'


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "`[fields]` is missing"),
        ("fields = 3", "`fields` has a value of another kind than it takes; write a table"),
        (f'kind = "projct"\n{FIELDS}', "`kind` has to be `agenda`, `project` or `concept`."),
        (f"rows = 3\n{FIELDS}", "`rows` has a value of another kind than it takes; write a text in quotes."),
        (f'unused = "x"\n{FIELDS}', "`unused` has a value of another kind than it takes; write a list in `[…]`."),
        (f'folder = "../x"\n{FIELDS}', "`folder` cannot be used: name a folder below the configuration"),
        (f"zebra = 1\n{FIELDS}", "`zebra` is no key of a map. The keys there are kind, stage"),
        ("[fields]\ntitle = 3", "`fields.title` has to be a column's name or a template in quotes"),
        ('[fields]\ntitle = { colum = "a" }', "`fields.title.colum` is no key of a map. Did you mean `column`?"),
        ("[fields]\ntitle = { column = 3 }", "`fields.title.column` has a value of another kind"),
        ("[fields]\ntitle = { longest = 3 }", "`fields.title.longest` has to be 10 at least."),
        ('[fields]\ntitle = { slug = "yes" }', "write `true` or `false`, without quotes."),
        ('[fields]\ntitle = { values = "yes" }', "write a table of its own"),
    ],
)
def test_each_says_what_is_wrong_and_what_to_write(text, words):
    with pytest.raises(MapError) as found:
        parse(text)
    assert words in str(found.value)
    assert "input should" not in str(found.value).lower()
