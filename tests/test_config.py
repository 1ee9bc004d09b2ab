from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from agendakit.check import check_rule_names
from agendakit.config import Config, ConfigError, parse

PATH = PurePosixPath("agendakit.toml")


def test_every_key_has_a_default():
    assert parse("", PATH) == Config()


def test_a_pyproject_without_our_table_holds_no_configuration():
    assert parse("[tool.other]\nx = 1\n", PurePosixPath("pyproject.toml")) is None


def test_a_pyproject_with_our_table_is_read():
    config = parse('[tool.agendakit]\nname = "Example"\n', PurePosixPath("pyproject.toml"))
    assert config is not None
    assert config.name == "Example"


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("name = ", "1:", "This is not TOML"),
        ('name = "x\n[levels]\n', "1:10", "A text in quotes is not closed on its line"),
        ("name = x\n", "1:8", "The value is missing, or is a text without plain quotes"),
        ('name: "x"\n', "1:5", "Behind a key comes an equals sign"),
        ('[levels\na = "error"\n', "1:8", "The header of a table is not closed"),
        ('assumes = ["a", "b"\nname = "x"\n', "2:1", "A list is opened and not closed"),
        ('name = "a"\nname = "b"\n', "2:11", "This key has a value already"),
        ("[levels]\n[levels]\n", "2:8", "This table stands in the file already"),
        ('name = "C:\\data"\n', "1:13", "A backslash means something in double quotes"),
        ('name = "x" y\n', "1:12", "Something stands behind the value"),
        ('name = "a\x07b"\n', "1:10", "A character that cannot be seen"),
        ('levels = {a = "error"\n', "1:22", "A `{` is opened and not closed"),
        ("= 3\n", "1:1", "A line begins with a key"),
        (f"folders = {'[' * 5000}", "1:", "nested too deeply"),
        ('nam = "x"', "1:1", "Did you mean `name`?"),
        ('name = "x"\n[level]\na = "error"', "2:2", "Did you mean `levels`?"),
        ("name = 3", "1:1", "a text in quotes"),
        ('assumes = "x"', "1:1", "a list"),
        ('catalogue = "/etc"', "1:1", "below the configuration"),
        ('catalogue = "../x"', "1:1", "below the configuration"),
        ('stale_after = "soon"', "1:1", "12 months"),
        ('stale_after = "101 years"', "1:1", "a hundred years at most"),
        (f'stale_after = "{"9" * 5000} days"', "1:1", "a hundred years at most"),
        ('stale_after = "\u0663 days"', "1:1", "12 months"),
        ('extra_schema = "a\\u0000b"', "1:1", "below the configuration"),
        ("levels = 3", "1:1", "a table"),
        ('url = "example.org"', "1:1", "https://"),
        ("schema_version = 2", "1:1", "schema version 1"),
        ('[levels]\nduplicate-key = "bad"', "2:1", "`error`, `warning`, `hint` or `off`"),
        ("[[folders]]\nlevels = {}", "1:", "`path` is missing"),
        ('[[folders]]\npath = "a"\nlevel = {}', "3:1", "Did you mean `levels`?"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(text, place, words):
    with pytest.raises(ConfigError) as raised:
        parse(text, PATH)
    assert words in str(raised.value)
    assert str(raised.value).startswith(f"agendakit.toml:{place}")


def test_a_rule_that_does_not_exist_is_refused_with_a_suggestion():
    text = '[levels]\nduplicate-keys = "hint"\n'
    config = parse(text, PATH)
    assert config is not None
    with pytest.raises(ConfigError, match=r"agendakit.toml:2:1: .*Did you mean `duplicate-key`\?"):
        check_rule_names(config, PATH, text)


def test_a_pyproject_whose_table_is_none_says_so():
    with pytest.raises(ConfigError, match=r"`\[tool.agendakit\]` is no table"):
        parse("[tool]\nagendakit = 3\n", PurePosixPath("pyproject.toml"))


@pytest.mark.parametrize("text", ["", "tool = 3\n", "[tool.other]\nx = 1\n"])
def test_a_pyproject_without_our_table_is_not_ours(text):
    assert parse(text, PurePosixPath("pyproject.toml")) is None
