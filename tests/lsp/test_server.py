"""The server as a program, spoken to over its standard streams."""

from __future__ import annotations

import asyncio
import sys
from datetime import date

import pytest
import pytest_lsp
from lsprotocol import types

from agendakit.check import check
from agendakit.text import LineIndex
from agendakit.workspace import find, read
from lsp_session import CONCEPT, PROJECT, text_of

PATIENCE = 30
SERVER = pytest_lsp.ClientServerConfig(server_command=[sys.executable, "-m", "agendakit", "lsp", "--stdio"])
BROKEN = "difficulty: first-projct"


@pytest_lsp.fixture(config=SERVER)
async def client(lsp_client: pytest_lsp.LanguageClient):
    @lsp_client.feature(types.CLIENT_REGISTER_CAPABILITY)
    def registered(params: types.RegistrationParams):
        return None

    yield
    await lsp_client.shutdown_session()


async def begin(client, folder, editor="visual_studio_code"):
    return await client.initialize_session(
        types.InitializeParams(
            capabilities=pytest_lsp.client_capabilities(editor),
            workspace_folders=[types.WorkspaceFolder(uri=folder.as_uri(), name="catalogue")],
        )
    )


def uri(folder, name):
    return (folder / name).as_uri()


def open_text(client, folder, name, text):
    item = types.TextDocumentItem(uri=uri(folder, name), language_id="markdown", version=1, text=text)
    client.text_document_did_open(types.DidOpenTextDocumentParams(text_document=item))


def type_text(client, folder, name, text, version=2):
    identifier = types.VersionedTextDocumentIdentifier(uri=uri(folder, name), version=version)
    change = types.TextDocumentContentChangeWholeDocument(text=text)
    client.text_document_did_change(types.DidChangeTextDocumentParams(identifier, [change]))


async def until(client, folder, name, condition):
    """Wait for diagnostics of a file that fulfil a condition."""
    async with asyncio.timeout(PATIENCE):
        while not condition(found := client.diagnostics.get(uri(folder, name), [])):
            await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    return found


def rules(found):
    return {one.code for one in found}


@pytest.mark.asyncio
async def test_files_that_are_not_open_have_their_errors_shown(client, folder):
    path = folder / PROJECT
    path.write_text(text_of(folder, PROJECT).replace("difficulty: first-project", BROKEN), encoding="utf-8")
    await begin(client, folder)
    (found,) = await until(client, folder, PROJECT, bool)
    assert (found.code, found.severity, found.source) == ("invalid-value", types.DiagnosticSeverity.Error, "agendakit")
    assert "first-project" in found.message


@pytest.mark.asyncio
async def test_diagnostics_while_typing_are_those_of_check_with_every_unsaved_text(client, folder):
    await begin(client, folder)
    concept = (
        text_of(folder, CONCEPT).replace("title: Linear probes", "title: Linear 😀 probes") + "\n[a](entry:noone)\n"
    )
    project = (
        text_of(folder, PROJECT)
        .replace("addresses: [transfer]", "addresses: [nothing]")
        .replace("compute: laptop", "compute: 3")
    )
    open_text(client, folder, CONCEPT, concept)
    open_text(client, folder, PROJECT, text_of(folder, PROJECT))
    type_text(client, folder, PROJECT, project)
    await until(client, folder, CONCEPT, bool)
    await until(client, folder, PROJECT, lambda found: "invalid-value" in rules(found))
    for name, text in ((CONCEPT, concept), (PROJECT, project)):
        (folder / name).write_text(text, encoding="utf-8")
    workspace = find(folder)
    expected = check(read(workspace), workspace.config, date.today()).diagnostics  # noqa: DTZ011  # as in the server
    for name in (CONCEPT, PROJECT):
        wanted = sorted((one.rule, one.finding.place.span.start) for one in expected if _path(one) == name)
        lines = LineIndex(text_of(folder, name))
        await until(client, folder, name, lambda found, wanted=wanted, lines=lines: _places(found, lines) == wanted)


def _path(diagnostic):
    return diagnostic.place.path.as_posix()


def _places(found, lines):
    starts = ((one.code, one.range.start) for one in found)
    return sorted((code, lines.offset_of_utf16(start.line, start.character)) for code, start in starts)


@pytest.mark.asyncio
async def test_a_mended_text_loses_its_diagnostics(client, folder):
    await begin(client, folder)
    text = text_of(folder, PROJECT)
    open_text(client, folder, PROJECT, text.replace("difficulty: first-project", BROKEN))
    await until(client, folder, PROJECT, lambda found: "invalid-value" in rules(found))
    type_text(client, folder, PROJECT, text)
    await until(client, folder, PROJECT, lambda found: "invalid-value" not in rules(found))


@pytest.mark.asyncio
async def test_columns_count_utf16_units_for_every_client(client, folder):
    result = await begin(client, folder, "neovim")
    assert result.capabilities.position_encoding == types.PositionEncodingKind.Utf16
    text = text_of(folder, PROJECT).replace("addresses: [transfer]", 'addresses: ["😀", nothing]')
    open_text(client, folder, PROJECT, text)
    found = await until(client, folder, PROJECT, lambda found: "invalid-value" in rules(found))
    (one,) = [one for one in found if one.code == "invalid-value"]
    assert (one.range.start.character, one.range.end.character) == (12, 16)


@pytest.mark.asyncio
async def test_every_request_is_answered(client, folder):
    result = await begin(client, folder)
    text = text_of(folder, PROJECT)
    open_text(client, folder, PROJECT, text)
    document = types.TextDocumentIdentifier(uri(folder, PROJECT))
    line = text.splitlines().index("  - id: linear-probes")
    place = types.Position(line, 12)
    whole = types.Range(types.Position(0, 0), types.Position(1000, 0))
    assert (
        "Linear probes" in (await client.text_document_hover_async(types.HoverParams(document, place))).contents.value
    )
    assert (await client.text_document_definition_async(types.DefinitionParams(document, place))).uri == uri(
        folder, CONCEPT
    )
    context = types.ReferenceContext(include_declaration=True)
    assert len(await client.text_document_references_async(types.ReferenceParams(context, document, place))) == 3
    offered = await client.text_document_completion_async(types.CompletionParams(document, place))
    assert [item.label for item in offered] == ["pytorch", "linear-probes"]
    prepared = await client.text_document_prepare_rename_async(types.PrepareRenameParams(document, place))
    assert prepared.placeholder == "linear-probes"
    edit = await client.text_document_rename_async(types.RenameParams(document, place, "probes"))
    assert isinstance(edit.document_changes[-1], types.RenameFile)
    symbols = await client.text_document_document_symbol_async(types.DocumentSymbolParams(document))
    assert symbols[0].children
    assert await client.workspace_symbol_async(types.WorkspaceSymbolParams("topic"))
    assert await client.text_document_inlay_hint_async(types.InlayHintParams(document, whole))
    actions = types.CodeActionParams(document, whole, types.CodeActionContext(diagnostics=[]))
    assert await client.text_document_code_action_async(actions) is not None
    assert result.server_info.name == "agendakit"


@pytest.mark.asyncio
async def test_a_refused_rename_is_answered_in_words(client, folder):
    await begin(client, folder)
    text = text_of(folder, PROJECT)
    open_text(client, folder, PROJECT, text)
    place = types.Position(text.splitlines().index("  - id: linear-probes"), 12)
    params = types.RenameParams(types.TextDocumentIdentifier(uri(folder, PROJECT)), place, "py torch")
    with pytest.raises(Exception, match="is no id") as caught:
        await client.text_document_rename_async(params)
    assert "Traceback" not in str(caught.value)
    assert getattr(caught.value, "data", None) is None


@pytest.mark.asyncio
async def test_a_broken_configuration_is_shown_at_its_place_until_it_is_mended(client, folder):
    good = text_of(folder, "agendakit.toml")
    (folder / "agendakit.toml").write_text('catalogu = "agendas"\n', encoding="utf-8")
    await begin(client, folder)
    open_text(client, folder, PROJECT, text_of(folder, PROJECT).replace("difficulty: first-project", BROKEN))
    (found,) = await until(client, folder, "agendakit.toml", bool)
    assert "`catalogue`" in found.message
    assert (found.range.start.character, found.range.end.character) == (0, 8)
    (folder / "agendakit.toml").write_text(good, encoding="utf-8")
    changed = types.FileEvent(uri(folder, "agendakit.toml"), types.FileChangeType.Changed)
    client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([changed]))
    await until(client, folder, "agendakit.toml", lambda found: not found)
    await until(client, folder, PROJECT, lambda found: "invalid-value" in rules(found))


@pytest.mark.asyncio
async def test_a_file_that_another_program_changed_is_read_again(client, folder):
    await begin(client, folder)
    (folder / CONCEPT).write_text(text_of(folder, CONCEPT).replace("hours: 8", "hours: many"), encoding="utf-8")
    changed = types.FileEvent(uri(folder, CONCEPT), types.FileChangeType.Changed)
    client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([changed]))
    await until(client, folder, CONCEPT, lambda found: "invalid-value" in rules(found))


@pytest.mark.asyncio
async def test_markdown_outside_of_a_catalogue_is_left_in_peace(client, folder, tmp_path):
    await begin(client, tmp_path)
    notes = tmp_path / "notes"
    notes.mkdir()
    open_text(client, notes, "README.md", "---\nkind: project\n---\n[a](b.md)\n")
    document = types.TextDocumentIdentifier(uri(notes, "README.md"))
    place = types.Position(1, 6)
    assert await client.text_document_completion_async(types.CompletionParams(document, place)) == []
    assert await client.text_document_hover_async(types.HoverParams(document, place)) is None
    assert await client.text_document_document_symbol_async(types.DocumentSymbolParams(document)) == []
    open_text(client, folder, PROJECT, text_of(folder, PROJECT).replace("difficulty: first-project", BROKEN))
    await until(client, folder, PROJECT, bool)
    assert not client.diagnostics.get(uri(notes, "README.md"))
    assert not client.messages


@pytest.mark.asyncio
async def test_a_change_of_a_file_that_is_closed_already_is_no_error(client, folder):
    await begin(client, folder)
    text = text_of(folder, CONCEPT)
    open_text(client, folder, CONCEPT, text)
    client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri(folder, CONCEPT))))
    type_text(client, folder, CONCEPT, text.replace("Linear probes", "Straight probes"))
    found = await client.workspace_symbol_async(types.WorkspaceSymbolParams("linear"))
    assert [one.name for one in found or []] != []
    assert client.messages == []
