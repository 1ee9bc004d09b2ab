"""`agendakit graph`."""

from __future__ import annotations

from xml.etree import ElementTree as ET

SVG = "{http://www.w3.org/2000/svg}"


def _parsed(text):
    return ET.fromstring(text)  # noqa: S314  # our own drawing


def test_json_holds_every_edge_and_marks_the_implied_ones(desk):
    project = "agendas/probing/probe-transfer.md"
    desk.write(project, desk.read(project).replace("prerequisites:\n", "prerequisites:\n  - pytorch\n"))
    found = desk.run("graph", "--json").data
    edges = {(edge["needed"], edge["needing"]): edge["implied"] for edge in found["edges"]}
    assert edges == {
        ("pytorch", "linear-probes"): False,
        ("linear-probes", "probe-transfer"): False,
        ("pytorch", "probe-transfer"): True,
    }
    assert {node["id"]: node["layer"] for node in found["nodes"]} == {
        "pytorch": 0,
        "linear-probes": 1,
        "probe-transfer": 2,
    }


def test_the_drawing_is_xml_with_a_box_for_each_entry(desk):
    boxes = [node for node in _parsed(desk.run("graph", "--format", "svg").out) if "map-node" in node.get("class", "")]
    # A title in several lines is also told whole.
    titles = [box.findtext(f"{SVG}title") or box.findtext(f"{SVG}text") for box in boxes]
    assert sorted(titles) == ["Does a probe survive a change of topic?", "Linear probes", "PyTorch"]


def test_a_title_cannot_break_out_of_any_format(desk):
    concept = "agendas/concepts/pytorch.md"
    desk.write(
        concept, desk.read(concept).replace("title: PyTorch", "title: 'A \"quoted\" <b>title</b> \\ & more]'", 1)
    )
    drawn = _parsed(desk.run("graph", "--format", "svg").out)
    assert 'A "quoted" <b>title</b> \\ & more]' in {title.text for title in drawn.iter(f"{SVG}title")}
    assert 'label="A \\"quoted\\" <b>title</b> \\\\ & more]"' in desk.run("graph", "--format", "dot").out
    assert "<b>" not in desk.run("graph", "--format", "mermaid").out


def test_a_goal_narrows_the_graph_to_what_it_needs(desk):
    found = desk.run("graph", "--json", "--to", "linear-probes").data
    assert {node["id"] for node in found["nodes"]} == {"pytorch", "linear-probes"}


def test_an_agenda_narrows_the_graph_to_its_projects(desk):
    found = desk.run("graph", "--json", "--agenda", "probing", "--kind", "project").data
    assert [node["id"] for node in found["nodes"]] == ["probe-transfer"]


def test_the_output_can_be_a_file(desk):
    assert desk.run("graph", "--output", "graph.dot").out == ""
    assert desk.read("graph.dot").startswith("digraph")
