"""Rows and diffs."""

import re

from hypothesis import given

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.report.diff import unified
from cleaner.report.rows import rows
from tests.test_document import history


@given(history())
def test_rows_tile_both_texts(doc):
    table = list(rows(doc))
    assert "\n".join(doc.source[slice(*r.old)] for r in table) == doc.source
    assert "\n".join(doc.text[slice(*r.new)] for r in table if r.new) == doc.text


@given(history())
def test_rows_without_hunks_are_equal(doc):
    for row in rows(doc):
        if not row.hunks:
            assert doc.source[slice(*row.old)] == doc.text[slice(*row.new)]


def test_a_diff_shows_changed_lines_and_their_neighbours():
    doc = Document("d", "a\nb\nc\nd\ne").revise("x", [Edit(4, "c", "C", "r"), Edit(0, "a\n", "", "r")])
    assert list(unified(doc)) == [
        "--- d",
        "+++ d (cleaned)",
        "@@ -1,4 +1,3 @@",
        "-a",
        " b",
        "-c",
        "+C",
        " d",
    ]


def patched(source, diff):
    """What a patch makes of a text that has to be as the diff tells it."""
    lines, made, at = re.findall("[^\n]*\n|[^\n]+", source), [], 0
    for line in diff[2:]:
        if line.startswith("@@"):
            start = int(re.match(r"@@ -(\d+)", line)[1]) - 1
            made, at = made + lines[at:start], start
            continue
        text = line[1:].removesuffix("\\ No newline at end of file")
        text = text[:-1] if text != line[1:] else text + "\n"
        if line[0] in " -":
            assert lines[at] == text
            at += 1
        made += [text] if line[0] in " +" else []
    return "".join(made + lines[at:])


@given(history())
def test_a_diff_can_be_applied(doc):
    assert patched(doc.source, list(unified(doc))) == doc.text


def test_no_line_stands_behind_the_last_newline():
    doc = Document("d", "a\nb\n").revise("x", [Edit(2, "b", "B", "r")])
    assert list(unified(doc))[2:] == ["@@ -1,2 +1,2 @@", " a", "-b", "+B"]


def test_a_line_that_stayed_is_not_shown_as_changed():
    doc = Document("d", "a\n\nShare\n").revise("x", [Edit(1, "\n\nShare", "", "r")])
    assert list(unified(doc))[2:] == ["@@ -1,3 +1,1 @@", " a", "-", "-Share"]


def test_no_change_no_diff():
    assert list(unified(Document("d", "a\nb"))) == []
