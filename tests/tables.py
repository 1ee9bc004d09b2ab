"""A table with a map beside the example catalogue, and `agendakit import` run on it."""

from __future__ import annotations

MAP = """
kind = "project"
folder = "imported"
key = "Key"
[fields]
title = "Title"
question = "{Question}?"
agenda = { value = "probing" }
difficulty = { column = "Level", values = { easy = "first-project", hard = "advanced" } }
tags = { column = "Area", split = ",", slug = true, values = { "C#" = "c-sharp" } }
"source.title" = { value = "A list" }
"source.url" = "Link"
[sections]
Motivation = "From the list: {Question}."
"""
HEAD = "Key,Title,Question,Level,Area,Link\n"
ROWS = HEAD + (
    'k1,Probing at night,Does a probe work at night,easy,"Night, Probes,C#",https://example.org/1\n'
    "k2,Probing at night,Does a probe work at noon,hard,,https://example.org/2\n"
)


def lay_table(desk):
    """Write the table and its map; gives the desk."""
    desk.write("list.csv", ROWS)
    desk.write("map.toml", MAP)
    return desk


def import_table(desk, *options, file="list.csv"):
    """Run the import; gives its report for programs."""
    return desk.run("import", file, "--map", "map.toml", "--json", *options)


def notes_of(outcome):
    """What it says of rows, each with the number of the row."""
    return [(note["row"], note["message"]) for note in outcome.data["notes"]]
