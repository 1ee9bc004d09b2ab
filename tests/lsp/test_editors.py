"""The settings for editors name what there is."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

from agendakit import __version__
from vscode import VERSION

EDITORS = Path(__file__).parents[2] / "editors"
START = ["agendakit", "lsp"]


def toml(name):
    return tomllib.loads((EDITORS / name).read_text(encoding="utf-8"))


def test_helix_starts_the_server_for_markdown():
    settings = toml("helix/languages.toml")
    server = settings["language-server"]["agendakit"]
    assert [server["command"], *server["args"]] == START
    (language,) = settings["language"]
    assert (language["name"], language["language-servers"]) == ("markdown", ["agendakit"])


def test_zed_starts_the_server_for_markdown():
    extension = toml("zed/extension.toml")
    assert extension["language_servers"]["agendakit"]["languages"] == ["Markdown"]
    source = (EDITORS / "zed/src/lib.rs").read_text(encoding="utf-8")
    assert f'.which("{START[0]}")' in source
    assert f'args: vec!["{START[1]}".into()]' in source


def test_the_settings_of_zed_put_the_server_behind_a_name_that_it_knows():
    text = (EDITORS / "zed/settings.json").read_text(encoding="utf-8")
    settings = json.loads(text)
    (name,) = settings["languages"]["Markdown"]["language_servers"]
    binary = settings["lsp"][name]["binary"]
    assert [Path(binary["path"]).name, *binary["arguments"]] == START
    assert text in (EDITORS / "README.md").read_text(encoding="utf-8")


def test_the_extension_for_vs_code_declares_what_it_uses():
    folder = EDITORS / "vscode"
    package = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    source = (folder / package["main"]).read_text(encoding="utf-8")
    settings = package["contributes"]["configuration"]["properties"]
    assert settings["agendakit.command"]["default"] == START
    assert set(re.findall(r'affectsConfiguration\("([\w.]+)"\)', source)) == set(settings)
    declared = {command["command"] for command in package["contributes"]["commands"]}
    assert set(re.findall(r'registerCommand\("([\w.]+)"', source)) == declared
    assert set(re.findall(r'require\("([\w-]+)', source)) <= {"node", "vscode", *package["dependencies"]}


def test_extensions_carry_the_version_of_the_kit():
    package = json.loads((EDITORS / "vscode/package.json").read_text(encoding="utf-8"))
    versions = {package["version"], toml("zed/extension.toml")["version"], toml("zed/Cargo.toml")["package"]["version"]}
    assert versions == {__version__}


def test_each_editor_with_settings_is_described():
    described = (EDITORS / "README.md").read_text(encoding="utf-8")
    folders = [path for path in EDITORS.iterdir() if path.is_dir()]
    assert folders
    for folder in folders:
        assert f"{folder.name}/" in described


def test_the_page_shows_the_settings_of_neovim():
    settings = (EDITORS / "neovim/lsp/agendakit.lua").read_text(encoding="utf-8")
    assert settings[settings.index("return {") :] in (EDITORS / "README.md").read_text(encoding="utf-8")


def test_the_page_names_the_version_that_the_tests_run():
    described = (EDITORS / "README.md").read_text(encoding="utf-8")
    _, minor, _ = VERSION.split(".")
    assert f"Visual Studio Code 1.{minor} " in described
    assert f"code-server {VERSION}," in described
