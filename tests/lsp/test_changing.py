"""Rename, fixes and what else can be done about a diagnostic."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from lsprotocol import types

from agendakit.lsp.actions import FIX_ALL, code_actions
from agendakit.lsp.commands import ADD_PAPER
from agendakit.lsp.renaming import renamable_at, rename
from agendakit.lsp.sessions import path_of
from agendakit.rename import RenameError
from agendakit.text import LineIndex, Span
from lsp_session import AGENDA, CONCEPT, CURSOR, PROJECT, judge, lay, open_session, text_of

ABLE = types.ClientCapabilities(
    workspace=types.WorkspaceClientCapabilities(
        workspace_edit=types.WorkspaceEditClientCapabilities(
            document_changes=True, resource_operations=list(types.ResourceOperationKind)
        )
    )
)
UNABLE = types.ClientCapabilities()


def file_of(uri):
    path = path_of(uri)
    assert path is not None
    return path


def carry_out(edit):
    """Do on the disk what an editor would do."""
    for change in edit.document_changes or ():
        match change:
            case types.CreateFile():
                file_of(change.uri).parent.mkdir(parents=True, exist_ok=True)
                file_of(change.uri).touch()
            case types.RenameFile():
                file_of(change.old_uri).rename(file_of(change.new_uri))
            case types.TextDocumentEdit():
                _edit(change.text_document.uri, change.edits)
    for uri, edits in (edit.changes or {}).items():
        _edit(uri, edits)


def _edit(uri, edits):
    path = file_of(uri)
    text = path.read_bytes().decode("utf-8")
    lines = LineIndex(text)
    for edit in sorted(edits, key=lambda one: (one.range.start.line, one.range.start.character), reverse=True):
        start = lines.offset_of_utf16(edit.range.start.line, edit.range.start.character)
        end = lines.offset_of_utf16(edit.range.end.line, edit.range.end.character)
        text = text[:start] + edit.new_text + text[end:]
    path.write_bytes(text.encode("utf-8"))


def problems(folder):
    session = open_session(folder)
    return [one for found in session.diagnostics.values() for one in found if one.level != "hint"]


@pytest.mark.parametrize(
    ("name", "before", "old"),
    [
        (PROJECT, "id: linear", "linear-probes"),
        (CONCEPT, "title: Lin", "linear-probes"),
        (AGENDA, "entry:probe", "probe-transfer"),
        (AGENDA, "kind: age", "probing"),
    ],
)
def test_a_rename_leaves_the_catalogue_without_findings(folder, session, name, before, old):
    text = text_of(folder, name).replace(before, f"{before}{CURSOR}", 1)
    document, offset = lay(session, name, text)
    found = renamable_at(session, document, offset)
    assert found is not None
    assert found[0] == old
    carry_out(rename(session, old, "another-name", ABLE))
    assert problems(folder) == []
    renamed = open_session(folder).catalogue
    assert old not in renamed.kinds
    assert renamed.canonical(old) == "another-name"


def test_a_rename_reaches_the_configuration(folder):
    (folder / "agendakit.toml").write_text('assumes = ["pytorch"]\n', encoding="utf-8")
    carry_out(rename(open_session(folder), "pytorch", "torch", ABLE))
    assert (folder / "agendakit.toml").read_text(encoding="utf-8") == 'assumes = ["torch"]\n'


def test_a_rename_sees_what_is_not_saved(folder, session):
    lay(session, PROJECT, f"{text_of(folder, PROJECT)}\nSee [it](entry:pytorch).\n")
    edit = rename(session, "pytorch", "torch", ABLE)
    assert session.uri_of(PurePosixPath(PROJECT)) in {
        change.text_document.uri for change in edit.document_changes or () if isinstance(change, types.TextDocumentEdit)
    }


@pytest.mark.parametrize(("new", "words"), [("Not An Id", "is no id"), ("pytorch", "another entry")])
def test_a_name_that_cannot_be_had_is_refused(session, new, words):
    with pytest.raises(RenameError, match=words):
        rename(session, "linear-probes", new, ABLE)


def test_an_editor_that_cannot_rename_files_is_told_the_command(session):
    with pytest.raises(RenameError, match="agendakit rename linear-probes probes"):
        rename(session, "linear-probes", "probes", UNABLE)


@pytest.mark.parametrize("before", ["question: Does", "compute: lap", "addresses: [tra", "A number"])
def test_what_is_no_id_of_an_entry_cannot_be_renamed(folder, session, before):
    text = text_of(folder, PROJECT).replace(before, f"{before}{CURSOR}", 1)
    assert renamable_at(session, *lay(session, PROJECT, text)) is None


def actions_at(session, name, text, only=None, capabilities=ABLE):
    document, offset = lay(session, name, text)
    judge(session)
    return list(code_actions(session, document, Span(offset, offset), only, capabilities))


def test_a_fix_is_an_action_that_mends_the_finding(folder, session):
    text = text_of(folder, PROJECT).replace("id: linear-probes", f"id: linear-prob{CURSOR}")
    (fix, *_) = actions_at(session, PROJECT, text)
    assert fix.title == "Write `linear-probes`"
    assert not fix.is_preferred
    (folder / PROJECT).write_text(text.replace(CURSOR, ""), encoding="utf-8")
    carry_out(fix.edit)
    assert text_of(folder, PROJECT) == text.replace(f"linear-prob{CURSOR}", "linear-probes")


def test_a_fix_keeps_the_line_breaks_of_the_file(folder, session):
    text = text_of(folder, PROJECT).replace("observe: An", f"observe: Note{CURSOR}: an").replace("\n", "\r\n")
    for action in actions_at(session, PROJECT, text):
        for edits in (action.edit.changes or {}).values() if action.edit else ():
            assert all("\n" not in edit.new_text.replace("\r\n", "") for edit in edits)


def test_a_concept_that_is_named_can_be_created(folder, session):
    text = text_of(folder, PROJECT).replace("id: linear-probes", f"id: regr{CURSOR}ession")
    created = {action.title: action for action in actions_at(session, PROJECT, text)}
    carry_out(created["Create the concept regression"].edit)
    assert open_session(folder).catalogue.drafts["regression"].kind == "concept"
    assert "Create the project regression" in created
    assert "Create the agenda regression" not in created


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("agenda: nowhere‸", "Create the agenda nowhere"),
        ("superseded_by: nowhere‸", "Create the project nowhere"),
        ("teaches: [ab‸]", "Create the concept ab"),
    ],
)
def test_an_entry_of_each_kind_can_be_created(folder, session, line, title):
    text = text_of(folder, PROJECT).replace("teaches: [linear-probes]\n", "").replace("type:", f"{line}\ntype:", 1)
    (action,) = [one for one in actions_at(session, PROJECT, text) if one.title == title]
    carry_out(action.edit)
    assert title.rsplit(" ", 1)[-1] in open_session(folder).catalogue.drafts


def test_an_editor_that_cannot_create_files_is_not_offered_it(folder, session):
    text = text_of(folder, PROJECT).replace("id: linear-probes", f"id: regr{CURSOR}ession")
    titles = [action.title for action in actions_at(session, PROJECT, text, capabilities=UNABLE)]
    assert not [title for title in titles if title.startswith("Create")]


@pytest.mark.parametrize(
    ("ref", "arguments"),
    [("arXiv:2310.06824v2", "arXiv:2310.06824"), ("https://doi.org/10.5555/Example.1", "10.5555/example.1")],
)
def test_a_paper_with_a_registry_can_be_added(folder, session, ref, arguments):
    text = text_of(folder, PROJECT).replace("ref: arXiv:1610.01644", f"ref: {CURSOR}{ref}", 1)
    (action,) = [one for one in actions_at(session, PROJECT, text) if one.command]
    assert action.command.command == ADD_PAPER
    assert action.command.arguments[1] == arguments


@pytest.mark.parametrize("ref", ["arXiv:1610.01644", "https://example.org/paper", "nonsense"])
def test_a_paper_that_is_there_or_has_no_registry_cannot(folder, session, ref):
    text = text_of(folder, PROJECT).replace("ref: arXiv:1610.01644", f"ref: {CURSOR}{ref}", 1)
    assert not [one for one in actions_at(session, PROJECT, text) if one.command]


def test_all_safe_fixes_come_as_one_action_on_request(folder, session):
    text = text_of(folder, PROJECT).replace("An accuracy above", "12:30").replace("on the topic it was trained on.", "")
    text = text.replace("observe: 12:30 chance ", "observe: 12:30")
    (action,) = actions_at(session, PROJECT, text, only=["source.fixAll"])
    assert action.kind == FIX_ALL
    (edits,) = action.edit.changes.values()
    assert 'observe: "12:30"' in edits[0].new_text
    assert not [one for one in actions_at(session, PROJECT, text) if one.kind == FIX_ALL]


def test_actions_are_about_the_text_as_it_is_now(folder, session):
    text = text_of(folder, PROJECT).replace("difficulty: first-project", f"difficulty: first-projct{CURSOR}")
    actions_at(session, PROJECT, text)
    document, offset = lay(session, PROJECT, f"---\n# a new line{text[3:]}")
    for action in code_actions(session, document, Span(offset, offset), None, ABLE):
        assert action.edit
        assert action.edit.changes
        (edits,) = action.edit.changes.values()
        start = edits[0].range.start
        assert document.lines.line_span(start.line + 1).of(document.text).startswith("difficulty")
