"""`agendakit render`."""

from __future__ import annotations

import pytest

from agendakit.generated_folder import LIST

PROJECT = "agendas/probing/probe-transfer.md"


def rendered(desk, *options):
    done = desk.run("render", "out", *options, "--today", "2026-02-01")
    assert done.code == 0, done.err
    return done


def files_in(desk, folder="out/"):
    return {path.removeprefix(folder): data for path, data in desk.contents().items() if path.startswith(folder)}


def test_the_folder_holds_pages_data_assets_and_the_authors_own_files(desk):
    desk.write("agendas/notes.md", "# Notes\n")
    desk.write("agendas/images/map.svg", "<svg/>")
    rendered(desk)
    found = files_in(desk)
    for path in (
        "probing/probe-transfer/index.md",
        "probing/index.md",
        "index.md",
        "catalogue/index.md",
        "contribute/index.md",
        "api/v1/catalogue.json",
        "api/v1/entries/probe-transfer.json",
        "feed.xml",
        "llms.txt",
        "papers.json",
        "id/probe-transfer/index.html",
        "assets/agendakit/site.js",
        "notes.md",
        "images/map.svg",
    ):
        assert path in found
    assert found["images/map.svg"] == b"<svg/>"
    assert "probing/probe-transfer.md" not in found


def test_a_page_is_an_index_so_that_engines_agree_on_its_links(desk):
    rendered(desk)
    assert all(path.endswith("index.md") for path in files_in(desk) if path.endswith(".md"))


def test_links_of_plain_pages_follow_the_pages(desk):
    links = "[a](probing/probe-transfer.md#first-step) [b](probing/index.md) [c](https://example.org/x.md) [d][ref]\n"
    desk.write("agendas/notes.md", f"# Notes\n\n{links}\n[ref]: concepts/pytorch.md\n")
    rendered(desk)
    text = desk.read("out/notes.md")
    assert "[a](probing/probe-transfer/index.md#first-step)" in text
    assert "[b](probing/index.md) [c](https://example.org/x.md) [d][ref]" in text


def test_what_does_not_change_is_not_written(desk):
    rendered(desk)
    before = {path: path.stat().st_mtime_ns for path in (desk.folder / "out").rglob("*.md")}
    assert rendered(desk).err.startswith("no files written")
    assert before == {path: path.stat().st_mtime_ns for path in (desk.folder / "out").rglob("*.md")}


def test_what_is_no_longer_generated_goes_and_what_somebody_added_stays(desk):
    desk.write("agendas/images/map.svg", "<svg/>")
    rendered(desk)
    desk.write("out/mine.txt", "mine")
    (desk.folder / "agendas/images/map.svg").unlink()
    assert "1 removed" in rendered(desk).err
    assert "images/map.svg" not in files_in(desk)
    assert not (desk.folder / "out/images").exists()
    assert desk.read("out/mine.txt") == "mine"


def test_a_list_that_names_files_elsewhere_removes_nothing_there(desk):
    rendered(desk)
    desk.write("precious.txt", "precious")
    path = (desk.folder / "precious.txt").as_posix()
    desk.write(f"out/{LIST}", f'["../precious.txt", "{path}", "x/../../precious.txt", 7]')
    rendered(desk)
    assert desk.read("precious.txt") == "precious"


def test_nothing_is_written_through_a_link(desk, tmp_path):
    rendered(desk)
    outside = tmp_path / "outside"
    outside.mkdir()
    (desk.folder / "out/probing/index.md").unlink()
    (desk.folder / "out/probing/index.md").symlink_to(outside / "file.md")
    done = desk.run("render", "out")
    assert done.code == 2
    assert "leads somewhere else" in done.err
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("agendas/out", "the catalogue lie in each other"),
        (".", "the catalogue lie in each other"),
        ("full", "holds files that agendakit did not write"),
        ("full/file.txt", "is a file"),
    ],
)
def test_a_folder_that_is_not_ours_is_refused(desk, name, words):
    desk.write("full/file.txt", "mine")
    before = desk.contents()
    done = desk.run("render", name)
    assert done.code == 2
    assert words in done.err
    assert desk.contents() == before


def test_an_error_stops_it_with_its_frame(desk):
    desk.write(PROJECT, desk.read(PROJECT).replace("compute: laptop", "compute: labtop", 1))
    done = desk.run("render", "out")
    assert done.code == 1
    assert "error[invalid-value]" in done.err
    assert not (desk.folder / "out").exists()


def test_drafts_stay_out(desk):
    draft = "---\nkind: project\nstage: draft\ntitle: Half a thought\nquestion: What is missing here?\n---\n"
    desk.write("agendas/probing/half.md", draft)
    rendered(desk)
    assert not [path for path, data in files_in(desk).items() if b"Half a thought" in data]


def test_a_file_under_a_generated_name_is_not_lost_in_silence(desk):
    desk.write("agendas/papers.md", "# Mine\n")
    desk.write("agendas/feed.xml", "<mine/>")
    err = rendered(desk).err
    assert "`papers.md` is the name of a file that is generated" in err
    assert "`feed.xml` is the name of a file that is generated" in err
    assert "Mine" not in desk.read("out/papers/index.md")
